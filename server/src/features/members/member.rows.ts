import type { FeePayer } from "@varde/domain";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { ContactPreference, EndReason } from "./member.enums.js";
import type { Guardian, Member, MemberDetail, MemberEvent, MemberFee } from "./member.type.js";

/** A member as a statement gives it for a list. */
export type MemberRow = {
  id: string;
  first_name: string;
  last_name: string;
  birth_year: number | null;
  joined_on: string;
  joined_chapter_on: string;
  left_on: string | null;
  end_reason: EndReason | null;
  contact_preference: ContactPreference;
  contact_again_on: string | null;
  fee_paid_on: string | null;
  rev: number;
};

/** What to select of `app.member m` for a list; the fee of the year is beside it. */
export const MEMBER_COLUMNS = `m.id, m.first_name, m.last_name, m.birth_year, m.joined_on, m.joined_chapter_on, m.left_on, m.end_reason,
  m.contact_preference, m.contact_again_on, m.rev`;

export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    birthYear: row.birth_year,
    joinedOn: row.joined_on,
    joinedChapterOn: row.joined_chapter_on,
    leftOn: row.left_on,
    endReason: row.end_reason,
    preference: row.contact_preference,
    contactAgainOn: row.contact_again_on,
    feePaidOn: row.fee_paid_on,
    rev: row.rev,
  };
}

/** A member with all there is. */
export type MemberDetailRow = MemberRow & {
  member_no: string | null;
  birth_date: string | null;
  email_ct: Buffer | null;
  mobile_ct: Buffer | null;
  guardian_ct: Buffer | null;
  postcode: string | null;
  preference_set_on: string | null;
  contacts_emptied_on: string | null;
  self_join_age: number;
  membership_type_id: string | null;
  fees: { year: number; paid_on: string | null; amount: number | null; paid_by: FeePayer; family: boolean }[];
};

/** Contact data as the register holds it, opened. */
export type Contacts = { email: string | null; mobile: string | null; guardian: Guardian | null };
export type SealedContacts = Pick<MemberDetailRow, "id" | "email_ct" | "mobile_ct" | "guardian_ct">;

/** Opens what is sealed of a member. Throws when a ciphertext is another member's. */
export function openContacts(sealer: Sealer, row: SealedContacts): Contacts {
  const open = (sealed: Buffer | null, column: string) => sealed && sealer.open(sealed, `member/${row.id}/${column}`);
  const guardian = open(row.guardian_ct, "guardian");
  return {
    email: open(row.email_ct, "email"),
    mobile: open(row.mobile_ct, "mobile"),
    guardian: guardian
      ? { name: null, email: null, mobile: null, ...(JSON.parse(guardian) as Partial<Guardian>) }
      : null,
  };
}

/** Full years on a day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function timelineOf(row: MemberDetailRow): MemberEvent[] {
  const event = (kind: MemberEvent["kind"], day: string, over: Partial<MemberEvent> = {}): MemberEvent => ({
    kind,
    day,
    year: null,
    endReason: null,
    ...over,
  });
  const events = [event("JOINED", row.joined_on)];
  if (row.joined_chapter_on !== row.joined_on) events.push(event("JOINED_CHAPTER", row.joined_chapter_on));
  for (const { year, paid_on } of row.fees) if (paid_on) events.push(event("FEE_PAID", paid_on, { year }));
  // what is forgotten sets the preference too, and nobody has asked for that
  if (row.preference_set_on && !row.contacts_emptied_on) events.push(event("PREFERENCE_SET", row.preference_set_on));
  if (row.left_on) events.push(event("ENDED", row.left_on, { endReason: row.end_reason }));
  // what happened on one day stands in the order it is told above, the last on top
  return events.reverse().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** The member as its page shows it on the day `today`. */
export function toMemberDetail(
  sealer: Sealer,
  row: MemberDetailRow,
  sameContact: readonly MemberRow[],
  today: string,
): MemberDetail {
  return {
    member: toMember(row),
    memberNo: row.member_no,
    birthDate: row.birth_date,
    age: row.birth_date ? ageOn(row.birth_date, today) : null,
    ...openContacts(sealer, row),
    postcode: row.postcode,
    selfJoinAge: row.self_join_age,
    membershipTypeId: row.membership_type_id,
    fees: row.fees.map(({ year, paid_on, amount, paid_by, family }): MemberFee => ({
      year,
      paidOn: paid_on,
      amount,
      paidBy: paid_by,
      family,
    })),
    preferenceSetOn: row.preference_set_on,
    contactsEmptiedOn: row.contacts_emptied_on,
    timeline: timelineOf(row),
    sameContact: sameContact.map(toMember),
  };
}
