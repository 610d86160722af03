import type { annualMeeting as source } from "../nb/annualMeeting";

export const annualMeeting: typeof source = {
  cancelled: "The annual meeting is called off.",
  noticePassed: (day, days) =>
    `The notice should have been sent ${day}, at least ${days} days before. If it was not, the meeting may have to move.`,
  notice: {
    title: "Notice",
    lead: (day) => `To be sent by ${day}. Saved while you write.`,
    leadPast: (day) => `The deadline was ${day}.`,
    label: "The text of the notice",
    copy: "Copy notice and agenda",
  },
  agenda: {
    title: "Agenda",
    lead: "Starts from the standard agenda. Change, move and add.",
    case: (n) => `Item ${n}`,
    text: (n) => `About item ${n}`,
    more: "Write more about this item",
    upOf: (n) => `Move item ${n} up`,
    removeOf: (n) => `Remove item ${n}`,
    add: "New item",
  },
  papers: {
    title: "Papers",
    lead: (day) => `To be sent by ${day}. Tick when they are ready.`,
    leadPast: (day) => `The deadline was ${day}.`,
    states: { NONE: "Not begun.", DRAFT: "A draft.", READY: "Finished in Varde." },
    elsewhere: "Made outside Varde.",
    open: (name, year) => `To the ${name.toLowerCase()} ${year}`,
    names: {
      REPORT: "Annual report",
      ACCOUNTS: "Accounts, audited",
      PLAN: "Action plan",
      BUDGET: "Budget",
      NOMINATIONS: "The nomination committee's proposal",
      MOTIONS: "Motions received",
    },
  },
  conflict: {
    title: "Somebody else has written here at the same time",
    body: "Choose which to keep. The other is lost.",
    mine: "Keep what I wrote",
    theirs: "Use what they wrote",
  },
  files: {
    title: "At the meeting, and after",
    listHelp: (age) =>
      `The voting list has those who have paid the year's fee${age > 0 ? ` and are at least ${age}` : ""}, with room to sign. Print one, and shred it afterwards.`,
    list: "Voting list (PDF)",
    minutesHelp: "The minutes follow the agenda, with room for what is decided and the votes.",
    paper: (paper, format) => `${paper} (${format})`,
    papers: { NOTICE: "Notice", AGENDA: "Agenda", MINUTES: "Minutes" },
    formats: { PDF: "PDF", DOCX: "Word" },
    afterHelp: "After the meeting: write how many came, and let the new board take over.",
    meeting: "To the meeting",
    handover: "To the handover",
  },
};
