import { readPhone } from "@varde/domain";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { MEMBER_COLUMNS, toMemberDetail } from "../members/index.js";
import type { MemberDetailRow } from "../members/index.js";
import { lookUpRules } from "./look-up.inputs.js";
import type { LookUpMemberInput, SeeLookUpsInput } from "./look-up.inputs.js";
import type { LookedUp, LookUp } from "./look-up.type.js";

/** As the register may have spelled it: as it is kept now, and as it was typed. */
function spellings(search: string): string[] {
  const kept = search.includes("@") ? parseEmail(search) : readPhone(search)?.number;
  return [...new Set([search, kept ?? search])];
}

/**
 * Looks one member up by exactly what they gave and opens the card, in the database: it counts, writes the trail and finds. Of what was searched
 * for, indexes go there and nothing is kept. `id` is null when there is nobody, or more than one. Throws RATE_LIMITED when the day's are used up.
 */
export async function lookUpMember(
  work: Work,
  sealer: Sealer,
  input: LookUpMemberInput,
  language: Language,
): Promise<Done> {
  const { search, words } = checkInput(lookUpRules(language), { search: input.search, words: input.words }, language);
  const { organizationId } = seated(work);
  const id = uuidv7();
  const [row] = await work.query<{ became: "OPEN" | "NOBODY" | "FULL" }>(
    `select authz.look_up($1, $2::bytea[], $3, $4, $5) as became`,
    [id, spellings(search).map((one) => sealer.blindIndex(organizationId, one)), search, input.reason, words],
  );
  if (row!.became === "FULL") throw new AppError("RATE_LIMITED");
  return { id: row!.became === "OPEN" ? id : null };
}

type Row = Omit<LookUp, "member" | "seen"> & {
  memberId: string | null;
  memberName: string | null;
  seenAt: Date | null;
};

function toLookUp({ memberId, memberName, seenAt, ...row }: Row): LookUp {
  return { ...row, member: memberId ? { id: memberId, name: memberName ?? "" } : null, seen: seenAt !== null };
}

type Page = { id: string | null; unseen: boolean; before: readonly [string, string] | null; most: number };

const rowsOf = (work: Work, { id, unseen, before, most }: Page): Promise<Row[]> =>
  work.query<Row>(
    `select l.id, l.opened_at as "openedAt", l.expires_at as "expiresAt", l.is_open as open, l.reason, l.words, l.by_name as "byName",
            l.chapter_name as "chapterName", l.member_id as "memberId", l.member_name as "memberName", l.seen_at as "seenAt"
       from authz.look_ups($1, $2, $3, $4, $5) l`,
    [id, unseen, before?.[0] ?? null, before?.[1] ?? null, most],
  );

/** A page of look-ups, newest first: to a chapter's leader those of its members, to an administrator their own. */
export async function listLookUps(
  work: Work,
  args: { first: number; after: string | null; unseen: boolean },
): Promise<Connection<LookUp>> {
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  if (place && (Number.isNaN(Date.parse(String(place[0]))) || !isUuid(String(place[1]))))
    throw new AppError("BAD_REQUEST");
  const before = place && ([String(place[0]), String(place[1])] as const);
  const rows = await rowsOf(work, { id: null, unseen: args.unseen, before, most: first + 1 });
  return toConnection(rows, first, toLookUp, (row) => [row.openedAt.toISOString(), row.id], { after: args.after });
}

/** One look-up in reach, or null. */
export async function findLookUp(work: Work, id: string): Promise<LookUp | null> {
  const [row] = await rowsOf(work, { id, unseen: false, before: null, most: 1 });
  return row ? toLookUp(row) : null;
}

/** The card behind a look-up that is open to the one who asks; null for anything else. */
export async function readLookedUp(work: Work, sealer: Sealer, id: string): Promise<LookedUp | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<MemberDetailRow>(
    `select ${MEMBER_COLUMNS}, m.member_no, m.birth_date, m.email_ct, m.mobile_ct, m.guardian_ct, m.postcode, m.preference_set_on, m.contacts_emptied_on,
            o.self_join_age, x.fees, null::date as fee_paid_on
       from authz.looked_up($1) x cross join lateral (select (x.card).*) m join app.organization o on o.id = m.organization_id`,
    [id],
  );
  const lookUp = row && (await findLookUp(work, id));
  return lookUp ? { lookUp, detail: toMemberDetail(sealer, row, [], work.today) } : null;
}

/** The chapter's leader has seen them: they stand on their day no longer. */
export async function seeLookUps(work: Work, { ids }: SeeLookUpsInput): Promise<Done> {
  await work.query(`select authz.see_look_ups($1::uuid[])`, [ids.filter(isUuid)]);
  return { id: null };
}
