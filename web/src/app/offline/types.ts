import type { ContactOutcome } from "@varde/domain";
import type {
  AnswerInput,
  DeliveryTaken,
  OfflineDayQuery,
  Task_TouchpointDetailFragment,
  TaskRow_TouchpointFragment,
} from "../../../../graphql/generated/graphql";
import type { Language } from "@varde/domain";
import type { Viewer } from "../viewer";

/** A task as it is kept: what its page reads, with a first name and no way to reach anybody. */
export type OfflineItem = Task_TouchpointDetailFragment;
export type OfflineRow = TaskRow_TouchpointFragment;
export type FetchedDay = OfflineDayQuery["offlineDay"];

/** Who the app opens for when nobody can be asked: a first name, the seat and its rights. */
export type OfflineWho = Viewer & { language: Language | null };

/** What is kept to work without a network. Sealed, all but the seat and `syncedAt`. */
export type StoredDay = {
  seatId: string;
  /** by this device's clock, in ms */
  syncedAt: number;
  /** what to add to this device's clock to get the server's, in ms */
  skew: number;
  who: OfflineWho;
  items: readonly OfflineItem[];
};

/** An act whose request went out without an answer may have landed: it can no longer be taken back here. */
type Act = { key: string; at: string; tried: boolean };
export type StepAct = Act & { step: string; done: boolean };
export type ReportAct = Act & {
  outcome: ContactOutcome | null;
  laterOn: string | null;
  returnsOn: string | null;
  answers: readonly AnswerInput[];
  seconds: number | null;
};
export type EmptyAct = Act;

/** What they did, when somebody else decided first. */
export type Theirs = {
  name: string | null;
  closedAt: string | null;
  outcome: ContactOutcome | null;
  answers: readonly AnswerInput[];
  rev: number;
  correctable: boolean;
};

/** `waiting` is sent by itself; the rest has to be looked at. */
export type WorkState =
  | { kind: "waiting" }
  | { kind: "conflict"; message: string; theirs: Theirs }
  | { kind: "locked"; message: string }
  | { kind: "invalid"; message: string }
  | { kind: "ended" }
  | { kind: "gone" };

/** Done of one task and not yet taken by the server. */
export type Work = {
  id: string;
  seatId: string;
  touchpointId: string;
  /** ISO instant */
  createdAt: string;
  /** of this very content: another content has another key */
  sendKey: string;
  row: Pick<OfflineRow, "name" | "occurrenceName" | "aboutMember" | "isPeriodReport"> & { firstName: string | null };
  fields: OfflineItem["reportFields"];
  steps: readonly StepAct[];
  reports: readonly ReportAct[];
  emptied: EmptyAct | null;
  state: WorkState;
};

/** Taken by the server since the app was opened. */
export type Sent = {
  id: string;
  touchpointId: string;
  row: Work["row"];
  taken: DeliveryTaken;
  at: number;
  rev: number;
};

export type OfflineSnapshot = {
  /** null until it is known whether this browser can keep anything */
  available: boolean | null;
  day: StoredDay | null;
  /** of the seat acted in, by age */
  work: readonly Work[];
  /** of another seat or account, or whose key is gone: nobody here can read it */
  sealed: number;
  sending: string | null;
  sent: readonly Sent[];
};
