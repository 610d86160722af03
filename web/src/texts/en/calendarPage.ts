import type { calendarPage as source } from "../nb/calendarPage";

export const calendarPage: typeof source = {
  title: "Calendar",
  lead: "Have the chapter's meetings and deadlines in the calendar on your phone. No names go along.",
  withYear: "Include the year",
  withYearHelp:
    "Deadlines of the annual meeting and reports, school holidays, and what is in the adopted action plan. Whatever might name somebody is only counted.",
  hasYear: "The year is in it.",
  create: "Make a link",
  madeOn: (day) => `You made a link on ${day}. It works until your office ends.`,
  fresh: "Here is the link. It is shown only now, so copy it at once.",
  copy: "Copy the link",
  address: "The link to your calendar",
  secret: "Whoever has the link can see the meetings and deadlines. Do not share it.",
  again: "Make a new one",
  againHelp: "Then the old one stops working.",
  revoke: "Stop using the link",
  revoked: "The link no longer works.",
  how: "How to add it",
  apple:
    "iPhone: Settings → Apps → Calendar → Calendar Accounts → Add Account → Other → Add Subscribed Calendar. Paste the link.",
  google:
    "Google Calendar on a computer: Other calendars → + → From URL. Paste the link. It is on your phone afterwards too.",
  outlook: "Outlook: Add calendar → Subscribe from web. Paste the link.",
  slow: "The calendar fetches news by itself. It may take some hours.",
};
