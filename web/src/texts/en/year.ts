import type { year as source } from "../nb/year";

export const year: typeof source = {
  title: (year) => `The year ${year}`,
  lead: "All that belongs to the year, in one place.",
  year: "Year",
  view: "Show the year as",
  views: { liste: "List", hjul: "Wheel" },
  leadAbove: "Deadlines, days to know and when chapters have their annual meetings.",
  nothing: "Nothing is entered for this year",
  nothingBody: "Meetings, tasks and deadlines come here when they have a day.",
  kinds: {
    ANNUAL_MEETING: "Annual meeting",
    NOTICE: "Notice",
    PAPERS: "Papers for the annual meeting",
    MEETING: "Meeting",
    TASK: "Task",
    PLAN: "From the action plan",
    REPORT: "Report",
    GRANT: "Grant",
    DAY: "Day to know",
    HOLIDAY: "School holiday",
  },
  states: { COMING: "coming", OPEN: "can be done now", DONE: "done", LATE: "overdue", PAST: "has been" },
  entry: {
    annualMeetings: (n) => `${n} annual meetings`,
    annualMeetingOf: (chapter) => `Annual meeting, ${chapter}`,
    lastAnnualDay: "Last day for the annual meeting",
    notice: "The notice of the annual meeting is sent",
    papers: "The papers for the annual meeting are sent",
    window: (from, to) => `${from} to ${to}`,
    span: (from, to) => `${from} to ${to}`,
    source: (source) => `Source: ${source}.`,
    unchecked: "Not checked yet.",
  },
  wheel: {
    label: (year) => `The year ${year} as a wheel with January at the top`,
    hint: "Press something in the wheel, or go from one to the next with the arrow keys.",
    today: "Today",
  },
  annual: {
    title: (year) => `The annual meeting ${year}`,
    is: (day, notice, papers) => `${day}. The notice is sent by ${notice}, the papers by ${papers}.`,
    was: (day) => `Held ${day}.`,
    none: (last) => `There is no annual meeting here. The last day was ${last}.`,
    unset: (last, notice) => `Not set. The last day is ${last}, and then the notice must be sent by ${notice}.`,
    set: "Set the day of the annual meeting",
    setTitle: (year) => `When is the annual meeting ${year}?`,
    rule: (last, days) => `By ${last}. The notice is sent at least ${days} days before.`,
    days: (notice, papers) => `Then the notice is sent by ${notice} and the papers by ${papers}.`,
    tooLate: (days) => `It is less than ${days} days ahead, too late for the notice.`,
    afterLast: (last) => `It is after the last day for the annual meeting, ${last}. Ask national first.`,
    save: "Save the day",
    cancel: "Cancel",
    open: "To the annual meeting",
    next: (year) => `Plan the annual meeting ${year}`,
    without: (n) =>
      n === 0
        ? "All chapters have set the day of their annual meeting."
        : n === 1
          ? "1 chapter has not set the day of its annual meeting."
          : `${n} chapters have not set the day of their annual meeting.`,
  },
  cards: {
    meetings: { title: "Meetings", line: "What is planned, and what has been" },
    handover: { title: "Handover", line: "When the annual meeting has elected a new board" },
    grantReturn: { title: "Grant return", line: "What the organisation gets its grants by" },
    grantReturns: { title: "Grant returns", line: "What the chapters have delivered" },
    chapters: { title: "Chapters", line: "Look up a chapter" },
  },
};
