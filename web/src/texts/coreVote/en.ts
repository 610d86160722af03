import type { coreVote as nb } from "./nb";

export const coreVote: typeof nb = {
  title: "What matters most?",
  documentTitle: "Vote",
  lead: (dots, most) => `You have ${dots} dots. Put up to ${most} on the same point.`,
  left: (n) => (n === 0 ? "All dots are laid" : n === 1 ? "1 dot left" : `${n} dots left`),
  round: (n) => `Round ${n}`,
  more: (name) => `Put a dot on ${name}`,
  less: (name) => `Take a dot from ${name}`,
  laid: (n) => (n === 1 ? "1 dot" : `${n} dots`),
  saved: "Your dots are in.",
  none: "None of the dots are laid.",
  saving: "Sending …",
  trying: "The network is gone. Your dots are here, and are sent when it is back.",
  slow: "That went a little fast. Wait a moment and the dots are sent.",
  closed: "The round is closed",
  closedBody: "Look at the big screen. If there is another round, it opens here by itself.",
  ended: "The vote is over",
  endedBody: "Thank you for taking part.",
  full: "All places are taken",
  fullBody:
    "How nice that there are so many of you. There is room for 60 phones. You are welcome to vote together with someone next to you.",
  missing: "The code leads nowhere",
  missingBody: "Check it on the big screen, and try again.",
  privacy: "Nobody sees who laid which dot. You can move them until the round is closed.",
};
