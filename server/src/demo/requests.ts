import { addDays } from "@varde/domain";
import { chapterId } from "./federation.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows } from "./rows.js";

const UNDECIDED = ["closed_at", "emptied_at", "waived_at", "cancelled_at"] as const;

type Asked = { daysAgo: number; words: string | null } & (
  | { kind: "EXCEPTION"; reason: "EXAMS_OR_HOLIDAY"; wanted_days: number }
  | { kind: "WAIVER"; reason: "OTHER"; wanted_days: null }
);
const ASKED: Asked[] = [
  { daysAgo: 2, kind: "EXCEPTION", reason: "EXAMS_OR_HOLIDAY", words: null, wanted_days: 14 },
  {
    daysAgo: 9,
    kind: "WAIVER",
    reason: "OTHER",
    words: "Vi slo oss sammen med ungdomsrådet i kommunen om dette.",
    wanted_days: null,
  },
];

/** What two boards have asked about a duty that is not done, and nobody has answered; never the board whose day is told in the guides. */
export function addRequests(rows: DemoRows, frame: Frame, organization: string): void {
  const told = chapterId(organization, "asker");
  const undone = rows.touchpoint
    .filter(
      (one) =>
        one.organization_id === organization &&
        one.chapter_id !== told &&
        !one.about_member &&
        !one.period_report &&
        one.opens_on <= frame.today &&
        UNDECIDED.every((fact) => one[fact] === null),
    )
    .sort((a, b) => (a.due_on === b.due_on ? (a.id < b.id ? -1 : 1) : a.due_on < b.due_on ? 1 : -1));
  const tasks = undone.filter(
    (one, index) => undone.findIndex(({ chapter_id }) => chapter_id === one.chapter_id) === index,
  );
  for (const [index, { daysAgo, ...asked }] of ASKED.entries()) {
    const task = tasks[index];
    const seat = rows.seat.find((one) => one.chapter_id === task?.chapter_id && (one.valid_to ?? "9999") > frame.today);
    if (!seat || !task) continue;
    rows.touchpoint_request.push({
      organization_id: organization,
      chapter_id: task.chapter_id,
      id: demoId("request", organization, asked.kind),
      touchpoint_id: task.id,
      template_id: task.template_id,
      version_id: task.version_id,
      about_member: false,
      state: "ASKED",
      ...asked,
      asked_by: seat.id,
      asked_at: at(addDays(frame.today, -daysAgo), 20),
      rev: 1,
    });
  }
}
