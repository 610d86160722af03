import { isSigned, signableFrom, signingProblem, grantItems } from "@varde/domain";
import type { GrantReturnWords, Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { grantRules } from "./grant-return.inputs.js";
import type { SaveGrantReturnInput, SignGrantReturnInput } from "./grant-return.inputs.js";
import { GRANT_TEXTS } from "./grant-return.texts.js";
import { grantPaper } from "./paper.js";
import { ownChapter, returnById, returnOfYear, signaturesOf, standing } from "./read-return.js";
import type { ReturnRow, SignatureRow } from "./read-return.js";

const YEARS_BACK = 5;

/** Whether a basis year is one that a return may be written for: this one, or one of the last five. */
export const isGrantYear = (year: number, today: string): boolean => {
  const now = Number(today.slice(0, 4));
  return Number.isInteger(year) && year <= now && year >= now - YEARS_BACK;
};

/** The basis year that is reported in now: the last one that is over. */
export const lastGrantYear = (today: string): number => Number(today.slice(0, 4)) - 1;

/** One at a time for a chapter's returns: a signature and a change never pass each other. */
const oneAtATime = (work: Work, chapterId: string): Promise<unknown> =>
  work.query(`select pg_advisory_xact_lock(hashtextextended('grant-return/' || $1, 0))`, [chapterId]);

function checkDays(words: GrantReturnWords, work: Work, language: Language): void {
  const elected = words.electedOn?.value;
  if (elected && elected > work.today) refuse("INVALID", say(language, GRANT_TEXTS.day), ["electedOn", "value"]);
}

/** Writes what the board says in its return. Signatures that were given and are not delivered are void by it. */
export async function saveGrantReturn(work: Work, language: Language, input: SaveGrantReturnInput): Promise<Done> {
  const { organizationId } = seated(work);
  const chapterId = ownChapter(work);
  if (!isGrantYear(input.year, work.today)) refuse("INVALID", say(language, GRANT_TEXTS.year), ["year"]);
  const { activity, municipality, electedOn, periodTo, board, sent } = input;
  const words = checkInput(
    grantRules(language).words,
    {
      activity,
      municipality: municipality ? { ...municipality } : null,
      electedOn: electedOn ? { ...electedOn } : null,
      periodTo: periodTo ?? null,
      board: board ? { reason: board.reason, value: board.value.map((one) => ({ ...one })) } : null,
      sent: [...sent],
    },
    language,
  );
  checkDays(words, work, language);
  await oneAtATime(work, chapterId);
  const row = await returnOfYear(work, chapterId, input.year);
  if ((row?.rev ?? 0) !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict), [], row?.id);
  if (row && row.state !== "DRAFT" && row.state !== "RETURNED")
    refuse("LOCKED", say(language, GRANT_TEXTS.delivered), [], row.id);
  const id = row?.id ?? uuidv7();
  if (row) {
    await work.query(`update app.grant_return set rev = rev + 1 where chapter_id = $1 and id = $2`, [chapterId, id]);
    await work.query(`update app.grant_words set words = $3 where chapter_id = $1 and return_id = $2`, [
      chapterId,
      id,
      JSON.stringify(words),
    ]);
    const voided = await work.query(
      `delete from app.grant_content where chapter_id = $1 and return_id = $2 and version = $3 and delivered_at is null returning 1`,
      [chapterId, id, row.version + 1],
    );
    if (voided.length > 0)
      await audit(work, { ...lineOf(id, chapterId), action: "GRANT_RETURN_VOIDED", detail: { year: row.year } });
  } else {
    await work.query(`insert into app.grant_return (organization_id, chapter_id, id, year) values ($1, $2, $3, $4)`, [
      organizationId,
      chapterId,
      id,
      input.year,
    ]);
    await work.query(
      `insert into app.grant_words (organization_id, chapter_id, return_id, words) values ($1, $2, $3, $4)`,
      [organizationId, chapterId, id, JSON.stringify(words)],
    );
  }
  return { id, rev: input.rev + 1 };
}

const lineOf = (id: string, chapterId: string) => ({ subjectType: "GrantReturn", subjectId: id, chapterId });

/** The names a seat's holder goes by: two that share one are one person. */
async function myNames(work: Work): Promise<string[]> {
  const { organizationId, seatId, accountName } = seated(work);
  const [seat] = await work.query<{ name: string }>(
    `select holder_name as name from app.seat where organization_id = $1 and id = $2`,
    [organizationId, seatId],
  );
  return [accountName, ...(seat ? [seat.name] : [])];
}

