import { containsNationalId, readPhone } from "@varde/domain";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { parseEmail } from "../../kernel/mail/address.js";
import type { MemberOrder } from "./member.enums.js";
import type { MemberFilter } from "./member.inputs.js";
import { MEMBER_COLUMNS, toMember } from "./member.rows.js";
import type { MemberRow } from "./member.rows.js";
import type { Member } from "./member.type.js";

export type MemberPageArgs = {
  order: MemberOrder;
  first: number;
  after?: string | null | undefined;
  /** counts all of the filter, up to `COUNTED` */
  count: boolean;
};

/** So many are counted; a list that holds more says that it does. */
export const COUNTED = 1000;
const MOST_WORDS = 5;
const LONGEST_SEARCH = 120;

/** The chapter acted in. Throws FORBIDDEN for a seat that is not a chapter's. */
export function actingChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** Conditions on one chapter's members with their parameters, numbered as they are added. `$1` is the chapter. */
class Where {
  readonly values: unknown[];
  readonly parts = ["m.chapter_id = $1"];
  constructor(chapterId: string) {
    this.values = [chapterId];
  }
  param(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
  and(part: string): void {
    this.parts.push(part);
  }
  get sql(): string {
    return this.parts.join(" and ");
  }
}

const NAME_COLUMNS = ["name_key", "name_2", "name_3", "name_4", "name_5"];
const LAST_SIGN = "\u{10FFFF}";

/**
 * A word begins a part of the name. Written with the byte-wise operators of the indexes and not with `like`: that one is not
 * leak-proof, so under row-level security it would be asked of every row.
 */
function beginsPart(where: Where, word: string): string {
  const from = `lower(${where.param(word, "text")})`;
  const to = `(lower(${where.param(word, "text")}) || ${where.param(LAST_SIGN, "text")})`;
  return `(${NAME_COLUMNS.map((name) => `(m.${name} ~>=~ ${from} and m.${name} ~<~ ${to})`).join(" or ")})`;
}

function applySearch(where: Where, search: string, sealer: Sealer, organizationId: string): void {
  if (search.length > LONGEST_SEARCH || containsNationalId(search)) throw new AppError("BAD_REQUEST");
  const text = search.normalize("NFC").trim();
  if (text === "") return;
  const index = (value: string) => where.param(sealer.blindIndex(organizationId, value), "bytea");
  if (text.includes("@")) return where.and(`m.email_bidx = ${index(parseEmail(text) ?? text)}`);
  if (/^[+\d][\d ().\-/]*$/.test(text)) {
    // as it is kept, and as it was typed: what came before numbers had one spelling
    const spellings = [...new Set([text, readPhone(text)?.number ?? text])];
    return where.and(`(${spellings.map((spelling) => `m.mobile_bidx = ${index(spelling)}`).join(" or ")})`);
  }
  const words = text.split(/[\s-]+/).filter((word) => word !== "");
  if (words.length > MOST_WORDS) return where.and("false");
  for (const word of words) where.and(beginsPart(where, word));
}

function applyFilter(where: Where, filter: MemberFilter, work: Work, sealer: Sealer): void {
  const { status, feeUnpaidYear: year, joinedFrom, joinedTo, preference, search } = filter;
  if ((status ?? "ACTIVE") !== "ALL") {
    const today = where.param(work.today, "date");
    where.and(status === "LEFT" ? `m.left_on <= ${today}` : `(m.left_on is null or m.left_on > ${today})`);
  }
  if (typeof year === "number") {
    if (year < 2000 || year > 2200) throw new AppError("BAD_REQUEST");
    // nobody owes the fee of a year before they joined
    where.and(`m.joined_on <= ${where.param(`${year}-12-31`, "date")}`);
    where.and(
      `not exists (select 1 from app.member_fee f where f.chapter_id = $1 and f.member_id = m.id and f.year = ${where.param(year, "int")} and f.paid_on is not null)`,
    );
  }
  if (joinedFrom) where.and(`m.joined_chapter_on >= ${where.param(joinedFrom, "date")}`);
  if (joinedTo) where.and(`m.joined_chapter_on <= ${where.param(joinedTo, "date")}`);
  if (preference) where.and(`m.contact_preference = ${where.param(preference, "text")}`);
  if (search) applySearch(where, search, sealer, seated(work).organizationId);
}

// by name in the order of the index, byte by byte
const ORDERS = {
  NAME: {
    by: "name_key using ~<~, id",
    place: (row: PageRow) => [row.name_key, row.id],
    after: (where: Where, [key, id]: unknown[]) => {
      const at = where.param(key, "text");
      return `m.name_key ~>=~ ${at} and (m.name_key ~>~ ${at} or m.id > ${where.param(id, "uuid")})`;
    },
  },
  NEWEST: {
    by: "joined_chapter_on desc, id desc",
    place: (row: PageRow) => [row.joined_chapter_on, row.id],
    after: (where: Where, [day, id]: unknown[]) =>
      `(m.joined_chapter_on, m.id) < (${where.param(day, "date")}, ${where.param(id, "uuid")})`,
  },
} as const;

type PageRow = MemberRow & { name_key: string };

/** The statement of one page and its parameters; apart, so that a test can ask how it is carried out. */
export function memberPage(
  work: Work,
  sealer: Sealer,
  filter: MemberFilter,
  args: Pick<MemberPageArgs, "order" | "after"> & { limit: number },
): { sql: string; values: unknown[]; count: { sql: string; values: unknown[] } } {
  const where = new Where(actingChapter(work));
  applyFilter(where, filter, work, sealer);
  const count = {
    sql: `select count(*)::int as n from (select 1 from app.member m where ${where.sql} limit ${COUNTED + 1}) counted`,
    values: [...where.values],
  };
  const place = fromCursor(args.after, 2);
  const order = ORDERS[args.order];
  if (place) where.and(order.after(where, place));
  const limit = where.param(args.limit, "int");
  const year = where.param(Number(work.today.slice(0, 4)), "int");
  // the page is cut first, so that the policy of the fees is asked for its members alone
  const sql = `with m as materialized (select ${MEMBER_COLUMNS}, m.name_key from app.member m where ${where.sql} order by m.${order.by.replace(", ", ", m.")} limit ${limit})
  select m.*, f.paid_on as fee_paid_on from m
    left join (select * from app.member_fee where chapter_id = $1 and year = ${year} and member_id = any (array(select id from m))) f on f.member_id = m.id
   order by m.${order.by.replace(", ", ", m.")}`;
  return { sql, values: where.values, count };
}

const UUID = /^[0-9a-f-]{36}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A cursor is ours, but its values are what the client sends back. */
function demandPlace(after: string | null | undefined, order: MemberOrder): void {
  const place = fromCursor(after, 2);
  if (!place) return;
  const [first, id] = place;
  const fits = typeof first === "string" && typeof id === "string" && UUID.test(id) && !first.includes("\u0000");
  if (!fits || (order === "NEWEST" && !DAY.test(first))) throw new AppError("BAD_REQUEST");
}

/** A page of the acting chapter's members. `totalCount` is null when it is not asked for and when there are more than `COUNTED`. */
export async function listMembers(
  work: Work,
  sealer: Sealer,
  filter: MemberFilter | null | undefined,
  args: MemberPageArgs,
): Promise<Connection<Member>> {
  const first = pageSize(args.first);
  demandPlace(args.after, args.order);
  const page = memberPage(work, sealer, filter ?? {}, { ...args, limit: first + 1 });
  const rows = await work.query<PageRow>(page.sql, page.values);
  let totalCount: number | null = null;
  if (args.count) {
    const all = !args.after && rows.length <= first;
    const n = all ? rows.length : ((await work.query<{ n: number }>(page.count.sql, page.count.values))[0]?.n ?? 0);
    totalCount = n > COUNTED ? null : n;
  }
  return toConnection(rows, first, toMember, ORDERS[args.order].place, { after: args.after, totalCount });
}
