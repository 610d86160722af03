import type { national as source } from "../nb/national";

export const national: typeof source = {
  title: "The whole organisation",
  goal: {
    title: "Members",
    said: (counts, day) => `${counts} by ${day}.`,
    heading: {
      YEAR: (n) => `At last year's pace: about ${n}.`,
      START: (n) => `At the pace since the start: about ${n}.`,
    },
    reached: "The goal is reached.",
    tooLittle: "It is too early to say where it is heading.",
    was: (day) => `The day of the goal was ${day}.`,
    wait: (goal, day) => `The goal is ${goal} by ${day}. The first number comes when the quarter is over.`,
    none: "Set a goal for the number of members, and Varde follows the way there.",
    set: "Set a goal",
    change: "Change the goal",
    picture: (from, now, goal) => `Number of members from ${from}, now ${now}, on the way to ${goal}`,
    caption: "Members at the end of each quarter",
    day: "Day",
    members: "Members",
    start: "start",
    goalRow: "goal",
    forecastRow: "at the pace so far",
    aim: (n) => `goal ${n}`,
    how: [
      "Members of the whole organisation at the end of the quarter. Somebody who has moved between chapters counts once. The number is written when the quarter is over, and is not changed afterwards.",
      "The pace is the difference between the newest number and the one a year before, spread evenly over the days that are left, and rounded to the nearest ten. Without a year of numbers it is taken from the start of the goal.",
      "Where they are so few that somebody could be recognised, the number is hidden.",
    ],
  },
  adoption: {
    title: "Newest version",
    allOn: (points, one) =>
      one
        ? `All chapters have the newest version of ${points} interaction point.`
        : `All chapters have the newest version of ${points} interaction points.`,
    none: "No chapter has got anything yet.",
    which: "Which",
    newest: (n, number) => `${n} chapters have ${number}`,
    older: (n) => `${n} have an older one`,
    trying: (n) => `${n} try a later one`,
    without: (n) => `${n} are not in yet`,
    coming: (n, one) => (one ? "One gets it from a day that is decided." : `${n} get it from a day that is decided.`),
    see: "See the roll-out",
    seeOf: (name) => `See the roll-out of ${name}`,
    how: "Open chapters today, and the version that applies to them. The newest is the one published last. A version in a pilot counts as later.",
  },
  burden: {
    title: "A chapter's time",
    average: (hours) => `In the last year the tasks have taken a chapter ${hours} a month on average.`,
    worst: (month, hours) => `Most in ${month}: ${hours}.`,
    cap: (hours) => `The cap is ${hours}.`,
    above: (n, one, month) =>
      one ? `One chapter was above the cap in ${month}.` : `${n} chapters were above the cap in ${month}.`,
    noneAbove: "No chapter was above the cap.",
    hours: (n, one) => (one ? "1 hour" : `${n} hours`),
    none: "Nothing is rolled out yet.",
    picture: (month, hours) => `Hours a month for a chapter on average. Most in ${month}: ${hours}.`,
    caption: "Hours for a chapter, month by month",
    month: "Month",
    hoursHead: "Hours on average",
    aboveHead: "Chapters above the cap",
    capMark: "cap",
    see: "See the interaction points",
    how: "The time it takes to do and report the tasks, by the month of their first deadline, on average over all chapters with a board. What is about members is a twelfth of the year's published number.",
  },
  targets: {
    title: "The targets of the core set",
    compare: (name) => `${name}: see the chapters`,
    how: "Each chapter is measured by itself, in the period of the target.",
  },
};
