import { isLocalDate } from "@varde/domain";
import type { AuditFilter, AuditKind } from "../../../../graphql/generated/graphql";

export const KINDS = ["WORK", "SEATS", "MEMBERS", "READING", "UNITS", "SETTINGS"] as const satisfies AuditKind[];

/** What of the trail the address says: a kind, and days that are "" when not chosen. */
export type AuditView = { kind: AuditKind | null; from: string; to: string };

const day = (text: string | null): string => (text !== null && isLocalDate(text) ? text : "");

/** The view of an address; what is not ours in it is passed over. */
export const viewOf = (params: URLSearchParams): AuditView => ({
  kind: KINDS.find((kind) => kind === params.get("type")) ?? null,
  from: day(params.get("fra")),
  to: day(params.get("til")),
});

export const paramsOf = ({ kind, from, to }: AuditView): Record<string, string> => ({
  ...(kind !== null && { type: kind }),
  ...(from !== "" && { fra: from }),
  ...(to !== "" && { til: to }),
});

export const filterOf = ({ kind, from, to }: AuditView, search: string): AuditFilter => ({
  kind,
  search: search === "" ? null : search,
  from: from === "" ? null : from,
  to: to === "" ? null : to,
});

export const isNarrowed = (filter: AuditFilter): boolean => Object.values(filter).some((value) => value !== null);
