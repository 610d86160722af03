import { addDays } from "@varde/domain";
import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import type { Role } from "../accounts/index.js";
import { inviteRows, tellWaitingSoon } from "../organization/index.js";
import { openDraft } from "./draft.js";
import type { Draft } from "./draft.js";
import { holdHandover } from "./handover.service.js";
import { HANDOVER_TEXTS } from "./handover.texts.js";
import { newSeatsEnd, understand } from "./lines.js";
import type { Line } from "./lines.js";
import { demandBoard, TASK_TO_GIVE } from "./read-handover.js";
import type { Reading } from "./read-handover.js";

type Sitting = { id: string; role: Role; valid_to: string | null; rev: number };
type Leaving = Sitting & { wanted: string; waits: boolean };

/** Who leaves, with the first day each seat is over. Nobody before the meeting, nor today. */
function leaving(
  draft: Draft,
  sitting: readonly Sitting[],
  { heldOn, today, language }: { heldOn: string; today: string; language: Language },
): Omit<Leaving, "waits">[] {
  const earliest = heldOn > today ? heldOn : today;
  return draft.ends.map(({ seatId, lastDay }, index) => {
    const seat = sitting.find(({ id }) => id === seatId);
    if (!seat) return refuse("INVALID", say(language, HANDOVER_TEXTS.notOnBoard), ["ends"]);
    if (lastDay < earliest || lastDay > addDays(today, 183)) {
      refuse("INVALID", say(language, HANDOVER_TEXTS.lastDay), ["ends", String(index)]);
    }
    const wanted = addDays(lastDay, 1);
    // a seat that runs out before is not made to last
    return { ...seat, wanted: seat.valid_to !== null && seat.valid_to < wanted ? seat.valid_to : wanted };
  });
}

/**
 * Whether leaders who leave wait until another has taken the seat: where nobody on the board today is leader on. Refuses where no
 * leader is to come either, so that a chapter never locks itself out.
 */
function leadersWait(
  sitting: readonly Sitting[],
  gone: readonly Omit<Leaving, "waits">[],
  lines: readonly Line[],
  language: Language,
): boolean {
  const leaders = gone.filter(({ role }) => role === "CHAPTER_LEADER");
  if (leaders.length === 0) return false;
  const last = leaders
    .map(({ wanted }) => wanted)
    .sort()
    .at(-1)!;
  const goesOn = sitting.some(
    (seat) =>
      seat.role === "CHAPTER_LEADER" &&
      (seat.valid_to === null || seat.valid_to > last) &&
      !gone.some(({ id }) => id === seat.id),
  );
  if (goesOn) return false;
  if (!lines.some((line) => line.role === "CHAPTER_LEADER" && !line.already)) {
    refuse("LOCKED", say(language, HANDOVER_TEXTS.noLeader));
  }
  return true;
}

