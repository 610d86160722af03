import { defaultGrantRules, countChapter } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";

/** The basis year that may be signed now. */
export const YEAR = new Date().getFullYear() - 1;
export const ACTIVITY = "Quizkveld for alle medlemmer på biblioteket, 12 kom.";

/** A session of a seat in which the second factor was given `minutes` ago. */
export const withFactor = async (seed: Seed, seat: SeededSeat, minutes = 0): Promise<SeededSeat> => ({
  ...seat,
  secret: await seed.session(seat.accountId, seat.seatId, {
    aal: 2,
    stepup_at: new Date(Date.now() - minutes * 60_000),
  }),
});

/** What a return needs of the register, so that nothing of it is missing. */
export async function readyChapter(
  seed: Seed,
  { organizationId }: Pick<Federation, "organizationId">,
  chapterId: string,
) {
  await seed.client.query(`update app.chapter set municipalities = '{Asker}' where id = $1`, [chapterId]);
  await seed.rows("meeting", {
    organization_id: organizationId,
    chapter_id: chapterId,
    id: uuidv7(),
    kind: "ANNUAL_MEETING",
    held_on: `${YEAR}-02-10`,
  });
}

/** A delivered return as it lies in the database: made by the owner, past every use case. */
export async function deliveredRow(
  seed: Seed,
  { organizationId }: Pick<Federation, "organizationId">,
  seat: SeededSeat,
  over: { year?: number; chapterId?: string; pdf?: Buffer; at?: Date; counting?: number; activity?: string } = {},
): Promise<string> {
  const id = uuidv7();
  const year = over.year ?? YEAR;
  const chapterId = over.chapterId ?? seat.chapterId!;
  const rules = defaultGrantRules(year);
  const content = JSON.stringify({
    year,
    chapter: "Lag",
    county: "Akershus",
    municipality: "Asker",
    electedOn: `${year}-02-10`,
    periodTo: `${year + 1}-02-10`,
    board: [],
    activity: over.activity ?? ACTIVITY,
    count: { ...countChapter([], rules), counting: over.counting ?? 7, chapter: "MET" },
    rules,
    papers: [],
    corrections: [],
  });
  const tenant = { organization_id: organizationId, chapter_id: chapterId };
  const at = over.at ?? new Date();
  await seed.client.query("begin");
  await seed.client.query("set local session_replication_role = replica");
  await seed.rows("grant_return", { ...tenant, id, year, state: "DELIVERED", version: 1, state_at: at });
  await seed.rows("grant_words", { ...tenant, return_id: id, words: {} });
  await seed.client.query(
    `insert into app.grant_content (organization_id, chapter_id, return_id, version, content, hash, delivered_at, signed, pdf)
     values ($1, $2, $3, 1, $4, encode(sha256(convert_to($4, 'UTF8')), 'hex'), $5, $6, $7)`,
    [
      organizationId,
      chapterId,
      id,
      content,
      at,
      JSON.stringify([{ name: "Leder", role: "CHAPTER_LEADER", at: at.toISOString() }]),
      over.pdf ?? Buffer.from("%PDF-"),
    ],
  );
  await seed.rows("grant_signature", {
    ...tenant,
    return_id: id,
    version: 1,
    account_id: seat.accountId,
    seat_id: seat.seatId,
    role: "CHAPTER_LEADER",
    name: "Leder",
    name_keys: ["leder"],
  });
  await seed.client.query("commit");
  return id;
}
