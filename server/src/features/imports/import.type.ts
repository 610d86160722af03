import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, Problem } from "../../kernel/graphql/shared-types.js";
import { FIELDS, type Field as MemberField } from "./read/index.js";

export const IMPORT_STATES = ["RECEIVING", "UNMAPPED", "READY", "APPLYING", "APPLIED", "CANCELLED", "FAILED"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const ImportStateEnum = enumOf(
  IMPORT_STATES,
  "ImportState",
  "RECEIVING: the file is being read. UNMAPPED: somebody must say what its columns are, and send it again. READY: what would change is known, nothing is written. APPLYING: the register is being changed, at once or not at all. APPLIED, CANCELLED and FAILED (nothing changed) are the ends.",
);

export const IMPORT_KINDS = [
  "NEW",
  "CHANGED",
  "SAME",
  "MOVED",
  "GONE",
  "DUPLICATE",
  "UNKNOWN_CHAPTER",
  "REJECTED",
  "LEFT",
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const ImportKindEnum = enumOf(
  IMPORT_KINDS,
  "ImportKind",
  "What a line does to the register. NEW and CHANGED are taken in. SAME: nothing new. MOVED: is in another chapter; the one in the file is asked to accept the move. GONE: in the register and not in the file; a proposal. DUPLICATE: twice in the file, or fits several. UNKNOWN_CHAPTER. REJECTED: cannot be read. LEFT: has left, and is not taken in.",
);

export const IMPORT_CHANGES = [
  "MEMBER_NO",
  "NAME",
  "BIRTH",
  "EMAIL",
  "MOBILE",
  "POSTCODE",
  "GUARDIAN",
  "JOINED_ON",
  "FEE",
  "TYPE",
  "LEFT_ON",
] as const;
export type ImportChange = (typeof IMPORT_CHANGES)[number];
export const ImportChangeEnum = enumOf(IMPORT_CHANGES, "ImportChange", "What of a member differs from the file.");
export const ImportFieldEnum = enumOf(FIELDS, "ImportField", "What a column of a member file holds. IGNORE: not read.");

@Output("A column of a member file.")
export class ImportColumn {
  @Field(() => Int, { description: "Its place, 0 first." })
  index!: number;
  @Field(() => String, { description: "What the file calls it, or its letter." })
  name!: string;
  @Field(() => ImportFieldEnum, { nullable: true, description: "What it holds; null until somebody has said." })
  field!: MemberField | null;
  @Field(() => Boolean, { description: "A column of national identity numbers, which is never read." })
  refused!: boolean;
}

@Output("How many of a kind.")
export class ImportCount {
  @Field(() => ImportKindEnum, { description: "The kind." })
  kind!: ImportKind;
  @Field(() => Int, {
    description: "How many. What is gone is told to national in whole fives, since the file does not hold it.",
  })
  n!: number;
}

@Output("Something that was left out or guessed in many rows.")
export class ImportNote {
  @Field(() => Int, { description: "In how many cells." })
  n!: number;
  @Field(() => String, { description: "The first place, and what to look at, in the asker's language." })
  message!: string;
}

@Output("A member file on its way into the register.")
export class MemberImport {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => Boolean, { description: "National's, for all chapters." })
  national!: boolean;
  @Field(() => ImportStateEnum, { description: "How far it has come." })
  state!: ImportState;
  @Field(() => Int, { description: "The calendar year whose fee the file tells of." })
  feeYear!: number;
  @Field(() => [ImportColumn], { description: "Its columns, in the file's order; empty until the header is read." })
  columns!: ImportColumn[];
  @Field(() => Int, { description: "Rows read so far." })
  rowsRead!: number;
  @Field(() => [ImportCount], { description: "What it would do, by kind; none left out but those with none." })
  counts!: ImportCount[];
  @Field(() => [ImportCount], {
    description: "What it did: NEW, CHANGED and, among the changed, LEFT; MOVED are moves that were proposed.",
  })
  applied!: ImportCount[];
  @Field(() => [ImportNote], { description: "What to look at in rows that are taken in." })
  notes!: ImportNote[];
  @Field(() => String, { nullable: true, description: "Why nothing is read or taken in, and what to do." })
  problem!: string | null;
  @Field(() => Date, { description: "When the file was sent." })
  createdAt!: Date;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
}
export const MemberImportConnection = connectionOf(MemberImport, "MemberImport");

@Output("One line of a member file, or for GONE one member of the own chapter.")
export class ImportLine {
  @Field(() => Int, { nullable: true, description: "The line of the file; null for GONE." })
  line!: number | null;
  @Field(() => ID, { nullable: true, description: "The member, for GONE." })
  memberId!: string | null;
  @Field(() => String, { nullable: true, description: "The name, in the own chapter only; never to national." })
  name!: string | null;
  @Field(() => [ImportChangeEnum], { description: "What differs, for CHANGED in the own chapter." })
  changes!: ImportChange[];
  @Field(() => [String], { description: "What is wrong and what to do, in the asker's language; empty when nothing." })
  messages!: string[];
}
export const ImportLineConnection = connectionOf(ImportLine, "ImportLine");

@Output("An import after a change, or as it is when refused.")
export class MemberImportPayload {
  @Field(() => MemberImport, { nullable: true, description: "The import as it is now." })
  memberImport!: MemberImport | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