const toSigner = ({ accountId, names, role }: SignatureRow) => ({
  accountId,
  names,
  isLeader: role === "CHAPTER_LEADER",
});

/** Signing needs a factor given just now: that is what makes a click a signature. */
async function demandFactor(work: Work, language: Language): Promise<void> {
  const [row] = await work.query<{ fresh: boolean }>(`select authz.stepped_up('10 minutes') as fresh`);
  if (!row?.fresh) refuse("INVALID", say(language, GRANT_TEXTS.noFactor));
}

async function deliver(
  work: Work,
  row: ReturnRow,
  now: Awaited<ReturnType<typeof standing>>,
  language: Language,
): Promise<void> {
  const version = row.version + 1;
  const signed = (await signaturesOf(work, row, version)).map(({ name, role, at }) => ({
    name,
    role,
    at: at.toISOString(),
  }));
  const pdf = await grantPaper(now.content, now.hash, signed, version, language);
  await work.query(
    `update app.grant_content set delivered_at = now(), signed = $4, pdf = $5 where chapter_id = $1 and return_id = $2 and version = $3`,
    [row.chapterId, row.id, version, JSON.stringify(signed), pdf],
  );
  await work.query(
    `update app.grant_return set state = 'DELIVERED', version = $3, state_at = now(), reminded_on = null, rev = rev + 1 where chapter_id = $1 and id = $2`,
    [row.chapterId, row.id, version],
  );
  await audit(work, {
    ...lineOf(row.id, row.chapterId),
    action: "GRANT_RETURN_DELIVERED",
    detail: { year: row.year, version, signatures: signed.length, hash: now.hash },
  });
}

/**
 * Signs exactly what was read. The leader alone is enough, or two of the board; what is signed is frozen with the first signature and
 * delivered with the last. Signed twice by the same is signed once.
 */
export async function signGrantReturn(work: Work, language: Language, input: SignGrantReturnInput): Promise<Done> {
  const { organizationId, seatId, accountId, role } = seated(work);
  const chapterId = ownChapter(work);
  await oneAtATime(work, chapterId);
  const row = await returnById(work, input.id);
  if (!row || row.chapterId !== chapterId) throw new AppError("NOT_FOUND");
  const done = { id: row.id, rev: row.rev };
  if (row.state === "DELIVERED" || row.state === "APPROVED") {
    const mine = (await signaturesOf(work, row, row.version)).some((one) => one.accountId === accountId);
    return mine ? done : refuse("LOCKED", say(language, GRANT_TEXTS.delivered), [], row.id);
  }
  if (work.today < signableFrom(row.year)) refuse("INVALID", say(language, GRANT_TEXTS.tooEarly), [], row.id);
  await demandFactor(work, language);
  const now = await standing(work, row, chapterId, row.year);
  if (now.hash !== input.hash) refuse("CONFLICT", say(language, GRANT_TEXTS.changed), [], row.id);
  if (grantItems(now.content).some(({ state }) => state === "MISSING"))
    refuse("INVALID", say(language, GRANT_TEXTS.missing), [], row.id);
  const version = row.version + 1;
  if (!now.pending) {
    await work.query(
      `insert into app.grant_content (organization_id, chapter_id, return_id, version, content, hash) values ($1, $2, $3, $4, $5, $6)`,
      [organizationId, chapterId, row.id, version, now.text, now.hash],
    );
  }
  const signed = (await signaturesOf(work, row, version)).map(toSigner);
  const me = { accountId, names: await myNames(work), isLeader: role === "CHAPTER_LEADER" };
  const problem = signingProblem(signed, me);
  if (problem === "SAME_ACCOUNT") return done;
  if (problem === "SAME_PERSON") refuse("INVALID", say(language, GRANT_TEXTS.samePerson), [], row.id);
  await work.query(
    `insert into app.grant_signature (organization_id, chapter_id, return_id, version, account_id, seat_id) values ($1, $2, $3, $4, $5, $6)`,
    [organizationId, chapterId, row.id, version, accountId, seatId],
  );
  if (isSigned([...signed, me])) await deliver(work, row, now, language);
  else
    await audit(work, {
      ...lineOf(row.id, chapterId),
      action: "GRANT_RETURN_SIGNED",
      detail: { year: row.year, version, hash: now.hash },
    });
  return done;
}
