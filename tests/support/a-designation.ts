/** What an ordinary event is approved for: the AMA's credit, for physicians and for others. */
export const FOR_PHYSICIANS = {
  creditTypeName: "AMA PRA Category 1",
  audience: "physicians",
  maximum: 2100,
  statement: "{provider} designates this {format} for a maximum of {maximum} AMA PRA credits.",
} as const;

export const FOR_OTHERS = {
  creditTypeName: "AMA PRA Category 1",
  audience: "others",
  maximum: 2100,
  statement:
    "Others took part. No AMA credit is awarded. This {format} was approved for {maximum}.",
} as const;

export const FOR_SONOGRAPHERS = {
  creditTypeName: "SDMS CME",
  audience: "others",
  maximum: 2000,
  approvalNumber: "SDMS-4711",
  statement: "Approved by the SDMS for {maximum} credits, number {approval_number}.",
} as const;
