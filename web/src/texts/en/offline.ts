import type { MoreTexts } from "../nb/more";

export const offline: MoreTexts["offline"] = {
  title: "Offline",
  lead: "What you do without a network waits here and is sent by itself.",
  card: {
    waits: (n) => (n === 1 ? "1 waits for a network" : `${n} wait for a network`),
    sends: (n) => (n === 1 ? "Sending 1 now" : `Sending ${n} now`),
    look: (n) => (n === 1 ? "1 needs a look" : `${n} need a look`),
    itself: "Sent by itself",
    all: "See all that waits",
  },
  clock: (time) => `at ${time}`,
  fetched: (moment) => `The tasks were fetched ${moment}`,
  states: { waiting: "Waits for a network", sending: "Sending", sent: "Sent", look: "Needs a look" },
  acts: {
    outcome: (outcome, moment) => `${outcome}, ${moment}`,
    report: (moment) => `Report written ${moment}`,
    steps: (n, moment) => (n === 1 ? `1 step changed ${moment}` : `${n} steps changed ${moment}`),
    emptied: (moment) => `Said to be empty ${moment}`,
  },
  undo: "Undo",
  undoName: (what) => `Undo: ${what}`,
  tried: "It may have arrived. We ask when the network is back.",
  conflict: {
    title: "Someone else was first",
    theirs: (name) => `${name} sent`,
    someone: "Someone else on the board",
    mine: "You wrote",
    keepTheirs: "Keep what was sent",
    sendMine: "Send mine as a correction",
    noAnswer: "The correction could not be sent. Try again when you have a network.",
    notOpen: "It can no longer be corrected.",
  },
  locked: "The time was out when you did this, so it cannot be sent.",
  ended: "Your seat has ended, so this cannot be sent. Take a copy if you need the text.",
  gone: "The task is no longer there.",
  invalid: "This could not be taken as it is.",
  toTask: "Open the task",
  remove: "Remove",
  taken: {
    TAKEN: "Received",
    ALREADY: "It was there already. It counted once.",
    NOTHING_MORE: "Someone was done before you. Your attempt is noted, no more is needed.",
    DEADLINE_KEPT: "Noted. The deadline has been moved once before, so it stands.",
  },
  sections: { waiting: "Waiting", look: "Needs a look", sent: "Sent", here: "On this phone" },
  nothing: "Nothing is waiting. All you have done is sent.",
  here: {
    items: (n) => (n === 1 ? "1 task, with first name and guide" : `${n} tasks, with first names and guides`),
    none: "No tasks are kept here now.",
    rule: "Phone numbers and e-mail addresses are never kept. The tasks are removed when you sign out, when your seat ends, and after 24 hours without a network.",
    sync: "Fetch and send now",
    notReached: "Varde does not answer yet. We keep trying.",
    drop: "Remove the tasks from here",
    dropped: "The tasks are removed from this phone.",
    sealed: (n) =>
      n === 1
        ? "1 thing is locked here. It is sent when whoever did it signs in again in the same seat."
        : `${n} things are locked here. They are sent when whoever did them signs in again in the same seat.`,
    unavailable:
      "This browser cannot keep anything safely, so Varde needs a network here. A private window is a common reason.",
  },
  copy: {
    act: "Take a copy of what waits",
    warning:
      "A last resort. The file holds first names and what you wrote: keep it somewhere safe, and delete it when it is used.",
  },
  install: {
    title: "Varde on the home screen",
    body: "It then opens fast, without a network too.",
    act: "Add it",
    apple: "Press Share, and choose “Add to Home Screen”.",
    no: "Not now",
  },
};
