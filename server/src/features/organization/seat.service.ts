import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Role } from "../accounts/index.js";
import { enqueueInvitations, INVITATION_DAYS } from "./invite.js";
import { findSeat } from "./read-seats.js";
import { SEAT_TEXTS } from "./seat.texts.js";

type Act = { id: string; rev: number };
type Held = {
  role: Role;
  chapter_id: string | null;
  account_id: string | null;
  ended: boolean;
  rev: number;
  granter_holds: boolean;
};

/** The seat, locked, on the `rev` the act is based on. Throws NOT_FOUND outside what the seat acted in may grant; refuses when stale or over. */
async function holdSeat(work: Work, { id, rev }: Act, language: Language): Promise<Held> {
  const viewer = seated(work);
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [held] = await work.query<Held>(
    `select s.role, s.chapter_id, s.account_id, s.rev, s.valid_to is not null and s.valid_to <= authz.today() as ended,
        s.granted_by is null or exists (select 1 from app.seat g where g.organization_id = s.organization_id and g.id = s.granted_by
          and g.account_id is not null and (g.valid_to is null or g.valid_to > authz.today())) as granter_holds
       from app.seat s where s.organization_id = $1 and s.id = $2 for update of s`,
    [viewer.organizationId, id],
  );
  if (!held) throw new AppError("NOT_FOUND");
  const grantable = held.role === "CHAPTER_LEADER" || held.role === "CHAPTER_BOARD";
  if (!viewer.caps.has("SEAT_GRANT")) {
    if (held.chapter_id !== viewer.chapterId) throw new AppError("NOT_FOUND");
    if (!grantable) throw new AppError("FORBIDDEN");
  }
  if (held.ended) refuse("LOCKED", say(language, SEAT_TEXTS.ended), [], id);
  if (held.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return held;
}

const auditSeat = (work: Work, action: string, id: string, held: Held) =>
  audit(work, { action, subjectType: "Seat", subjectId: id, chapterId: held.chapter_id, detail: { role: held.role } });

/** Sends the invitation once more, with a new link; the old one stops working when the new is sent. */
export async function resendInvitation(work: Work, act: Act, language: Language): Promise<Done> {
  const held = await holdSeat(work, act, language);
  if (held.account_id) refuse("LOCKED", say(language, SEAT_TEXTS.hasHolder), [], act.id);
  if (!held.granter_holds) refuse("LOCKED", say(language, SEAT_TEXTS.inviterGone), [], act.id);
  const { organizationId } = seated(work);
  const [open] = await work.query<{ id: string; just_sent: boolean; awaiting: boolean }>(
    `select id, needs_second and approved_at is null as awaiting, coalesce(sent_at > now() - interval '3 minutes', false) as just_sent from app.invitation
      where organization_id = $1 and seat_id = $2 and accepted_at is null and revoked_at is null order by created_at desc limit 1`,
    [organizationId, act.id],
  );
  if (!open) refuse("LOCKED", say(language, SEAT_TEXTS.ended), [], act.id);
  if (open.awaiting) refuse("LOCKED", say(language, SEAT_TEXTS.awaiting), [], act.id);
  if (open.just_sent) refuse("LOCKED", say(language, SEAT_TEXTS.justSent), [], act.id);
  await work.query(
    `update app.invitation set expires_at = now() + interval '${INVITATION_DAYS} days' where organization_id = $1 and id = $2`,
    [organizationId, open.id],
  );
  await enqueueInvitations(work, [open.id], language);
  await auditSeat(work, "INVITATION_RESENT", act.id, held);
  const [changed] = await work.query<{ rev: number }>(
    `update app.seat set rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [organizationId, act.id],
  );
  return { id: act.id, rev: changed!.rev };
}

/** Approves an invitation to a national seat that another administrator made; its mail leaves now. */
export async function approveSeat(work: Work, act: Act, language: Language): Promise<Done> {
  const held = await holdSeat(work, act, language);
  if (held.account_id) refuse("LOCKED", say(language, SEAT_TEXTS.hasHolder), [], act.id);
  const [approved] = await work.query<{ id: string | null }>(`select authz.approve_invitation($1) as id`, [act.id]);
  if (!approved?.id) refuse("LOCKED", say(language, SEAT_TEXTS.notYours), [], act.id);
  await enqueueInvitations(work, [approved.id], language);
  await auditSeat(work, "SEAT_APPROVED", act.id, held);
  const [changed] = await work.query<{ rev: number }>(
    `update app.seat set rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [seated(work).organizationId, act.id],
  );
  return { id: act.id, rev: changed!.rev };
}

/** Confirms that somebody else was elected again, so that their seat goes on. Throws NOT_FOUND outside reach; refuses what does not wait, or not for the one who asks. */
export async function confirmReelection(work: Work, { id, rev }: Act, language: Language): Promise<Done> {
  const seat = await findSeat(work, id);
  if (!seat) throw new AppError("NOT_FOUND");
  if (seat.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  const [row] = await work.query<{ said: "DONE" | "NONE" }>(`select authz.confirm_reelection($1) as said`, [id]);
  if (row!.said === "NONE") refuse("LOCKED", say(language, SEAT_TEXTS.nothingToConfirm), [], id);
  return { id, rev: rev + 1 };
}

/** Takes back an invitation nobody has accepted: the link stops working at once and the seat is over. */
export async function revokeInvitation(work: Work, act: Act, language: Language): Promise<Done> {
  const held = await holdSeat(work, act, language);
  if (held.account_id) refuse("LOCKED", say(language, SEAT_TEXTS.hasHolder), [], act.id);
  await auditSeat(work, "INVITATION_REVOKED", act.id, held);
  return over(work, act.id);
}

/** Ends a seat today: sessions acting in it lose its rights with their next request. */
export async function endSeat(work: Work, act: Act, language: Language): Promise<Done> {
  // one at a time in an organization, so that the last two cannot end each other
  await work.query(`select pg_advisory_xact_lock(hashtextextended('end seat ' || $1, 0))`, [
    seated(work).organizationId,
  ]);
  const held = await holdSeat(work, act, language);
  if (held.account_id && held.role === "NATIONAL_ADMIN" && !(await anotherHolds(work, act.id, held))) {
    refuse("LOCKED", say(language, SEAT_TEXTS.lastAdmin), [], act.id);
  }
  const own = act.id === seated(work).seatId;
  if (own && held.role === "CHAPTER_LEADER" && !(await anotherHolds(work, act.id, held))) {
    refuse("LOCKED", say(language, SEAT_TEXTS.lastLeader), [], act.id);
  }
  // before the end: who ends the own seat is nobody afterwards
  await auditSeat(work, "SEAT_ENDED", act.id, held);
  return over(work, act.id);
}

/** Whether somebody else holds the same role in the same unit today. */
async function anotherHolds(work: Work, id: string, { role, chapter_id }: Held): Promise<boolean> {
  const holders = await work.query<{ id: string }>(
    `select id from app.seat where organization_id = $1 and role = $2 and chapter_id is not distinct from $3 and account_id is not null
        and valid_from <= authz.today() and (valid_to is null or valid_to > authz.today())`,
    [seated(work).organizationId, role, chapter_id],
  );
  return holders.some((holder) => holder.id !== id);
}

async function over(work: Work, id: string): Promise<Done> {
  const { organizationId } = seated(work);
  await work.query(
    `update app.invitation set revoked_at = now() where organization_id = $1 and seat_id = $2 and accepted_at is null and revoked_at is null`,
    [organizationId, id],
  );
  const [changed] = await work.query<{ rev: number }>(
    `update app.seat set valid_to = greatest(valid_from, authz.today()), rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [organizationId, id],
  );
  return { id, rev: changed!.rev };
}
