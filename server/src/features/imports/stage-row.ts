import { v7 as uuidv7 } from "uuid";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { ImportedMember, Reason } from "./read/index.js";

/** The places contacts of a member are sealed at. */
export const memberPlace = (memberId: string, column: "email" | "mobile" | "guardian"): string =>
  `member/${memberId}/${column}`;

/** Bytes as the database reads them from JSON. */
export const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;

type Contact = { ct: string | null; bidx: string | null };

/** A row of `app.import_row` as JSON: contacts sealed for the id the member gets if it is new. */
export function stagedRow(
  line: number,
  member: ImportedMember,
  {
    sealer,
    organizationId,
    chapterId,
    typeId,
  }: { sealer: Sealer; organizationId: string; chapterId: string | null; typeId: string | null },
): Record<string, unknown> {
  const id = uuidv7();
  const sealed = (column: "email" | "mobile" | "guardian", value: string | null): Contact =>
    value === null
      ? { ct: null, bidx: null }
      : {
          ct: hex(sealer.seal(value, memberPlace(id, column))),
          // a guardian's is of another scope, so that it does not tell whose mother is a member
          bidx: hex(sealer.blindIndex(column === "guardian" ? `guardian/${organizationId}` : organizationId, value)),
        };
  const [email, mobile] = [sealed("email", member.email), sealed("mobile", member.mobile)];
  const guardian = sealed("guardian", member.guardian === null ? null : JSON.stringify(member.guardian));
  return {
    line,
    member_id: id,
    chapter_id: chapterId,
    member_no: member.memberNo,
    first_name: member.firstName,
    last_name: member.lastName,
    birth_date: member.birthDate,
    birth_year: member.birthYear,
    email_ct: email.ct,
    email_bidx: email.bidx,
    mobile_ct: mobile.ct,
    mobile_bidx: mobile.bidx,
    postcode: member.postcode,
    guardian_ct: guardian.ct,
    guardian_bidx: guardian.bidx,
    joined_on: member.joinedOn,
    left_on: member.leftOn,
    fee_paid: member.feePaid,
    fee_paid_on: member.feePaidOn,
    fee_amount: member.feeAmount,
    fee_paid_by: member.feePayer,
    membership_type_id: typeId,
  };
}

/** A row that cannot be taken in: why, and nothing of what it holds. */
export const rejectedRow = (line: number, reasons: readonly Reason[]): Record<string, unknown> => ({
  line,
  rejected: reasons.map(({ code, column }) => ({ code, column })),
});
