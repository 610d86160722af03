import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { readRows, sameWord } from "../organization/index.js";
import type { MatchedRow, OneBoard } from "../organization/index.js";
import { HANDOVER_TEXTS } from "./handover.texts.js";
import type { HandoverLine } from "./handover.type.js";

/** `stays`: the own seat, which lasts longer when another confirms it. */
export type Line = MatchedRow & { note: string | null; stays?: string };

/** Seats given at an annual meeting hold until the first of April the year after. */
export const newSeatsEnd = (heldOn: string): string => `${Number(heldOn.slice(0, 4)) + 1}-04-01`;

/**
 * The new board's lines. Whoever is on it already with a seat that lasts goes on without a mail. Last year's seat runs out this
 * spring, so one who is re-elected is invited anew, and has both until then. An empty list has no lines. Refuses one that is too long.
 */
export async function understand(
  work: Work,
  { list, board, heldOn, language }: { list: string; board: OneBoard; heldOn: string; language: Language },
): Promise<Line[]> {
  if (list.trim() === "") return [];
  const rows = await readRows(work, list, { only: board, language });
  const viewer = seated(work);
  const there = await work.query<{
    id: string;
    name: string;
    role: string;
    lasts: boolean;
    mine: boolean;
    acting: boolean;
  }>(
    `select s.id, s.holder_name as name, s.role, s.valid_to is null or s.valid_to >= $3::date as lasts, s.account_id is not distinct from authz.uid() as mine,
            s.id is not distinct from authz.seat_id() as acting
       from app.seat s where s.organization_id = $1 and s.chapter_id = $2 and (s.valid_to is null or s.valid_to > authz.today())`,
    [viewer.organizationId, board.id, newSeatsEnd(heldOn)],
  );
  return rows.map((row) => {
    const found = there.filter((seat) => sameWord(seat.name) === sameWord(row.name));
    if (row.problem || found.length === 0) return { ...row, note: null };
    const same = found.filter((seat) => seat.role === row.role);
    const own = same.find((seat) => seat.acting && !seat.lasts);
    if (own) return { ...row, already: true, note: say(language, HANDOVER_TEXTS.stays), stays: own.id };
    if (found.some((seat) => seat.mine)) {
      return {
        ...row,
        already: true,
        note: same.some((seat) => seat.mine && seat.lasts) ? null : say(language, HANDOVER_TEXTS.self),
      };
    }
    if (same.some((seat) => seat.lasts)) return { ...row, already: true, note: null };
    return { ...row, note: same.length > 0 ? say(language, HANDOVER_TEXTS.again) : null };
  });
}

/** As `understand`, for showing: what cannot be read at all has no lines. */
export async function shownLines(work: Work, of: Parameters<typeof understand>[1]): Promise<HandoverLine[]> {
  try {
    return (await understand(work, of)).map(({ line, name, email, role, problem, already, note, stays }) => ({
      line,
      name,
      email,
      role,
      problem,
      already,
      stays: stays !== undefined,
      note,
    }));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
