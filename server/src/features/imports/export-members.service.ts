import type { FeePayer } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { type Installation, seated } from "../../kernel/graphql/context.js";
import { exportRows, type ImportedMember } from "./read/index.js";
import { memberPlace } from "./stage-row.js";

const PAGE = 1000;

type MemberRow = {
  id: string;
  name_key: string;
  member_no: string | null;
  first_name: string;
  last_name: string;
  birth_date: string | null;
  birth_year: number | null;
  email_ct: Buffer | null;
  mobile_ct: Buffer | null;
  guardian_ct: Buffer | null;
  postcode: string | null;
  joined_on: string;
  paid_on: string | null;
  amount: number | null;
  paid_by: FeePayer | null;
  type: string | null;
  chapter: string;
};

function toMember(sealer: Sealer, row: MemberRow): ImportedMember {
  const open = (column: "email" | "mobile" | "guardian", sealed: Buffer | null) =>
    sealed && sealer.open(sealed, memberPlace(row.id, column));
  const guardian = open("guardian", row.guardian_ct);
  return {
    memberNo: row.member_no,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
    birthYear: row.birth_year,
    email: open("email", row.email_ct),
    mobile: open("mobile", row.mobile_ct),
    postcode: row.postcode,
    joinedOn: row.joined_on,
    leftOn: null,
    feePaid: row.paid_on !== null,
    feePaidOn: row.paid_on,
    feeAmount: row.amount,
    feePayer: row.paid_by === "UNKNOWN" ? null : row.paid_by,
    type: row.type,
    chapter: row.chapter,
    municipality: null,
    county: null,
    guardian: guardian === null ? null : (JSON.parse(guardian) as ImportedMember["guardian"]),
  };
}

const page = (work: Work, chapterId: string, after: MemberRow | null) =>
  work.query<MemberRow>(
    `select m.id, m.name_key, m.member_no, m.first_name, m.last_name, m.birth_date, m.birth_year, m.email_ct, m.mobile_ct, m.guardian_ct, m.postcode, m.joined_on,
            f.paid_on, f.amount, f.paid_by, y.name as type, c.name as chapter
       from app.member m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
       left join app.membership_type y on y.organization_id = m.organization_id and y.id = m.membership_type_id
       left join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = extract(year from authz.today())
      where m.chapter_id = $1 and m.left_on is null and ($2::text is null or (m.name_key, m.id) > ($2, $3::uuid))
      order by m.name_key, m.id limit ${PAGE}`,
    [chapterId, after?.name_key ?? null, after?.id ?? null],
  );

/**
 * The own chapter's members as the file an import reads back, piece by piece, a short transaction a page. That it was made, and how
 * many it holds, is in the trail before the first member leaves. Throws FORBIDDEN for a seat that does not read members.
 */
export async function* exportMembers(
  { app, sealer }: Pick<Installation, "app" | "sealer">,
  session: string,
): AsyncGenerator<string> {
  const chapterId = await runWork(app, { session, readOnly: false }, async (work) => {
    const viewer = seated(work);
    if (!viewer.chapterId || !viewer.caps.has("MEMBER_IMPORT") || !viewer.caps.has("MEMBER_READ"))
      throw new AppError("FORBIDDEN");
    const [count] = await work.query<{ n: number }>(
      `select count(*)::int as n from app.member where chapter_id = $1 and left_on is null`,
      [viewer.chapterId],
    );
    await audit(work, {
      action: "MEMBERS_EXPORTED",
      subjectType: "Members",
      subjectId: viewer.chapterId,
      chapterId: viewer.chapterId,
      detail: { count: count!.n },
    });
    await countReading(work, "EXPORT");
    return viewer.chapterId;
  });
  async function* members(): AsyncGenerator<ImportedMember> {
    let last: MemberRow | null = null;
    for (;;) {
      const rows: MemberRow[] = await runWork(app, { session, readOnly: true }, (work) => page(work, chapterId, last));
      for (const row of rows) yield toMember(sealer, row);
      last = rows.at(-1) ?? null;
      if (rows.length < PAGE) return;
    }
  }
  yield* exportRows(members());
}
