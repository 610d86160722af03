import type { Language, LocalizedText } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { changeOrganization } from "../organization/index.js";
import { STANDARD_DECLARATION } from "./declaration.js";
import { safePeopleRules } from "./safe-people.inputs.js";
import type { AcceptDeclarationInput, RecordAttestInput, SetSafePeopleInput } from "./safe-people.inputs.js";
import { SAFE_PEOPLE_TEXTS as TEXTS } from "./safe-people.texts.js";
import type { SafePeople, SeatPapers } from "./safe-people.type.js";

type Row = Omit<SafePeople, "declaration"> & { version: number | null; words: LocalizedText | null };

/** What is asked, and what of it the seat acted in has. */
export async function readSafePeople(work: Work): Promise<SafePeople> {
  const { organizationId, seatId } = seated(work);
  const [row] = await work.query<Row>(
    `select o.safe_people as required, o.attest_years as "attestYears", o.rev, d.version, d.words, authz.my_papers_lack() as lacks,
        p.attest_shown_on as "attestShownOn", p.declaration_at as "declarationAt"
       from app.organization o
       left join lateral (select x.version, x.words from app.declaration x where x.organization_id = o.id order by x.version desc limit 1) d on true
       left join app.seat_papers p on p.organization_id = o.id and p.seat_id = $2
      where o.id = $1`,
    [organizationId, seatId],
  );
  const { version, words, ...rest } = row!;
  return { ...rest, declaration: { version: version ?? 0, words: words ?? STANDARD_DECLARATION } };
}

/** Says what is asked. A wording that differs from the one that holds becomes the next, and is to be accepted anew. */
export async function setSafePeople(work: Work, input: SetSafePeopleInput, language: Language): Promise<Done> {
  const given = { attestYears: input.attestYears, words: { ...input.words } };
  const { attestYears, words } = checkInput(safePeopleRules(language), given, language);
  const { organizationId, seatId } = seated(work);
  const done = await changeOrganization(
    work,
    input.rev,
    "safe_people = $3, attest_years = $4",
    [input.required, attestYears],
    language,
  );
  const { declaration } = await readSafePeople(work);
  const same = (["nb", "nn", "en"] as const).every((one) => (declaration.words[one] ?? "") === words[one]);
  const changed = declaration.version === 0 ? input.required || !same : !same;
  const version = declaration.version + (changed ? 1 : 0);
  if (changed)
    await work.query(`insert into app.declaration (organization_id, version, words, made_by) values ($1, $2, $3, $4)`, [
      organizationId,
      version,
      JSON.stringify(words),
      seatId,
    ]);
  await audit(work, {
    action: "SAFE_PEOPLE_SET",
    subjectType: "Organization",
    subjectId: done.id,
    detail: { required: input.required, years: attestYears, version },
  });
  return done;
}

const PAPERS = `select s.id as "seatId", s.holder_name as "holderName", s.role, coalesce(c.short_name, o.short_name) as "unitName", x.lacks,
    p.attest_shown_on as "attestShownOn", x.attest_until as "attestUntil", b.holder_name as "seenByName", p.declaration_at as "declarationAt",
    s.account_id = authz.uid() as own, lower(coalesce(c.short_name, '')) || chr(1) || lower(s.holder_name) as place
  from authz.papers_of_seats() x join app.seat s on s.organization_id = $1 and s.id = x.seat_id join app.organization o on o.id = s.organization_id
  left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
  left join app.seat_papers p on p.organization_id = s.organization_id and p.seat_id = s.id
  left join app.seat b on b.organization_id = s.organization_id and b.id = p.attest_seen_by`;
type PapersRow = SeatPapers & { place: string };
const toPapers = ({ place: _place, ...papers }: PapersRow): SeatPapers => papers;

/** A page of the seats one looks after that reach persons: by chapter and name, or those alone that lack something. */
export async function listSeatPapers(
  work: Work,
  args: { first: number; after: string | null; chapterId: string | null; lacking: boolean },
): Promise<Connection<SeatPapers>> {
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  const key = (row: PapersRow): [string, string] => [row.place, row.seatId];
  if (args.chapterId && !isUuid(args.chapterId)) return toConnection([], first, toPapers, key, { totalCount: 0 });
  const found = `select * from (${PAPERS} where ($2::uuid is null or s.chapter_id = $2) and (not $3 or x.lacks <> '{}')) y`;
  const filter = [seated(work).organizationId, args.chapterId, args.lacking];
  const rows = await work.query<PapersRow>(
    `${found} where $4::text is null or (y.place, y."seatId") > ($4, $5::uuid) order by y.place, y."seatId" limit $6`,
    [...filter, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  const [counted] = await work.query<{ n: number }>(`select count(*)::int as n from (${found}) z`, filter);
  return toConnection(rows, first, toPapers, key, { after: args.after, totalCount: counted!.n });
}

/** The papers of one seat in reach, or null. */
export async function findSeatPapers(work: Work, id: string): Promise<SeatPapers | null> {
  const [row] = await work.query<PapersRow>(`${PAPERS} where s.id = $2`, [seated(work).organizationId, id]);
  return row ? toPapers(row) : null;
}

const REFUSED = { OWN: TEXTS.own, UNSEEN: TEXTS.unseen, DAY: TEXTS.day } as const;

/** Records that a certificate was shown to the one who asks, or takes the record back. */
export async function recordAttest(work: Work, input: RecordAttestInput, language: Language): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ became: "DONE" | "UNREACHED" | keyof typeof REFUSED }>(
    `select authz.record_attest($1, $2) as became`,
    [input.id, input.shownOn ?? null],
  );
  const { became } = row!;
  if (became === "UNREACHED") throw new AppError("NOT_FOUND");
  if (became !== "DONE")
    refuse("INVALID", say(language, REFUSED[became]), became === "DAY" ? ["shownOn"] : [], input.id);
  const [seat] = await work.query<{ chapter_id: string | null }>(`select chapter_id from app.seat where id = $1`, [
    input.id,
  ]);
  await audit(work, {
    action: input.shownOn ? "SEAT_ATTEST_SEEN" : "SEAT_ATTEST_TAKEN_BACK",
    subjectType: "Seat",
    subjectId: input.id,
    chapterId: seat?.chapter_id ?? null,
  });
  return { id: input.id };
}

/** The holder accepts the wording that holds now. */
export async function acceptDeclaration(
  work: Work,
  { version }: AcceptDeclarationInput,
  language: Language,
): Promise<Done> {
  const { seatId, chapterId } = seated(work);
  const [row] = await work.query<{ accepted: boolean }>(`select authz.accept_declaration($1) as accepted`, [version]);
  if (!row!.accepted) refuse("CONFLICT", say(language, TEXTS.otherWording), ["version"]);
  await audit(work, {
    action: "SEAT_DECLARATION_ACCEPTED",
    subjectType: "Seat",
    subjectId: seatId,
    chapterId,
    detail: { version },
  });
  return { id: seatId };
}
