import type { editor as source } from "../nb/editor";

export const editor: typeof source = {
  preview: {
    screen: "Screen",
    screens: { phone: "Phone", desk: "Desk" },
    frame: { phone: "The draft as a chapter sees it on a phone", desk: "The draft as a chapter sees it at a desk" },
    language: "Show in",
    chapter: "Show for the chapter",
    withMeeting: "The chapter has chosen a meeting",
    people: { member: "Ida", sender: "Jonas", place: "Kulturhuset" },
  },
  sort: {
    drag: (name) => `Drag ${name}`,
    role: "movable",
    how: "Arrow up and arrow down move it. With a mouse or finger: hold and drag.",
    lifted: (name, place, of) => `${name} lifted from place ${place} of ${of}`,
    over: (name, place, of) => `${name} is at place ${place} of ${of}`,
    dropped: (name, place, of) => `${name} dropped at place ${place} of ${of}`,
    cancelled: (name) => `${name} is back where it was`,
  },
  problemsHere: (n) => (n === 1 ? "1 thing here" : `${n} things here`),
  frozen: {
    title: (type) => `Answer type: ${type}`,
    why: "The type is locked because the question was used in an earlier version, and the answers must stay comparable. Remove the question and make a new one to ask in another way.",
    remove: "If you remove the question, the answers already given stay in the export. New tasks do not ask it.",
  },
  frame: {
    title: "Safe frame",
    why: "Stands in every conversation guide and is always locked.",
    locked: "Guides are always locked: a chapter may not change them.",
  },
  sms: {
    signs: "Characters outside the SMS alphabet",
    signsWhy: (n) =>
      n === 1
        ? "One character makes each SMS hold 70 characters, not 160."
        : `${n} characters make each SMS hold 70 characters, not 160.`,
    words: "May be read on a locked screen",
    wordsWhy: "Somebody else may see the screen. The words may reveal the membership.",
    find: "show in the text",
    replace: (what) => `Change to ${what}`,
    leaveOut: "Leave out",
    replaceAll: "Change all",
    space: "space",
    more: (n) => `and ${n} more`,
    instead: {
      NAME: "Write {{kortnavn}} or “the chapter”.",
      HEALTH: "Write about the meeting and the time, and take the rest when you talk.",
      CRISIS: "Write “do give me a call”, and take the rest when you talk.",
      TREATMENT: "Write “the appointment” or “the plan”.",
      SUBSTANCES: "Leave it out, or write “what we talked about”.",
      PEERS: "Write “someone from the chapter” or “a volunteer”.",
    },
  },
  burden: {
    measured: (n) => `Measured: the middle of ${n} reports.`,
    estimated: "Estimated from the questions.",
    over: "More than a minute makes fewer answer. Take away a question, or ask once a period.",
  },
  found: {
    title: "We found something you did not get saved",
    body: (when) => `Written ${when}, on this device.`,
    restore: "Bring it back",
    discard: "Throw it away",
    differs: "See what differs",
  },
  conflict: {
    differs: "What differs, from what is saved to what you have written",
  },
  locks:
    "Chapters may adapt what you do not lock: reword steps and messages, and set an earlier deadline of their own. What should be the same in all chapters, you lock here. The questions of the report and the conversation guides are always locked.",
};
