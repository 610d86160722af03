import { addDays } from "@varde/domain";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows, MemberRow } from "./rows.js";

/** The seat whose chapter it is: one that the sign-in page offers. */
const SEAT_KEY = "asker-board";
const MOVED_DAYS_AGO = 4;

/**
 * What waits beside the list of members: one on the way from the neighbouring chapter, one who has been listed twice, and one
 * who grows past the highest age. Nobody is added, so that no number changes.
 */
export function addLifeEvents(rows: DemoRows, frame: Frame): void {
  const seatId = rows.demo_person.find(({ seat_key }) => seat_key === SEAT_KEY)?.seat_id;
  const chapterId = rows.seat.find(({ id }) => id === seatId)?.chapter_id;
  const own = rows.chapter.find(({ id }) => id === chapterId);
  const from = rows.chapter.find(
    ({ id, organization_id, direct_members }) =>
      organization_id === own?.organization_id && id !== own.id && !direct_members,
  );
  if (!own || !from) return;
  const settled = (of: string): MemberRow[] =>
    rows.member.filter(
      ({ chapter_id, left_on, joined_on }) => chapter_id === of && left_on === null && joined_on < frame.start,
    );
  const [listed, again, eldest] = settled(own.id);
  if (again && listed) {
    again.first_name = listed.first_name;
    again.last_name = listed.last_name;
    again.birth_year = listed.birth_year;
    again.email = null;
    again.mobile = listed.mobile;
  }
  const maxAge = rows.organization.find(({ id }) => id === own.organization_id)?.max_age;
  if (eldest && maxAge) eldest.birth_year = Number(frame.today.slice(0, 4)) - maxAge - 1;

  const proposer = rows.seat.find(({ chapter_id, role }) => chapter_id === from.id && role === "CHAPTER_LEADER");
  const mover = settled(from.id)[0];
  if (!proposer || !mover) return;
  rows.member_move.push({
    organization_id: own.organization_id,
    chapter_id: from.id,
    id: demoId("member-move", mover.id),
    member_id: mover.id,
    to_chapter_id: own.id,
    state: "PROPOSED",
    proposed_by: proposer.id,
    proposed_on: addDays(frame.today, -MOVED_DAYS_AGO),
    rev: 1,
  });
}
