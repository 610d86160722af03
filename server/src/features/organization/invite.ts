import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { invitationEmailPlace, UNIT_OF_ROLE } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";
import { tellWaitingSoon } from "./tell-waiting.js";

export type NewSeat = {
  id: string;
  role: Role;
  regionId: string | null;
  chapterId: string | null;
  holderName: string;
  email: string;
  /** first day it no longer holds */
  validTo: string | null;
};

/** How long an invitation holds. */
export const INVITATION_DAYS = 7;
/** So many invitations from one unit in a day, those taken back included, is a mail gun. */
export const DAY_MOST = 60;
/** A board with more than this many seats and invitations is a mistake, or a mail gun. */
export const BOARD_MOST = 30;
export const INVITATION_JOB = "sendInvitation";

/** Puts the mail of each invitation in the queue of this transaction; twins that wait become one. */
export async function enqueueInvitations(work: Work, ids: readonly string[], language: Language): Promise<void> {
  await work.query(
    `select authz.enqueue('${INVITATION_JOB}', jsonb_build_object('organizationId', $1::text, 'invitationId', i, 'language', $3::text), 'invitation:' || i)
       from unnest($2::text[]) i`,
    [seated(work).organizationId, ids, language],
  );
}

/** Makes the seats without a holder and their invitations, a statement each. False when an id of them is taken, or a unit was closed meanwhile. */
export async function invite(
  work: Work,
  seats: readonly NewSeat[],
  { sealer, language }: { sealer: Sealer; language: Language },
): Promise<boolean> {
  const { organizationId, seatId } = seated(work);
  const made = await work.query(
    `insert into app.seat (organization_id, id, role, unit_kind, region_id, chapter_id, holder_name, valid_from, valid_to, granted_by)
     select $1, id, role, unit_kind, region_id, chapter_id, holder_name, authz.today(), valid_to, $2
       from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::date[]) x (id, role, unit_kind, region_id, chapter_id, holder_name, valid_to)
     on conflict do nothing returning 1`,
    [
      organizationId,
      seatId,
      seats.map((seat) => seat.id),
      seats.map((seat) => seat.role),
      seats.map((seat) => UNIT_OF_ROLE[seat.role]),
      seats.map((seat) => seat.regionId),
      seats.map((seat) => seat.chapterId),
      seats.map((seat) => seat.holderName),
      seats.map((seat) => seat.validTo),
    ],
  );
  if (made.length !== seats.length) return false;
  // a seat waits for a unit that is being closed, and must not outlive it
  const closed = await work.query(
    `select 1 from app.chapter where organization_id = $1 and id = any ($2::uuid[]) and closed_on is not null
     union all select 1 from app.region where organization_id = $1 and id = any ($3::uuid[]) and closed_on is not null`,
    [organizationId, seats.map((seat) => seat.chapterId), seats.map((seat) => seat.regionId)],
  );
  if (closed.length > 0) return false;
  const ids = seats.map(() => uuidv7());
  await work.query(
    `insert into app.invitation (organization_id, id, seat_id, chapter_id, email_ct, expires_at)
     select $1, id, seat_id, chapter_id, email_ct, now() + interval '${INVITATION_DAYS} days'
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[]) x (id, seat_id, chapter_id, email_ct)`,
    [
      organizationId,
      ids,
      seats.map((seat) => seat.id),
      seats.map((seat) => seat.chapterId),
      seats.map((seat, i) => sealer.seal(seat.email, invitationEmailPlace(ids[i]!))),
    ],
  );
  await enqueueInvitations(work, ids, language);
  // a national seat may wait for a second administrator: the job finds out
  for (const { id, role } of seats) if (UNIT_OF_ROLE[role] === "ORGANIZATION") await tellWaitingSoon(work, id);
  for (const seat of seats) {
    await audit(work, {
      action: "SEAT_INVITED",
      subjectType: "Seat",
      subjectId: seat.id,
      chapterId: seat.chapterId,
      detail: { role: seat.role, validTo: seat.validTo },
    });
  }
  return true;
}
