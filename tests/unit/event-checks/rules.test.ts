import { expect, test } from "vitest";
import { warningsOf } from "@/lib/event-checks/rules";

const forPhysicians = {
  creditTypeName: "AMA PRA Category 1",
  audience: "physicians",
  maximum: 1400,
  approvalNumber: "",
  statement:
    "{provider} designates this {format} for a maximum of {maximum} *AMA PRA Category 1 Credits*™.",
} as const;
const forOthers = { ...forPhysicians, audience: "others" } as const;
const anEvent = {
  learningFormat: "live activity",
  accreditationStatement: "{provider} is accredited.",
  days: [{ maximum: 700 }, { maximum: 700 }],
  designations: [forPhysicians, forOthers],
};

const name = "AMA PRA Category 1 for physicians";

test.each([
  ["nothing of an ordinary event", {}, []],
  [
    "that there are no days",
    { days: [] },
    ["The event has no days yet, so nobody can be registered."],
  ],
  [
    "that the maximum is not the sum of the days",
    { designations: [{ ...forPhysicians, maximum: 1200 }, forOthers] },
    [`${name}: its maximum is 12.00, and the days come to 14.00.`],
  ],
  [
    "that there is no statement",
    { designations: [{ ...forPhysicians, statement: "" }, forOthers] },
    [`${name}: there is no statement.`],
  ],
  [
    "that the statement does not name the learning format",
    {
      designations: [
        { ...forPhysicians, statement: "For {maximum} AMA PRA Category 1 credits." },
        forOthers,
      ],
    },
    [`${name}: the statement does not name the learning format, live activity. Write {format}.`],
  ],
  [
    "nothing where the learning format is written out",
    {
      designations: [
        { ...forPhysicians, statement: "This Live  Activity: AMA PRA Category 1." },
        forOthers,
      ],
    },
    [],
  ],
  [
    "that the statement does not name the credit type",
    { designations: [{ ...forPhysicians, statement: "This {format} for {maximum}." }, forOthers] },
    [`${name}: the statement does not name the credit type, AMA PRA Category 1.`],
  ],
  [
    "that an approval number is asked for and is not there",
    {
      designations: [
        { ...forPhysicians, statement: `${forPhysicians.statement} Number {approval_number}.` },
        forOthers,
      ],
    },
    [`${name}: the statement has {approval_number}, and there is no approval number.`],
  ],
  [
    "that nothing fills in a placeholder",
    {
      accreditationStatement: "By {sponsor}, {sponsor}.",
      designations: [{ ...forPhysicians, statement: `${forPhysicians.statement} {x}` }, forOthers],
    },
    [
      `${name}: nothing fills in {x}: it is printed as it stands. The placeholders that are filled in here are {provider}, {format}, {maximum}, {approval_number}.`,
      "Nothing fills in {sponsor} in the accreditation statement: it is printed as it stands. The placeholders that are filled in here are {provider}, {format}.",
    ],
  ],
  [
    "that a placeholder is not closed, beside one that nothing fills in",
    {
      designations: [
        {
          ...forPhysicians,
          statement: `${forPhysicians.statement} {provider} désignates {formatt} 99 credits {maximum`,
        },
        forOthers,
      ],
    },
    [
      `${name}: nothing fills in {formatt}: it is printed as it stands. The placeholders that are filled in here are {provider}, {format}, {maximum}, {approval_number}.`,
      `${name}: “{maximum” has no closing brace: it is printed as it stands. The placeholders that are filled in here are {provider}, {format}, {maximum}, {approval_number}.`,
    ],
  ],
  [
    "that a brace stands alone",
    { accreditationStatement: "{provider} is accredited {" },
    [
      "In the accreditation statement “{” has no closing brace: it is printed as it stands. The placeholders that are filled in here are {provider}, {format}.",
    ],
  ],
  [
    "which audience has no designation",
    { designations: [forPhysicians] },
    [
      "There is no designation for others than physicians: they get a certificate of participation without a statement.",
    ],
  ],
  [
    "nothing where one designation is for everyone",
    { designations: [{ ...forPhysicians, audience: "all" as const }] },
    [],
  ],
])("the check says %s", (_, told, warnings) => {
  expect(warningsOf({ ...anEvent, ...told })).toEqual(warnings);
});
