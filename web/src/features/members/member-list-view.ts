import { addDays, containsNationalId, type LocalDate } from "@varde/domain";
import type { ContactPreference, MemberOrder, MembersQueryVariables } from "../../../../graphql/generated/graphql";

export const SHOWS = ["all", "unpaid", "new", "left"] as const;
export type Show = (typeof SHOWS)[number];
export const PREFERENCES: readonly ContactPreference[] = ["ANY", "TEXT", "NOT_NOW", "NEVER"];
export const ORDERS: readonly MemberOrder[] = ["NAME", "NEWEST"];
/** How long a member counts as new. */
const NEW_DAYS = 90;
export const PAGE = 50;

/** What the list shows, apart from what is searched for: that is a name, and never stands in an address. */
export type ListView = { show: Show; preference: ContactPreference | null; order: MemberOrder };

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((one) => one === value);

/** The view in an address; anything unknown is left out. */
export function viewOf(params: URLSearchParams): ListView {
  return {
    show: oneOf(SHOWS, params.get("vis")) ?? "all",
    preference: oneOf(PREFERENCES, params.get("onske")) ?? null,
    order: oneOf(ORDERS, params.get("rekkefolge")) ?? "NAME",
  };
}

/** The address of a view; what is usual is left out. */
export function paramsOf({ show, preference, order }: ListView): Record<string, string> {
  return {
    ...(show !== "all" && { vis: show }),
    ...(preference && { onske: preference }),
    ...(order !== "NAME" && { rekkefolge: order }),
  };
}

/** What may be asked for by a search: nothing that looks like a national identity number, and not more than a name holds. */
export const isSearchable = (search: string): boolean => !containsNationalId(search) && search.length <= 120;

export function variablesOf(
  view: ListView,
  search: string,
  today: LocalDate,
  after: string | null,
): MembersQueryVariables {
  return {
    filter: {
      search: search.trim() || null,
      status: view.show === "left" ? "LEFT" : "ACTIVE",
      feeUnpaidYear: view.show === "unpaid" ? Number(today.slice(0, 4)) : null,
      joinedFrom: view.show === "new" ? addDays(today, -NEW_DAYS) : null,
      joinedTo: null,
      preference: view.preference,
    },
    order: view.order,
    first: PAGE,
    after,
  };
}
