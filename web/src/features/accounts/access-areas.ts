import type { Capability } from "../../../../graphql/generated/graphql";
import type { AllTexts } from "../../texts";

export type Area = keyof AllTexts["myAccount"]["access"]["areas"];
type Right = Capability;

const RULES: readonly [Area, (has: (right: Right) => boolean) => boolean][] = [
  ["members", (has) => has("MEMBER_READ")],
  ["noMembers", (has) => !has("MEMBER_READ")],
  ["addMembers", (has) => has("MEMBER_IMPORT") && !has("MEMBER_READ")],
  ["tasks", (has) => has("TOUCHPOINT_READ")],
  ["duties", (has) => has("TOUCHPOINT_UNBOUND_READ") && !has("TOUCHPOINT_READ")],
  ["meetings", (has) => has("MEETING_READ") && has("MEMBER_READ")],
  ["meetingsAbove", (has) => has("MEETING_READ") && !has("MEMBER_READ")],
  ["numbersExact", (has) => has("STATISTICS_EXACT")],
  ["numbers", (has) => has("STATISTICS_READ") && !has("STATISTICS_EXACT")],
  ["boards", (has) => has("SEAT_READ")],
  ["grantBoard", (has) => has("SEAT_GRANT_BOARD") && !has("SEAT_GRANT")],
  ["grant", (has) => has("SEAT_GRANT")],
  ["settings", (has) => has("SETTINGS_WRITE")],
  ["trail", (has) => has("AUDIT_READ")],
];

/** What a seat with these rights shows, in the order it is told; what it does not show of persons is told too. */
export function areasOf(capabilities: readonly Right[]): Area[] {
  const held = new Set(capabilities);
  return RULES.filter(([, holds]) => holds((right) => held.has(right))).map(([area]) => area);
}