/** Does it all, or nothing: ends the old seats by their dates, invites the new board, and keeps their first tasks for them. */
export async function completeHandover(work: Work, act: { id: string; rev: number }, reading: Reading): Promise<Done> {
  const { language, sealer } = reading;
  const { organizationId, seatId } = seated(work);
  // as with ending one seat: one at a time in an organization
  await work.query(`select pg_advisory_xact_lock(hashtextextended('end seat ' || $1, 0))`, [organizationId]);
  const held = await holdHandover(work, act, reading);
  if (!held.draft_ct) return refuse("LOCKED", say(language, HANDOVER_TEXTS.done), [], act.id);
  const board = await demandBoard(work, held.chapter_id);
  const no = (code: "INVALID" | "LOCKED", text: Parameters<typeof say>[1], path: string[] = []) =>
    refuse(code, say(language, text), path, act.id);
  if (held.held_on > work.today) no("INVALID", HANDOVER_TEXTS.tooEarly, ["heldOn"]);
  if (held.held_on < addDays(work.today, -90)) no("INVALID", HANDOVER_TEXTS.held, ["heldOn"]);
  const draft = openDraft(sealer, act.id, held.draft_ct);
  const lines = await understand(work, { list: draft.list, board, heldOn: held.held_on, language });
  if (lines.some((line) => line.problem !== null)) no("INVALID", HANDOVER_TEXTS.lines, ["list"]);
  const sitting = await work.query<Sitting>(
    `select id, role, valid_to, rev from app.seat where organization_id = $1 and chapter_id = $2 and role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
        and account_id is not null and (valid_to is null or valid_to > authz.today()) order by id for update`,
    [organizationId, board.id],
  );
  const gone = leaving(draft, sitting, { heldOn: held.held_on, today: work.today, language });
  const waits = leadersWait(sitting, gone, lines, language);
  const invited = await inviteRows(work, lines, { sealer, language, until: newSeatsEnd(held.held_on) });
  const stays = sitting.filter(
    (seat) => !gone.some(({ id }) => id === seat.id) && lines.some((line) => line.stays === seat.id),
  );
  if (invited.size === 0 && gone.length === 0 && stays.length === 0) no("INVALID", HANDOVER_TEXTS.nothing);

  const left: Leaving[] = gone.map((seat) => ({ ...seat, waits: waits && seat.role === "CHAPTER_LEADER" }));
  const now = left.filter((seat) => !seat.waits && seat.wanted !== seat.valid_to);
  await work.query(
    `update app.seat s set valid_to = x.wanted, rev = s.rev + 1 from unnest($2::uuid[], $3::date[]) x (id, wanted) where s.organization_id = $1 and s.id = x.id`,
    [organizationId, now.map((seat) => seat.id), now.map((seat) => seat.wanted)],
  );
  await work.query(
    `insert into app.handover_seat (organization_id, chapter_id, handover_id, seat_id, part, end_before, end_wanted, waits)
     select $1, $2, $3, x.id, x.part, x.end_before, x.end_wanted, x.waits
       from unnest($4::uuid[], $5::text[], $6::date[], $7::date[], $8::boolean[]) x (id, part, end_before, end_wanted, waits)`,
    [
      organizationId,
      board.id,
      act.id,
      [...left.map((seat) => seat.id), ...stays.map((seat) => seat.id), ...invited.values()],
      [...left.map(() => "LEAVES"), ...stays.map(() => "STAYS"), ...[...invited.values()].map(() => "COMES")],
      [
        ...left.map((seat) => seat.valid_to),
        ...stays.map((seat) => seat.valid_to),
        ...[...invited.values()].map(() => null),
      ],
      [
        ...left.map((seat) => seat.wanted),
        ...stays.map(() => newSeatsEnd(held.held_on)),
        ...[...invited.values()].map(() => null),
      ],
      [...left.map((seat) => seat.waits), ...stays.map(() => false), ...[...invited.values()].map(() => false)],
    ],
  );
  for (const { id } of stays) await tellWaitingSoon(work, id);
  const gives = draft.gives.flatMap(({ line, touchpointIds }) => {
    const seat = invited.get(line);
    return seat ? touchpointIds.map((id) => ({ id, seat })) : [];
  });
  // what was done, or given up, since it was chosen is nobody's to begin with
  await work.query(
    `insert into app.handover_task (organization_id, chapter_id, handover_id, touchpoint_id, seat_id)
     select $1, $2, $3, t.id, x.seat from unnest($4::uuid[], $5::uuid[]) x (id, seat)
       join app.touchpoint t on t.organization_id = $1 and t.chapter_id = $2 and t.id = x.id
       join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id where ${TASK_TO_GIVE}`,
    [organizationId, board.id, act.id, gives.map((give) => give.id), gives.map((give) => give.seat)],
  );
  for (const seat of left) {
    await audit(work, {
      action: "SEAT_ENDED",
      subjectType: "Seat",
      subjectId: seat.id,
      chapterId: board.id,
      detail: { role: seat.role, validTo: seat.wanted },
    });
  }
  await audit(work, {
    action: "HANDOVER_DONE",
    subjectType: "Handover",
    subjectId: act.id,
    chapterId: board.id,
    detail: { heldOn: held.held_on, left: left.length, came: invited.size },
  });
  const [changed] = await work.query<{ rev: number }>(
    `update app.handover set state = 'DONE', draft_ct = null, changed_at = now(), done_by = $3, done_at = now(), rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [board.id, act.id, seatId],
  );
  return { id: act.id, rev: changed!.rev };
}
