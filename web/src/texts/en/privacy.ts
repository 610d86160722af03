import type { Catalogue } from "../nb";

export const privacy: Catalogue["privacy"] = {
  whoSeesMe: "Who can see me",
  link: "Privacy",
  rights: {
    title: "Rights",
    lead: "The member can ask for a copy, for something to be corrected, and to be erased. Answer within a month.",
    correct: "If something is wrong, correct it under “Correct details” on this page.",
    copy: "Make a copy of everything",
    erase: "Erase the member",
    who: "Who asked for it?",
    reasons: {
      MEMBER_ASKED: "The member",
      GUARDIAN_ASKED: "A guardian",
      NEVER_A_MEMBER: "Nobody: the person should not have been in the register",
    },
    cancel: "Cancel",
    copyTitle: "A copy of everything about the member",
    copyBody:
      "You get two files: one to read (PDF) and one that other systems can read (JSON). That you took the copy stands in the log of changes.",
    make: "Make the copy",
    madeTitle: "The copy is ready",
    madeBody:
      "Be sure whom you give it to. Do not send it by ordinary e-mail, and delete the files once the member has them.",
    pdf: "Download PDF",
    json: "Download JSON",
    close: "Done",
    eraseTitle: "Erase everything about the member?",
    eraseLead: "This happens at once:",
    eraseWhat: [
      "Name, date of birth, e-mail, mobile, postcode and guardian are gone.",
      "Open tasks about the member are cancelled.",
      "What has been done still counts in the chapter’s numbers, but cannot be tied to anybody.",
      "Which meetings the member came to is gone. The number stays.",
      "If the member has paid a fee, the name, date of birth and payment are locked for five years, as the rules for grants ask. Nobody in the chapter sees it.",
    ],
    next: "Go on",
    sureTitle: "This cannot be undone",
    sureBody:
      "Neither national nor whoever runs Varde can bring the member back. If the member is only leaving, choose “Has left” instead. If the organization’s own member system still has the member, they come back with the next file. Erase them there too.",
    eraseNow: "Erase for good",
    back: "Back",
    doneTitle: "The member is erased",
    done: (tasks) => `${tasks} still count in the chapter’s numbers. What is left has no name.`,
    doneNone: "What is left in the chapter’s numbers has no name.",
    tasks: (n) => (n === 1 ? "One task" : `${n} tasks`),
    toMembers: "To the members",
  },
  page: {
    title: "Privacy in Varde",
    lead: "In short: what we know about you, why, and what you can ask for.",
    sections: [
      {
        title: "Are you a member?",
        body: [
          "Your chapter has your name, when you were born, e-mail, mobile, postcode, when you joined, whether the fee is paid, and how you want to be contacted.",
          "The chapter also sees that it has been in touch with you and how it went, for example “Reached”. Some chapters note who came to meetings. Others note only how many.",
          "We never ask about your health, and nobody is to write notes about how you are. We do not take national identity numbers.",
        ],
      },
      {
        title: "Who sees it?",
        body: [
          "Your chapter’s leader and board. No other chapter. Those who work nationally and in the region see counts only, and small counts are hidden. An administrator can look one member up for three hours, with a reason that the chapter’s leader is told.",
          "E-mail and mobile are encrypted. Nothing is sold or shared, and nothing is tracked.",
        ],
      },
      {
        title: "For how long?",
        body: [
          "As long as you are a member. If you leave, your contact details are gone after 30 days.",
          "After 24 months what the chapter did is only a number without a name.",
          "If you have paid a fee, the organization must be able to show it for five years to get grants. Then your name, date of birth and payment are locked, and used for nothing else.",
        ],
      },
      {
        title: "What you can ask for",
        body: [
          "A copy of everything the chapter has about you. That something wrong is corrected. That you are erased. That nobody contacts you, now or at all.",
          "Tell your chapter’s leader. You get an answer within a month, and it costs nothing.",
          "If you disagree with the answer, you can tell the organization, or complain to Datatilsynet at datatilsynet.no.",
        ],
      },
      {
        title: "Are you between 13 and 15?",
        body: [
          "You have the same rights as everyone else. You can ask yourself, and you need not say why.",
          "If you are too young to join on your own, the chapter also has the name and number of a guardian. Then the chapter may contact the guardian instead of you.",
          "That you are a member is your own business. The chapter shall not tell friends, school or others. Messages from the chapter shall not show on the screen what kind of organization it is.",
          "If you are unsure about something, you can ask your chapter’s leader, or an adult you trust.",
        ],
      },
      {
        title: "Do you hold an office?",
        body: [
          "We have your name, your e-mail, your offices, when you were last in, and what you have changed. It is needed to sign in and to see who did what.",
          "You are bound to keep to yourself who is a member, also when your office has ended.",
        ],
      },
    ],
    home: "To the front page",
    draft:
      "Your organization is responsible for the data. This page says how Varde works. The organization may have a privacy notice of its own besides.",
  },
};
