import type { MoreTexts } from "../nb/more";

export const versions: MoreTexts["versions"] = {
  inForce: (chapters) => `in use in ${chapters}`,
  tried: (date) => `tried from ${date}`,
  compareWith: (number) => `Compare with ${number}`,
  crumb: "Difference",
  answer: (count, before, after) =>
    count === 0
      ? `${before} and ${after} are alike`
      : count === 1
        ? `One change from ${before} to ${after}`
        : `${count} changes from ${before} to ${after}`,
  breaks: "Some of this changes what the chapters do, so the numbers begin anew.",
  comparable: "Only wording differs, so the numbers can be compared.",
  from: "From",
  to: "To",
  only: "There is only one version yet.",
  draft: (number) => `Draft ${number}`,
  several: (parts) => `The chapters are moving over: ${parts}.`,
  trying: (chapters, number) => `${chapters} are trying ${number}.`,
  share: (chapters, number) => `${chapters} have ${number}`,
  publish: {
    stays: (before) =>
      `${before} holds in the chapters until you roll the new one out there. What has been begun is finished as it is.`,
    changes: "See what has changed",
    asMajor: "Begin a new series all the same",
    asMajorHelp: (number) => `The version becomes ${number}, and the charts show a break.`,
  },
};
