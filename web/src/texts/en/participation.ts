import type { participation as source } from "../nb/participation";

export const participation: typeof source = {
  title: "Who came?",
  lead: "Tap those who came. Only the chapter's board sees the names.",
  total: (n) => `${n} came`,
  search: "Find a member",
  lastTime: (n) => (n === 1 ? "The one who came last time" : `All ${n} who came last time`),
  members: "Members",
  joined: (day) => `joined ${day}`,
  nobody: "No member has that name. Guests are counted below.",
  empty: "The chapter has no members in the register yet. Count those who came below.",
  more: "Is somebody missing? Search for the name.",
  others: "Others who came",
  othersHelp: "Guests and others who are not members. A number only.",
  save: "Save who came",
  saved: (n) => `Saved: ${n} came`,
  toChoice: "Write down who came?",
  choice: {
    off: "Do you want to write down who came?",
    offBody:
      "Now the chapter writes only a number after each meeting. With names you see how many of the new come to a meeting, and whom you have not seen for a while.",
    who: "Only the chapter's board sees the names. Those above the chapter see sums, with small numbers hidden. Do tell the members that you write down who came.",
    askLeader: "The chapter's leader can choose it.",
    turnOn: "Write names from now on",
    on: "You write down who came",
    onSince: (day) => `Since ${day}. Only the chapter's board sees the names.`,
    onAlways: "Only the chapter's board sees the names.",
    turnOff: "Write a number only",
    offTitle: "Write a number only from now on?",
    offConfirm:
      "The names of those who came are deleted from every meeting and cannot be brought back. The numbers stay.",
    delete: "Delete the names",
    keep: "Keep the names",
  },
};
