import type { goodExamples as source } from "../nb/goodExamples";

export const goodExamples: typeof source = {
  title: "Asked because they stand out",
  lead: "A chapter that lies clearly above what chance gives gets one question: what do you do? The answer arrives here as a suggestion. Only the chapter and national know who was asked.",
  off: "No chapters are asked now.",
  none: "Nobody has been asked yet. It takes at least ten decided tasks, and numbers outside 99.8 per cent of what chance gives.",
  asked: (template, chapter) => `${template} · ${chapter}`,
  when: (asked, until) => `Asked ${asked}, from numbers up to ${until}`,
  states: {
    OPEN: "Waiting for the chapter",
    ANSWERED: "Has answered",
    DECLINED: "Said “not now”",
    LAPSED: "Not answered",
  },
  stop: "Stop asking",
  start: "Ask chapters that stand out",
  stopTitle: "Stop asking chapters?",
  stopBody: "Questions that wait disappear from the chapters. What has been written stays.",
  startTitle: "Ask chapters that stand out?",
  startBody:
    "On Monday morning chapters that lie clearly above what chance gives get one question about what they do. A chapter is asked at most once a month.",
};
