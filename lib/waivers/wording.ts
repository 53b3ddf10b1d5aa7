import type { WaiverReason } from "@/prisma/generated/enums";

export const WAIVER_REASONS: Record<WaiverReason, string> = {
  deployment: "Deployment",
  emeritus: "Emeritus",
  other: "Other",
};
