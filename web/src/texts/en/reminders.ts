import type { reminders as source } from "../nb/reminders";

export const reminders: typeof source = {
  title: "Reminders",
  lead: "One mail a day, only when there is something new. You decide when.",
  form: {
    enabled: "Send me reminders by mail",
    enabledHelp: "At most one a day about tasks, and a note when a report comes back.",
    weekdays: "Which days?",
    at: "What time of day?",
    quiet: (from, to) => `Nobody gets mail between ${from} and ${to}.`,
    quietDays: (days) => `Nothing goes out on ${days}.`,
    save: "Save",
    saved: "Saved.",
  },
  days: { 1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday", 6: "Saturday", 7: "Sunday" },
  shortDays: { 1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun" },
  preview: {
    title: "The next one, as it would be now",
    subject: (text) => `Subject: ${text}`,
    nothing: "There is nothing new since last time, so no mail will go out.",
  },
  log: {
    title: "What you have had",
    lead: "The last 60 days. Nobody else sees this list.",
    empty: "Nothing yet. When there is something to say, it stands here.",
    rules: {
      DIGEST: "News about the tasks",
      RETURNED: "A report came back",
      ANSWERED: "An answer to something you asked",
      ESCALATION: "Chapters that may need a hand",
    },
    outcomes: { WAITING: "waiting its turn", SENT: "sent", SKIPPED: "not sent", FAILED: "may not have arrived" },
    reasons: {
      OPTED_OUT: "you have turned them off",
      NOT_THEIR_DAY: "not one of your days",
      QUIET_HOURS: "it was quiet hours",
      ALREADY_TODAY: "you had had one that day",
      NOTHING_LEFT: "it was done before it was to go",
      STOPPED: "your office had ended",
      NO_ADDRESS: "your address could not be read",
      TOO_LATE: "it did not get off in time",
      MAIL_SERVER: "the mail server did not take it",
      INTERRUPTED: "sending was cut off",
    },
  },
};
