import type { kept as source } from "../nb/kept";

export const kept: typeof source = {
  notRenewed: "New figures did not arrive. These are the last that did.",
  regions: {
    title: "The <regions>",
    asIs: (date) =>
      `Chapters have changed <region> since ${date}. The numbers here go by the <region> each chapter belongs to now.`,
    asWas: (date) => `The <regions> are as they were on ${date}.`,
    snapshot: (date) =>
      `The <regions> are as they were on ${date}, when the snapshot was made. Chapters have changed <region> since.`,
    seeWas: (date) => `See the <regions> as they were on ${date}`,
    seeIs: "See the <regions> as they are now",
    elsewhere: (names, one) =>
      one
        ? `${names} belonged here then, and has moved since. Its numbers are not included.`
        : `These chapters belonged here then, and have moved since: ${names}. Their numbers are not included.`,
    closed: (name) => `${name} (closed)`,
  },
  check: {
    never: "The numbers are counted anew every night. That has not been done yet.",
    same: (day) => `The numbers were counted anew ${day}: no difference.`,
    late: (day) => `The numbers were last counted anew ${day}.`,
    lateBody: "It should happen every night. Ask whoever runs Varde to see whether the nightly jobs do.",
    differs: (day, n, one) =>
      one
        ? `The numbers were counted anew ${day}: one of them is not right.`
        : `The numbers were counted anew ${day}: ${n} of them are not right.`,
    some: "Among them:",
    cell: (chapter, name, month, of) => `${chapter}, ${name}, ${month}: ${of}`,
    of: { CLOSED: "what is settled", UNCLOSED: "what is open or was missed", ANSWERS: "the answers" },
    members: "They are numbers about members. Where they belong is not shown here.",
    rebuild: "Nothing is lost: the numbers can be made anew from the tasks. Whoever runs Varde does it with",
  },
};
