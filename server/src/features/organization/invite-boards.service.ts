import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { UNIT_OF_ROLE } from "../accounts/index.js";
import { invite } from "./invite.js";
import { defaultSeatEnd } from "./seat.inputs.js";
import { SEAT_TEXTS, sameAsLine, SHEET_TEXTS } from "./seat.texts.js";
import type { BoardRow } from "./seat.type.js";
import { readSheet, roleOf, sameWord } from "./sheet.js";
import type { SheetLine } from "./sheet.js";

export const ROWS_MOST = 300;

type Unit = { id: string; name: string; short_name: string; kind: "CHAPTER" | "REGION"; closed: boolean };
/** A line with the unit it was matched to. */
export type MatchedRow = BoardRow & { unitId: string | null };

async function readUnits(work: Work): Promise<Unit[]> {
  return work.query<Unit>(
    `select id, name, short_name, 'CHAPTER' as kind, closed_on is not null as closed from app.chapter where organization_id = $1 and not direct_members
     union all select id, name, name, 'REGION', closed_on is not null from app.region where organization_id = $1`,
    [seated(work).organizationId],
  );
}

function matchUnit(units: readonly Unit[], word: string): Unit | "none" | "several" {
  const exact = units.filter((unit) => sameWord(unit.name) === word);
  const found = exact.length > 0 ? exact : units.filter((unit) => sameWord(unit.short_name) === word);
  // a region may have been closed and made again under the same name
  const open = found.filter((unit) => !unit.closed);
  const left = open.length > 0 ? open : found;
  return left.length === 0 ? "none" : left.length > 1 ? "several" : left[0]!;
}

function readRow(sheetLine: SheetLine, units: readonly Unit[], language: Language): MatchedRow {
  const role = roleOf(sheetLine.role);
  const email = parseEmail(sheetLine.email);
  const kind = role && UNIT_OF_ROLE[role];
  const unit = matchUnit(
    units.filter((candidate) => candidate.kind === (kind ?? "CHAPTER")),
    sameWord(sheetLine.unit),
  );
  const problem = !sheetLine.complete
    ? SHEET_TEXTS.tooFew
    : sheetLine.name.length > 120 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(sheetLine.name) || containsNationalId(sheetLine.name)
      ? SHEET_TEXTS.name
      : !email
        ? SEAT_TEXTS.email
        : !role
          ? SHEET_TEXTS.role
          : unit === "none"
            ? SHEET_TEXTS[kind === "REGION" ? "region" : "chapter"]
            : unit === "several"
              ? SHEET_TEXTS.ambiguous
              : unit.closed
                ? SEAT_TEXTS.unitClosed
                : null;
  return {
    line: sheetLine.line,
    name: sheetLine.name.normalize("NFC").slice(0, 120),
    email: email ?? sheetLine.email.slice(0, 254),
    chapterName: typeof unit === "string" ? sheetLine.unit.slice(0, 120) || null : unit.name,
    role,
    problem: problem && say(language, problem),
    unitId: typeof unit === "string" ? null : unit.id,
  };
}

/** The lines as understood, each with what to mend, compared with one another. Refuses an empty or too long sheet. */
export async function readRows(work: Work, text: string, language: Language): Promise<MatchedRow[]> {
  const lines = readSheet(text);
  if (lines.length === 0) refuse("INVALID", say(language, SHEET_TEXTS.nothing), ["text"]);
  if (lines.length > ROWS_MOST) refuse("INVALID", say(language, SHEET_TEXTS.tooMany), ["text"]);
  const units = await readUnits(work);
  const seen = new Map<string, number>();
  return lines.map((sheetLine) => {
    const row = readRow(sheetLine, units, language);
    if (row.problem) return row;
    // one person may hold several seats, but not two on the same board
    const key = `${row.email} ${row.unitId} ${row.role === "CHAPTER_LEADER" ? "CHAPTER_BOARD" : row.role}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row.line);
    if (earlier !== undefined) row.problem = say(language, sameAsLine(earlier));
    return row;
  });
}

/** Marks the lines whose person already holds the seat or is invited to it. Addresses are sealed, so it goes by name. */
export async function markThoseThere(
  work: Work,
  rows: readonly MatchedRow[],
  language: Language,
): Promise<MatchedRow[]> {
  const there = await work.query<{ line: number }>(
    `select distinct x.line from unnest($2::int[], $3::uuid[], $4::text[], $5::text[]) x (line, unit_id, role, name)
       join app.seat s on s.organization_id = $1 and coalesce(s.chapter_id, s.region_id) = x.unit_id and s.role = x.role
        and lower(s.holder_name) = lower(x.name) and (s.valid_to is null or s.valid_to > authz.today())`,
    [
      seated(work).organizationId,
      rows.map((row) => row.line),
      rows.map((row) => row.unitId),
      rows.map((row) => row.role),
      rows.map((row) => row.name),
    ],
  );
  const lines = new Set(there.map(({ line }) => line));
  return rows.map((row) =>
    row.problem === null && lines.has(row.line) ? { ...row, problem: say(language, SEAT_TEXTS.already) } : row,
  );
}

/** Invites everybody on the sheet. Refuses, and invites nobody, when a line has a problem. */
export async function inviteRows(
  work: Work,
  rows: readonly MatchedRow[],
  { sealer, language }: { sealer: Sealer; language: Language },
): Promise<void> {
  if (rows.some((row) => row.problem !== null)) refuse("INVALID", say(language, SHEET_TEXTS.someBad), ["text"]);
  const made = await invite(
    work,
    rows.map((row) => {
      const inChapter = UNIT_OF_ROLE[row.role!] === "CHAPTER";
      return {
        id: uuidv7(),
        role: row.role!,
        regionId: inChapter ? null : row.unitId,
        chapterId: inChapter ? row.unitId : null,
        holderName: row.name,
        email: row.email,
        validTo: inChapter ? defaultSeatEnd(work.today) : null,
      };
    }),
    { sealer, language },
  );
  if (!made) refuse("CONFLICT", say(language, COMMON.conflict));
}
