import { containsNationalId } from "@varde/domain";
import type { TouchpointStatus } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { isUuid } from "../../kernel/mutation.js";
import { BOARD_SEATS, statusCondition, UNCLOSED } from "./status-sql.js";
import type { TouchpointFilter } from "./touchpoint.inputs.js";

/** Days after its time was out in which the board is reminded of a member nobody reached. */
export const LAST_CHANCE_DAYS = 30;
const LONGEST_SEARCH = 60;
const MOST_WORDS = 4;
const LAST_SIGN = "\u{10FFFF}";

/** Conditions on one chapter's touchpoints with their parameters, numbered as they are added: `$1` organization, `$2` chapter. */
export class Where {
  readonly values: unknown[];
  constructor(organizationId: string, chapterId: string) {
    this.values = [organizationId, chapterId];
  }
  readonly parts: string[] = [];
  param(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
  and(part: string): void {
    this.parts.push(part);
  }
  get sql(): string {
    return this.parts.join(" and ") || "true";
  }
}

/** Begun, or its day has come. */
export const opensLater = (today: string): string => `(t.opens_on > ${today} and t.started_at is null)`;
/** Somebody tried, and it comes back another day. */
export const rests = (today: string): string => `(${UNCLOSED} and t.returns_on > ${today})`;

/**
 * A member of the core set whom nobody reached in time, who still is one and has not asked to be left alone: for the board, for
 * thirty days. Without a core set every task about a member is of it.
 */
export const lastChance = (today: string): string => `(${UNCLOSED} and t.about_member
  and greatest(t.miss_on, t.exception_until) between ${today} - ${LAST_CHANCE_DAYS} and ${today} - 1
  and (t.last_chance_outcome is null or t.last_chance_outcome = 'NO_ANSWER')
  and t.template_id = any (array(select x.id from app.touchpoint_template x where x.organization_id = $1 and (x.core_position is not null
        or not exists (select 1 from app.touchpoint_template y where y.organization_id = $1 and y.core_position is not null))))
  and exists (select 1 from app.member m where m.chapter_id = $2 and m.id = t.member_id and (m.left_on is null or m.left_on > ${today})
        and m.contact_preference not in ('NEVER', 'NOT_NOW')))`;

const NAME_COLUMNS = ["name_key", "name_2", "name_3", "name_4", "name_5"];
const NAMES = ["nb", "nn", "en"];

/** A word in the template's name, or that begins a part of the member's. Members are found by the byte-wise operators of their indexes. */
function holdsWord(where: Where, word: string): string {
  const from = `lower(${where.param(word, "text")})`;
  const to = `(lower(${where.param(word, "text")}) || ${where.param(LAST_SIGN, "text")})`;
  const inName = NAMES.map((language) => `position(${from} in lower(v.definition -> 'name' ->> '${language}')) > 0`);
  const begins = NAME_COLUMNS.map((name) => `(m.${name} ~>=~ ${from} and m.${name} ~<~ ${to})`);
  return `(t.version_id = any (array(select v.id from app.template_version v where v.organization_id = $1 and (${inName.join(" or ")})))
    or t.member_id = any (array(select m.id from app.member m where m.chapter_id = $2 and (${begins.join(" or ")}))))`;
}

function applySearch(where: Where, search: string): void {
  if (search.length > LONGEST_SEARCH || containsNationalId(search)) throw new AppError("BAD_REQUEST");
  const words = search
    .normalize("NFC")
    .trim()
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  if (words.length > MOST_WORDS) return where.and("false");
  for (const word of words) where.and(holdsWord(where, word));
}

function applyAssignee(where: Where, { assignee, assigneeSeatId }: TouchpointFilter): void {
  if (assignee === "MINE") where.and("t.assignee_seat_id = authz.seat_id()");
  if (assignee === "NOBODY") where.and(`(t.assignee_seat_id is null or not t.assignee_seat_id = any (${BOARD_SEATS}))`);
  if (assigneeSeatId) {
    const seat = isUuid(assigneeSeatId) && where.param(assigneeSeatId, "uuid");
    where.and(seat ? `(t.assignee_seat_id = ${seat} and ${seat} = any (${BOARD_SEATS}))` : "false");
  }
}

/** Adds what the filter asks for. Throws BAD_REQUEST for a search that is too long, or that holds a national identity number. */
export function applyFilter(where: Where, filter: TouchpointFilter, today: string): void {
  let day: string | null = null;
  const ofToday = () => (day ??= where.param(today, "date"));
  const either = (wanted: boolean | null | undefined, condition: () => string): void => {
    if (typeof wanted === "boolean") where.and(wanted ? condition() : `not coalesce(${condition()}, false)`);
  };
  const { status, stage, templateId, dueFrom, dueTo } = filter;
  if (status) {
    const wanted = [...new Set<TouchpointStatus>(status)].map((one) => statusCondition(one, ofToday));
    where.and(wanted.length > 0 ? `(${wanted.join(" or ")})` : "false");
  }
  if (filter.unclosedOnly) where.and(UNCLOSED);
  either(filter.coming, () => opensLater(ofToday()));
  either(filter.resting, () => rests(ofToday()));
  either(filter.returned, () => "t.returned_at is not null");
  either(filter.lastChance, () => lastChance(ofToday()));
  either(filter.aboutMember, () => "t.about_member");
  applyAssignee(where, filter);
  if (stage) {
    where.and(
      `t.version_id = any (array(select v.id from app.template_version v where v.organization_id = $1 and v.definition ->> 'stage' = any (${where.param(stage, "text[]")})))`,
    );
  }
  if (templateId) where.and(isUuid(templateId) ? `t.template_id = ${where.param(templateId, "uuid")}` : "false");
  if (dueFrom) where.and(`t.due_on >= ${where.param(dueFrom, "date")}`);
  if (dueTo) where.and(`t.due_on <= ${where.param(dueTo, "date")}`);
  if (filter.search) applySearch(where, filter.search);
}
