import type { MemberFactsInput } from "../../../../graphql/generated/graphql";
import { showPhone } from "./member-words";
import type { MemberData } from "./MemberPage";

/** A member as the form holds one; empty texts are nothing. */
export type MemberDraft = {
  firstName: string;
  lastName: string;
  /** the day is not known */
  yearOnly: boolean;
  birthDate: string;
  birthYear: string;
  email: string;
  mobile: string;
  postcode: string;
  memberNo: string;
  joinedOn: string;
  joinedChapterOn: string;
  /** "": not said */
  membershipTypeId: string;
  guardian: { name: string; email: string; mobile: string };
};

const NAMES = [
  "firstName",
  "lastName",
  "birthDate",
  "birthYear",
  "email",
  "mobile",
  "postcode",
  "memberNo",
  "joinedOn",
];
const GUARDIAN = ["guardian", "guardian.name", "guardian.email", "guardian.mobile"];
/** What the form says at its own fields. */
export const problemPaths: readonly string[] = [...NAMES, "joinedChapterOn", ...GUARDIAN].map(
  (name) => `member.${name}`,
);

export const emptyDraft = (today: string): MemberDraft => ({
  firstName: "",
  lastName: "",
  yearOnly: false,
  birthDate: "",
  birthYear: "",
  email: "",
  mobile: "",
  postcode: "",
  memberNo: "",
  joinedOn: today,
  joinedChapterOn: "",
  membershipTypeId: "",
  guardian: { name: "", email: "", mobile: "" },
});

export function draftOf(detail: MemberData): MemberDraft {
  const { member, guardian } = detail;
  return {
    firstName: member.firstName,
    lastName: member.lastName,
    yearOnly: detail.birthDate === null && member.birthYear !== null,
    birthDate: detail.birthDate ?? "",
    birthYear: member.birthYear === null ? "" : String(member.birthYear),
    email: detail.email ?? "",
    mobile: detail.mobile === null ? "" : showPhone(detail.mobile),
    postcode: detail.postcode ?? "",
    memberNo: detail.memberNo ?? "",
    joinedOn: member.joinedOn,
    joinedChapterOn: member.joinedChapterOn === member.joinedOn ? "" : member.joinedChapterOn,
    membershipTypeId: detail.membershipTypeId ?? "",
    guardian: { name: guardian?.name ?? "", email: guardian?.email ?? "", mobile: guardian?.mobile ?? "" },
  };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What is sent of a draft. */
export function factsOf(draft: MemberDraft): MemberFactsInput {
  const { guardian } = draft;
  const named = guardian.name.trim() !== "" || guardian.email.trim() !== "" || guardian.mobile.trim() !== "";
  return {
    firstName: draft.firstName,
    lastName: draft.lastName,
    birthDate: draft.yearOnly ? null : orNull(draft.birthDate),
    birthYear: draft.yearOnly && draft.birthYear !== "" ? Number(draft.birthYear) : null,
    email: orNull(draft.email),
    mobile: orNull(draft.mobile),
    postcode: orNull(draft.postcode),
    memberNo: orNull(draft.memberNo),
    joinedOn: draft.joinedOn,
    joinedChapterOn: orNull(draft.joinedChapterOn),
    membershipTypeId: orNull(draft.membershipTypeId),
    guardian: named
      ? { name: orNull(guardian.name), email: orNull(guardian.email), mobile: orNull(guardian.mobile) }
      : null,
  };
}

/** Whether the member is, or may be, under the age from which one joins alone; the server decides. */
export function maybeYoung(
  draft: Pick<MemberDraft, "yearOnly" | "birthDate" | "birthYear">,
  age: number,
  today: string,
): boolean {
  const year = Number(today.slice(0, 4)) - age;
  if (draft.yearOnly) return draft.birthYear.length === 4 && Number(draft.birthYear) >= year;
  return draft.birthDate > `${year}${today.slice(4)}`;
}
