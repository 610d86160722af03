import { containsNationalId } from "@varde/domain";
import type { TasksQueryVariables } from "../../../../graphql/generated/graphql";

export const SHOWS = ["open", "overdue", "resting", "coming", "returned", "done", "missed", "all"] as const;
export type Show = (typeof SHOWS)[number];
/** Those one chooses among; the others are led to from «I dag». */
export const USUAL_SHOWS: readonly Show[] = ["open", "overdue", "coming", "done", "missed", "all"];
export const ABOUTS = ["all", "member", "chapter"] as const;
export type About = (typeof ABOUTS)[number];
export const ORDERS = ["first", "last"] as const;
export type Order = (typeof ORDERS)[number];
/** Rows on a page: what a phone draws without a pause. */
export const PAGE = 50;

/** What the list shows, apart from what is searched for: that may be a name, and never stands in an address. */
export type ListView = {
  show: Show;
  /** `mine`, `nobody` or a seat's id; null for anyone */
  who: string | null;
  templateId: string | null;
  about: About;
  from: string | null;
  to: string | null;
  order: Order;
  /** where this page goes on after */
  after: string | null;
};

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((one) => one === value);
const day = (value: string | null): string | null => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null);
/** What has been is read backwards. */
const usualOrder = (show: Show): Order => (show === "done" || show === "missed" ? "last" : "first");

/** The view in an address; anything unknown is left out. */
export function viewOf(params: URLSearchParams): ListView {
  const show = oneOf(SHOWS, params.get("vis")) ?? "open";
  return {
    show,
    who: params.get("hvem") || null,
    templateId: params.get("oppgave") || null,
    about: oneOf(ABOUTS, params.get("gjelder")) ?? "all",
    from: day(params.get("fra")),
    to: day(params.get("til")),
    order: oneOf(ORDERS, params.get("rekkefolge")) ?? usualOrder(show),
    after: params.get("etter") || null,
  };
}

/** The address of a view; what is usual is left out. */
export function paramsOf(view: ListView): Record<string, string> {
  return {
    ...(view.show !== "open" && { vis: view.show }),
    ...(view.who && { hvem: view.who }),
    ...(view.templateId && { oppgave: view.templateId }),
    ...(view.about !== "all" && { gjelder: view.about }),
    ...(view.from && { fra: view.from }),
    ...(view.to && { til: view.to }),
    ...(view.order !== usualOrder(view.show) && { rekkefolge: view.order }),
    ...(view.after && { etter: view.after }),
  };
}

/** How many of the choices that are folded away are in use. */
export const choicesInUse = (view: ListView): number =>
  [view.who, view.templateId, view.about !== "all", view.from, view.to, view.order !== usualOrder(view.show)].filter(
    Boolean,
  ).length;

/** Where one stands when the group is changed: the other choices stay, the order is the usual one, and the page is the first. */
export const withShow = (view: ListView, show: Show): ListView => ({
  ...view,
  show,
  order: view.order === usualOrder(view.show) ? usualOrder(show) : view.order,
  after: null,
});

export const withoutChoices = (view: ListView): ListView => viewOf(new URLSearchParams({ vis: view.show }));

export const LONGEST_SEARCH = 60;
export const isSearchable = (search: string): boolean => !containsNationalId(search) && search.length <= LONGEST_SEARCH;

type Filter = NonNullable<TasksQueryVariables["filter"]>;
const NONE: Filter = {
  status: null,
  templateId: null,
  dueFrom: null,
  dueTo: null,
  unclosedOnly: null,
  coming: null,
  resting: null,
  returned: null,
  lastChance: null,
  aboutMember: null,
  assignee: null,
  assigneeSeatId: null,
  stage: null,
  search: null,
};

function groupOf(show: Show): Partial<Filter> {
  switch (show) {
    case "open":
      return { status: ["OPEN", "OVERDUE"], coming: false };
    case "overdue":
      return { status: ["OVERDUE"] };
    case "resting":
      return { status: ["OPEN", "OVERDUE"], resting: true };
    case "coming":
      return { status: ["OPEN"], coming: true };
    case "returned":
      return { returned: true };
    case "done":
      return { status: ["DONE_ON_TIME", "DONE_LATE", "TAKEN_OVER", "EMPTY"] };
    case "missed":
      return { status: ["MISSED"] };
    case "all":
      return {};
  }
}

export function variablesOf(view: ListView, search: string): TasksQueryVariables {
  const { who } = view;
  return {
    filter: {
      ...NONE,
      ...groupOf(view.show),
      templateId: view.templateId,
      dueFrom: view.from,
      dueTo: view.to,
      aboutMember: view.about === "all" ? null : view.about === "member",
      assignee: who === "mine" ? "MINE" : who === "nobody" ? "NOBODY" : null,
      assigneeSeatId: who === "mine" || who === "nobody" ? null : who,
      search: search.trim() || null,
    },
    latestFirst: view.order === "last",
    first: PAGE,
    after: view.after,
  };
}
