import type { followUp as nb } from "../nb/followUp";

export const followUp: typeof nb = {
  log: {
    heading: "Follow-up",
    lead: "What you who follow the chapter have written down, and what was sent and answered. Mentor, <region> and national read it. The board never sees it here.",
    none: "Nobody has written anything down yet. If you have talked with the board, write it in one line.",
    write: "Write down a contact",
    nextOn: (day) => `Next contact: ${day}.`,
    more: (n) => `Show ${n} more`,
    change: "Correct",
    changeOne: (what) => `Correct: ${what}`,
    remove: "Remove",
    removeOne: (what) => `Remove: ${what}`,
    how: { CALL: "Called", MEETING: "Met", MESSAGE: "Wrote" },
    nudged: "Greeting to the board",
    answered: (answer) => `The board answered “${answer}”.`,
    waiver: (name, yes) => (yes ? `“${name}” was set to not applicable` : `“${name}” still applies: the answer was no`),
    time: (name, yes) =>
      yes ? `The chapter got more time for “${name}”` : `The chapter did not get more time for “${name}”`,
    given: (name) => `The chapter got more time for “${name}”, unasked`,
    takenOver: (name, still) =>
      still
        ? `National did “${name}” on the chapter's behalf`
        : `National did “${name}” on the chapter's behalf. The board has since made it its own`,
    by: (name, role) => `${name}, ${role}`,
    again: (day) => `Will be in touch again ${day}.`,
    kept: "Whoever wrote can correct and remove for seven days. Everything is gone after 24 months.",
  },
  form: {
    title: (chapter) => `Contact with the board of ${chapter}`,
    changeTitle: "Correct the contact",
    how: "How?",
    ways: { CALL: "Called", MEETING: "Met", MESSAGE: "Wrote" },
    on: "When?",
    note: "Short note",
    noteHelp: "What you agreed on. Do not write about members, or about anyone's health.",
    nextOn: "Be in touch again",
    nextHelp: "The day stands on the overview for the last week before it.",
    save: "Save",
    day: "Choose a day.",
  },
  remove: {
    title: "Remove the contact?",
    body: "The line is gone for everyone who follows the chapter.",
    act: "Remove",
  },
  takeOver: {
    heading: "Do it on the chapter's behalf",
    lead: "One at a time, when it cannot wait. Open the task, read how it is done, and report it. The board sees it when somebody is back.",
  },
  queue: {
    dueOn: (day) => `due ${day}`,
    heading: "What waits in the chapter",
    because: {
      NO_BOARD: "The chapter has no board that can sign in, so you who follow it see its queue.",
      NEVER_SEEN: "Nobody on the board has been here yet, so you who follow the chapter see its queue.",
      SILENT: (day) => `Nobody on the board has been here since ${day}, so you who follow the chapter see its queue.`,
    },
    none: "None of the chapter's own tasks is due in the next two weeks.",
    duty: (n, one) => (one ? "1 task" : `${n} tasks`),
    due: (day) => `first deadline ${day}`,
    overdue: (n) => `${n} past the deadline`,
    members: "Tasks about members are not counted here. Without a board, somebody may be waiting for an answer.",
    above:
      "What waits is shown for chapters where nobody has a board seat, or nobody has been here for 30 days. Tasks about members are not shown from above.",
    next: "Next step",
    step: {
      invite: "Invite a board. The queue is theirs once somebody has signed in.",
      askInvite:
        "Find somebody who is willing, and ask national to invite them. The queue is theirs once somebody has signed in.",
      write: "Call or write to the board. Ask how they are before you ask about the tasks.",
    },
  },
  changes: {
    heading: "New since last time",
    since: (moment) => `Since you were here ${moment}. Tasks about members are not included.`,
    none: "Nothing is new since last time.",
    inNeed: "May need a talk now.",
    wellAgain: "No longer needs a talk.",
    done: (n, one) => (one ? "1 task has been done." : `${n} tasks have been done.`),
    missed: (n, one) => (one ? "1 task was missed." : `${n} tasks were missed.`),
    asked: (n, one) => (one ? "Has 1 request waiting for an answer." : `Has ${n} requests waiting for an answer.`),
    answer: {
      ON_IT: "Answered “We are on it” to a greeting.",
      NEED_HELP: "Answered “We need help” to a greeting.",
    },
    seatsTaken: (n, one) => (one ? "1 new on the board." : `${n} new on the board.`),
    seatsEnded: (n, one) => (one ? "1 has left the board." : `${n} have left the board.`),
    due: "Agreed contact",
    dueOn: (day) => `Be in touch ${day}.`,
    duePast: (day) => `Should have been ${day}.`,
    more: (n) => `${n} more chapters with something new`,
  },
};
