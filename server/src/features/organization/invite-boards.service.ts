import { containsNationalId, inLevelWords } from "@varde/domain";
import type { Language, LevelTerm } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { UNIT_OF_ROLE } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";
import { BOARD_MOST, DAY_MOST, invite } from "./invite.js";
import { levelTerm } from "./level.js";
import { defaultSeatEnd } from "./seat.inputs.js";
import { SEAT_TEXTS, sameAsLine, SHEET_TEXTS } from "./seat.texts.js";
import type { BoardRow } from "./seat.type.js";
import { readSheet, roleOf, sameWord } from "./sheet.js";
import type { SheetLine } from "./sheet.js";

export const ROWS_MOST = 300;
/** What a list of one board may hold: all that its leader may give. */
const BOARD_ROLES: readonly Role[] = ["CHAPTER_LEADER", "CHAPTER_BOARD"];

type Unit = { id: string; name: string; short_name: string; kind: "CHAPTER" | "REGION"; closed: boolean };
/** A line with the unit it was matched to. */
export type MatchedRow = BoardRow & { unitId: string | null };
/** The one board a list is for. A line may name it, and no other. */
export type OneBoard = { id: string; name: string; short_name: string };

/** The board that the one who asks looks after, for a leader; null for those who invite everywhere. Throws NOT_FOUND without one. */
export async function boardOf(work: Work, chapterId: string | null): Promise<OneBoard | null> {
  const viewer = seated(work);
  const everywhere = viewer.caps.has("SEAT_GRANT");
  const id = chapterId ?? (everywhere ? null : viewer.chapterId);
  if (id === null && everywhere) return null;
  if (id === null || !isUuid(id) || (!everywhere && id !== viewer.chapterId)) throw new AppError("NOT_FOUND");
  const [board] = await work.query<OneBoard>(
    `select id, name, short_name from app.chapter where organization_id = $1 and id = $2`,
    [viewer.organizationId, id],
  );
  if (!board) throw new AppError("NOT_FOUND");
  return board;
}

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

type Reading = { units: readonly Unit[]; only: OneBoard | null; language: Language; level: LevelTerm };

function readRow(sheetLine: SheetLine, { units, only, language, level }: Reading): MatchedRow {
  const role = roleOf(sheetLine.role);
  const email = parseEmail(sheetLine.email);
  const kind = role && UNIT_OF_ROLE[role];
  const word = sheetLine.unit === "" && only ? sameWord(only.name) : sameWord(sheetLine.unit);
  const unit = matchUnit(
    units.filter((candidate) => candidate.kind === (kind ?? "CHAPTER")),
    word,
  );
  const problem = !sheetLine.complete
    ? SHEET_TEXTS.tooFew
    : sheetLine.name.length > 120 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(sheetLine.name) || containsNationalId(sheetLine.name)
      ? SHEET_TEXTS.name
      : !email
        ? SEAT_TEXTS.email
        : !role
          ? SHEET_TEXTS[only ? "ownRole" : "role"]
          : only && !BOARD_ROLES.includes(role)
            ? SHEET_TEXTS.ownRole
            : only && (typeof unit === "string" || unit.id !== only.id)
              ? SHEET_TEXTS.ownBoard
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
    problem: problem && inLevelWords(say(language, problem), level, language),
    already: false,
    unitId: typeof unit === "string" ? null : unit.id,
  };
}

