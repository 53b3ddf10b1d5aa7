import { describe, expect, test } from "vitest";
import { type Asked, judgeRequests } from "@/lib/clashing-requests/rules";

describe("requests for corrections", () => {
  const aRequest = (told: Partial<Asked>): Asked => ({
    id: "asked",
    isOpen: true,
    registrationId: null,
    renewalId: null,
    decidedById: null,
    ...told,
  });
  test.each<[string, Partial<Asked>, string[], RegExp | null]>([
    ["about other credit", {}, [], null],
    ["about a claim that moves", { registrationId: "moves" }, [], null],
    ["open, about a claim that stays", { registrationId: "stays" }, ["asked"], /Decide it first/],
    ["decided, about it", { registrationId: "stays", isOpen: false }, ["asked"], null],
    ["about a renewal that moves", { renewalId: "moves" }, [], null],
    ["open, about a renewal that stays", { renewalId: "stuck" }, ["asked"], /about a renewal/],
    ["decided, about it", { renewalId: "stuck", isOpen: false }, ["asked"], null],
    ["decided by who is kept", { decidedById: "kept", isOpen: false }, ["asked"], null],
  ])("%s", (_case, told, stays, refusal) => {
    const judged = judgeRequests("kept", [aRequest(told)], {
      places: ["stays"],
      renewals: ["stuck"],
    });
    expect(judged.stays).toEqual(stays);
    expect(judged.refusals).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
  });
});
