import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Choices } from "./judge.js";
import type { Quiet } from "./moment.js";

/** Somebody with a seat today, with what they have chosen and the quiet hours of where they sit. */
export type Person = Choices & {
  id: string;
  emailCt: Buffer;
  language: Language;
  organizationIds: string[];
  quiets: Quiet[];
  /** holds a seat that looks after chapters from outside */
  looksAfter: boolean;
};

const MINUTES = (column: string): string => `(extract(hour from ${column}) * 60 + extract(minute from ${column}))::int`;
/** An organization's quiet hours as a `Quiet`, in SQL: `o` is the organization. */
export const QUIET_SQL = `jsonb_build_object('from', ${MINUTES("o.quiet_from")}, 'to', ${MINUTES("o.quiet_to")}, 'days', o.quiet_days)`;
/** A person's hour in minutes, in SQL: `a` is the account. */
export const AT_SQL = MINUTES("a.digest_at");

const select = (where: string): string =>
  `select a.id, a.email_ct as "emailCt", coalesce(a.language, 'nb') as language, a.digest_enabled as enabled, a.stopped_at is not null as stopped,
          a.digest_days as days, ${AT_SQL} as at, held.organizations as "organizationIds", held.quiets, held.above as "looksAfter"
     from app.account a
     join lateral (select array_agg(distinct s.organization_id) as organizations, jsonb_agg(distinct ${QUIET_SQL}) as quiets,
                          bool_or(s.role not in ('CHAPTER_LEADER', 'CHAPTER_BOARD')) as above
                     from app.seat s join app.organization o on o.id = s.organization_id
                    where s.account_id = a.id and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())) held
       on held.organizations is not null
    where ${where}`;

/** The next people with a seat today, in the order of their ids: a page of them is what a run holds in memory. */
export const peopleAfter = (context: JobContext, after: string | null, most: number): Promise<Person[]> =>
  inAuth(context, (work: Work) =>
    work.query<Person>(
      `${select("a.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')")} order by a.id limit $2`,
      [after, most],
    ),
  );

/** Those of the ids who hold a seat today. */
export const peopleById = async (context: JobContext, ids: readonly string[]): Promise<Map<string, Person>> => {
  const rows = await inAuth(context, (work: Work) => work.query<Person>(select("a.id = any ($1)"), [ids]));
  return new Map(rows.map((row) => [row.id, row]));
};
