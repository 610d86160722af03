import type { ContactOutcome } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";

type About = { chapter_id: string; member_id: string | null };

/**
 * What came of a contact is said to the register, in the same transaction: «no more, please» becomes the member's preference, a
 * wrong number a notice until it is changed, and a move a proposal that waits for somebody to say where to.
 */
export async function feedBack(work: Work, { chapter_id, member_id }: About, outcome: ContactOutcome): Promise<void> {
  if (!member_id) return;
  const of = [chapter_id, member_id];
  if (outcome === "DECLINES_CONTACT") {
    await work.query(
      `update app.member set contact_preference = 'NEVER', preference_before = contact_preference, rev = rev + 1
        where chapter_id = $1 and id = $2 and left_on is null and contact_preference <> 'NEVER'`,
      of,
    );
  }
  if (outcome === "WRONG_NUMBER") {
    await work.query(
      `update app.member set mobile_wrong_on = $3, rev = rev + 1
        where chapter_id = $1 and id = $2 and left_on is null and mobile_ct is not null and mobile_wrong_on is null`,
      [...of, work.today],
    );
  }
  if (outcome === "MOVED") {
    const { organizationId, seatId } = seated(work);
    await work.query(
      `insert into app.member_move (organization_id, chapter_id, id, member_id, proposed_by)
       select $1, chapter_id, $2, id, $3 from app.member where chapter_id = $4 and id = $5 and left_on is null on conflict do nothing`,
      [organizationId, uuidv7(), seatId, ...of],
    );
  }
}

/** A report that is taken back, or corrected to another outcome, takes what it said to the register with it. */
export async function takeBack(
  work: Work,
  { chapter_id, member_id }: About,
  outcome: ContactOutcome | null,
): Promise<void> {
  if (!member_id) return;
  const of = [chapter_id, member_id];
  if (outcome === "DECLINES_CONTACT") {
    await work.query(
      `update app.member set contact_preference = preference_before, preference_before = null, rev = rev + 1
        where chapter_id = $1 and id = $2 and preference_before is not null and contact_preference = 'NEVER'`,
      of,
    );
  }
  if (outcome === "WRONG_NUMBER") {
    await work.query(
      `update app.member set mobile_wrong_on = null, rev = rev + 1 where chapter_id = $1 and id = $2 and mobile_wrong_on is not null`,
      of,
    );
  }
}