/** The lines as understood, each with what to mend, compared with one another. Refuses an empty or too long sheet. */
export async function readRows(
  work: Work,
  text: string,
  { only, language }: { only: OneBoard | null; language: Language },
): Promise<MatchedRow[]> {
  const lines = readSheet(text, only ? "OWN" : "MANY");
  if (lines.length === 0) refuse("INVALID", say(language, SHEET_TEXTS[only ? "ownNothing" : "nothing"]), ["text"]);
  if (lines.length > ROWS_MOST) refuse("INVALID", say(language, SHEET_TEXTS.tooMany), ["text"]);
  // the chapter of members without a board is nobody's to find by a name, but its own list knows it
  const units: Unit[] = only
    ? [{ ...only, kind: "CHAPTER", closed: await isClosed(work, only.id) }]
    : await readUnits(work);
  const level = await levelTerm(work);
  const seen = new Map<string, number>();
  return lines.map((sheetLine) => {
    const row = readRow(sheetLine, { units, only, language, level });
    if (row.problem) return row;
    // one person may hold several seats, but not two on the same board
    const key = `${row.email} ${row.unitId} ${row.role === "CHAPTER_LEADER" ? "CHAPTER_BOARD" : row.role}`;
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row.line);
    if (earlier !== undefined) row.problem = say(language, sameAsLine(earlier));
    return row;
  });
}

async function isClosed(work: Work, chapterId: string): Promise<boolean> {
  const [row] = await work.query<{ closed: boolean }>(
    `select closed_on is not null as closed from app.chapter where organization_id = $1 and id = $2`,
    [seated(work).organizationId, chapterId],
  );
  return row?.closed ?? true;
}

/** Marks the lines whose person already holds the seat or is invited to it: they are left out. Addresses are sealed, so it goes by name. */
export async function markThoseThere(work: Work, rows: readonly MatchedRow[]): Promise<MatchedRow[]> {
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
  return rows.map((row) => (row.problem === null && lines.has(row.line) ? { ...row, already: true } : row));
}

/** Refuses what would make a board larger, or send more in a day, than one person at a time may. */
async function demandRoom(work: Work, rows: readonly MatchedRow[], language: Language): Promise<void> {
  const [most] = await work.query<{ held: number; fresh: number }>(
    `select coalesce(max(held), 0)::int as held, coalesce(max(fresh), 0)::int as fresh from (
       select x.n + count(s.id) filter (where s.valid_to is null or s.valid_to > authz.today()) as held,
              x.n + count(s.id) filter (where s.created_at > now() - interval '1 day') as fresh
         from (select u as unit_id, count(*) as n from unnest($2::uuid[]) u group by u) x
         left join app.seat s on s.organization_id = $1 and coalesce(s.chapter_id, s.region_id) = x.unit_id group by x.unit_id, x.n) y`,
    [seated(work).organizationId, rows.map((row) => row.unitId)],
  );
  if (most!.fresh > DAY_MOST) refuse("LOCKED", say(language, SEAT_TEXTS.dayFull));
  if (most!.held > BOARD_MOST) refuse("LOCKED", say(language, SEAT_TEXTS.boardFull));
}

/**
 * Invites everybody on the sheet who is not there already, so that a list pasted twice is sent once, and gives their seats'
 * ids by line. `until` is a chapter seat's first day that is over. Refuses, and invites nobody, when a line has a problem.
 */
export async function inviteRows(
  work: Work,
  all: readonly MatchedRow[],
  { sealer, language, until }: { sealer: Sealer; language: Language; until?: string },
): Promise<ReadonlyMap<number, string>> {
  if (all.some((row) => row.problem !== null)) refuse("INVALID", say(language, SHEET_TEXTS.someBad), ["text"]);
  const rows = all.filter((row) => !row.already).map((row) => ({ ...row, id: uuidv7() }));
  if (rows.length === 0) return new Map();
  await demandRoom(work, rows, language);
  const made = await invite(
    work,
    rows.map((row) => {
      const inChapter = UNIT_OF_ROLE[row.role!] === "CHAPTER";
      return {
        id: row.id,
        role: row.role!,
        regionId: inChapter ? null : row.unitId,
        chapterId: inChapter ? row.unitId : null,
        holderName: row.name,
        email: row.email,
        validTo: inChapter ? (until ?? defaultSeatEnd(work.today)) : null,
      };
    }),
    { sealer, language },
  );
  if (!made) refuse("CONFLICT", say(language, COMMON.conflict));
  return new Map(rows.map((row) => [row.line, row.id]));
}
