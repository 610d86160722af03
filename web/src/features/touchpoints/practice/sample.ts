import { addDays, type LocalizedText, type ReportField } from "@varde/domain";
import type { HelpTexts } from "../../../texts/help";
import type { CrisisContactData } from "../SafeFrame";
import type { ShownTask } from "../TaskView";

/** Already in the reader's language: the practice is made anew when that changes. */
const said = (text: string): LocalizedText => ({ nb: text });

/** A task that is nowhere: an invented member, a guide, two steps. It lives in this page and is gone with it. */
export function practiceTask(
  texts: HelpTexts["rehearsal"],
  today: string,
  crisisContacts: readonly CrisisContactData[],
): ShownTask {
  return {
    touchpoint: {
      name: said(texts.name),
      occurrenceName: null,
      isPeriodReport: false,
      member: { firstName: texts.member, joinedOn: addDays(today, -3) },
      status: "OPEN",
      opensOn: today,
      dueOn: addDays(today, 11),
      startedAt: null,
      minutes: 2,
      attempts: 0,
    },
    contact: null,
    definition: {
      purpose: said(""),
      steps: [
        { key: "read", text: said(texts.steps.read) },
        { key: "call", text: said(texts.steps.call) },
      ],
    },
    messages: [
      {
        key: "guide",
        channel: "GUIDE",
        title: said(texts.name),
        subject: null,
        body: said(texts.guide),
        missing: [],
      },
    ],
    crisisContacts,
  };
}

export const practiceFields = (texts: HelpTexts["rehearsal"]): ReportField[] => [
  { key: "next", type: "YES_NO", label: said(texts.question), required: true },
];
