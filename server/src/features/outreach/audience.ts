import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { LeftOutReason, OutreachAudience } from "./outreach.type.js";

/** A way to reach members: by e-mail through the system, or by texts the board sends itself. */
export type Way = "EMAIL" | "TEXT";

export type Reached = { memberId: string; address: string; byGuardian: boolean };
export type Audience = { reached: Reached[]; leftOut: { reason: LeftOutReason; name: string }[] };

type Row = {
  id: string;
  name: string;
  wish: "NEVER" | "NOT_NOW" | null;
  young: boolean;
  wrong_number: boolean;
  email_ct: Buffer | null;
  mobile_ct: Buffer | null;
  guardian_ct: Buffer | null;
};

/** The chapter acted in. Throws FORBIDDEN for a seat that is not a chapter's. */
export function ownChapter(work: Work): string {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  return chapterId;
}

/** Everybody who is a member of the chapter today, by name, as one statement. */
const members = (work: Work, chapterId: string): Promise<Row[]> =>
  work.query<Row>(
    `select m.id, trim(m.first_name || ' ' || m.last_name) as name, authz.contact_wish(m.contact_preference, m.contact_again_on, $2::date) as wish,
            authz.needs_guardian(m.birth_date, m.birth_year, o.self_join_age, $2::date) as young, m.mobile_wrong_on is not null as wrong_number,
            m.email_ct, m.mobile_ct, m.guardian_ct
       from app.member m join app.organization o on o.id = m.organization_id
      where m.chapter_id = $1 and (m.left_on is null or m.left_on > $2::date) order by m.name_key, m.id`,
    [chapterId, work.today],
  );

/** What the register has to reach a member by, the young through the guardian. Throws when a ciphertext is another's. */
function addressOf(sealer: Sealer, row: Row, way: Way): string | null {
  const place = (column: string) => `member/${row.id}/${column}`;
  if (!row.young) {
    const [sealed, column] = way === "EMAIL" ? [row.email_ct, "email"] : [row.mobile_ct, "mobile"];
    return sealed && sealer.open(sealed, place(column));
  }
  return guardianAddress(sealer, row.guardian_ct, row.id, way);
}

/** A number as a phone takes it among several; an address in one spelling. */
const sameWritten = (address: string, way: Way): string =>
  way === "TEXT" ? address.replaceAll(/[^+\d]/g, "") : address.trim().toLowerCase();

export function guardianAddress(sealer: Sealer, sealed: Buffer | null, memberId: string, way: Way): string | null {
  if (!sealed) return null;
  const guardian = JSON.parse(sealer.open(sealed, `member/${memberId}/guardian`)) as {
    email?: string | null;
    mobile?: string | null;
  };
  return (way === "EMAIL" ? guardian.email : guardian.mobile) || null;
}

function divide(sealer: Sealer, rows: readonly Row[], way: Way): Audience {
  const audience: Audience = { reached: [], leftOut: [] };
  const seen = new Set<string>();
  for (const row of rows) {
    const leave = (reason: LeftOutReason) => void audience.leftOut.push({ reason, name: row.name });
    if (row.wish) leave(row.wish);
    else if (way === "TEXT" && row.wrong_number && !row.young) leave("WRONG_NUMBER");
    else {
      const found = addressOf(sealer, row, way);
      const address = found && sameWritten(found, way);
      if (!address) leave(row.young ? "NO_GUARDIAN" : "NO_ADDRESS");
      // two who share an address get one message between them
      else if (seen.has(address)) leave("SAME_ADDRESS");
      else {
        seen.add(address);
        audience.reached.push({ memberId: row.id, address, byGuardian: row.young });
      }
    }
  }
  return audience;
}

/** Whom a message would reach today, each way, and who is left out and why. */
export async function readAudiences(work: Work, sealer: Sealer): Promise<Record<Way, Audience>> {
  const rows = await members(work, ownChapter(work));
  return { EMAIL: divide(sealer, rows, "EMAIL"), TEXT: divide(sealer, rows, "TEXT") };
}

/** Names shown for each reason: enough to act on, few enough for a phone. */
const NAMES = 100;

export function toAudience({ reached, leftOut }: Audience): OutreachAudience {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return {
    reached: reached.length,
    throughGuardian: reached.filter(({ byGuardian }) => byGuardian).length,
    leftOut: reasons.map((reason) => {
      const names = leftOut.filter((one) => one.reason === reason).map(({ name }) => name);
      return { reason, count: names.length, names: names.slice(0, NAMES) };
    }),
  };
}
