import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { sealDraft } from "./draft.js";
import { saveRules } from "./handover.inputs.js";
import type { SaveHandoverInput } from "./handover.inputs.js";
import { HANDOVER_TEXTS } from "./handover.texts.js";
import type { HandoverState } from "./handover.type.js";
import { demandBoard } from "./read-handover.js";
import type { Reading } from "./read-handover.js";

type Act = { id: string; rev: number };
export type Held = { chapter_id: string; state: HandoverState; held_on: string; draft_ct: Buffer | null; rev: number };

/** The handover, locked while it is a draft, on the `rev` the act is based on. Throws NOT_FOUND outside reach; refuses when stale. */
export async function holdHandover(work: Work, { id, rev }: Act, { language }: Reading): Promise<Held> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [seen] = await work.query<Held>(
    `select chapter_id, state, held_on, draft_ct, rev from app.handover where organization_id = $1 and id = $2`,
    [seated(work).organizationId, id],
  );
  if (!seen) throw new AppError("NOT_FOUND");
  // what is done is not open to a lock of ours: taking it back locks it where it is done
  if (seen.state !== "DRAFT") return demandRev(seen);
  const [held] = await work.query<Held>(
    `select chapter_id, state, held_on, draft_ct, rev from app.handover where chapter_id = $1 and id = $2 for update`,
    [seen.chapter_id, id],
  );
  if (!held) return refuse("LOCKED", say(language, HANDOVER_TEXTS.done), [], id);
  return demandRev(held);

  function demandRev(row: Held): Held {
    if (row.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
    return row;
  }
}

/** Keeps a handover as far as it has come: one draft a chapter. */
export async function saveHandover(work: Work, input: SaveHandoverInput, reading: Reading): Promise<Done> {
  const { language, sealer } = reading;
  const board = await demandBoard(work, input.chapterId);
  const { id, heldOn, ...draft } = checkInput(saveRules(language, work.today), { ...input }, language);
  const sealed = sealDraft(sealer, id, draft);
  const { organizationId, seatId } = seated(work);
  if (input.rev === undefined || input.rev === null) {
    const made = await work.query(
      `insert into app.handover (organization_id, chapter_id, id, held_on, draft_ct, begun_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
      [organizationId, board.id, id, heldOn, sealed, seatId],
    );
    // somebody else has begun one: the page reads it
    if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
    return { id, rev: 1 };
  }
  const held = await holdHandover(work, { id, rev: input.rev }, reading);
  if (held.chapter_id !== board.id) throw new AppError("NOT_FOUND");
  if (held.state !== "DRAFT") refuse("LOCKED", say(language, HANDOVER_TEXTS.done), [], id);
  await work.query(
    `update app.handover set held_on = $3, draft_ct = $4, changed_at = now(), rev = rev + 1 where chapter_id = $1 and id = $2`,
    [board.id, id, heldOn, sealed],
  );
  return { id, rev: held.rev + 1 };
}

/** Throws a draft away, with the addresses in it. */
export async function discardHandover(work: Work, act: Act, reading: Reading): Promise<Done> {
  const held = await holdHandover(work, act, reading);
  if (held.state !== "DRAFT") refuse("LOCKED", say(reading.language, HANDOVER_TEXTS.done), [], act.id);
  await work.query(`delete from app.handover where chapter_id = $1 and id = $2`, [held.chapter_id, act.id]);
  return { id: act.id };
}

/** Takes back what a handover did, within fourteen days. What the new board did stays done. */
export async function undoHandover(work: Work, act: Act, reading: Reading): Promise<Done> {
  const held = await holdHandover(work, act, reading);
  if (held.state !== "DONE") refuse("LOCKED", say(reading.language, HANDOVER_TEXTS.undoLate), [], act.id);
  // before it: whoever takes it back may lose the own seat by it
  await audit(work, {
    action: "HANDOVER_UNDONE",
    subjectType: "Handover",
    subjectId: act.id,
    chapterId: held.chapter_id,
    detail: {},
  });
  const [row] = await work.query<{ said: "DONE" | "LATE" | "NO_LEADER" }>(
    `select authz.undo_handover($1, $2) as said`,
    [held.chapter_id, act.id],
  );
  if (row!.said === "LATE") refuse("LOCKED", say(reading.language, HANDOVER_TEXTS.undoLate), [], act.id);
  if (row!.said === "NO_LEADER") refuse("LOCKED", say(reading.language, HANDOVER_TEXTS.undoNoLeader), [], act.id);
  return { id: act.id, rev: held.rev + 1 };
}
