import type { LocalizedText, TouchpointStatus } from "@varde/domain";
import { useMemo } from "react";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import type { ShownStatus } from "../../ui";

/** What it takes to name a task. */
export type Named = {
  name: LocalizedText;
  occurrenceName: LocalizedText | null;
  isPeriodReport: boolean;
  member: { firstName: string } | null;
};
export type Timed = {
  status: TouchpointStatus;
  opensOn: string;
  dueOn: string;
  /** the board's own deadline; the shared one is named when it has passed */
  ownDueOn?: string | null;
  startedAt: string | null;
};

/** What opens later and nobody has begun is coming, not open. */
export const statusOn = (task: Timed, today: string): ShownStatus =>
  task.status === "OPEN" && task.opensOn > today && task.startedAt === null ? "COMING" : task.status;

/** «Medlemsmøte vår og høst» in autumn is «Medlemsmøte høst»; null where the name does not end with its dates. */
export function narrowedTo(name: string, occurrence: string): string | null {
  const [, start, first, last] = /^(.+?)(\p{L}+) (?:og|and) (\p{L}+)$/u.exec(name) ?? [];
  const word = occurrence.toLowerCase();
  return start !== undefined && word !== "" && (first === word || last === word) ? `${start}${word}` : null;
}

/** Minutes to do it now: the conversation where it is about a member, else the report; a duty is carried out over weeks. */
export const minutesNow = (task: { aboutMember: boolean; minutes: number | null; burdenSeconds: number }): number =>
  task.aboutMember && task.minutes ? task.minutes : Math.max(1, Math.round(task.burdenSeconds / 60));

/** How a task is spoken of, in one place: its name, its short name in a sentence, and its deadline. */
export function useTaskWords() {
  const { language } = useLanguage();
  const { touchpoints: texts, adaptations } = useTexts();
  const { ownDeadline } = adaptations.task;
  const format = useFormat();
  return useMemo(() => {
    const kind = (task: Named): string => {
      const occurrence = task.occurrenceName ? localized(task.occurrenceName, language) : "";
      const name = localized(task.name, language);
      const narrowed = narrowedTo(name, occurrence);
      if (narrowed) return narrowed;
      const base = task.isPeriodReport ? texts.periodQuestion(name) : name;
      return occurrence ? texts.withOccurrence(base, occurrence) : base;
    };
    return {
      /** «Medlemsmøte, vår» */
      kind,
      /** «Ida», or what the task is where it is about no one */
      headline: (task: Named): string => task.member?.firstName ?? kind(task),
      /** «Velkomstsamtale · Ida» */
      whole: (task: Named): string =>
        task.member ? texts.named(localized(task.name, language), task.member.firstName) : kind(task),
      /** «frist fredag», «fristen var for 3 dager siden», «åpner 15. mars» */
      deadline: (task: Timed): string => {
        if (task.status === "OVERDUE" || task.status === "MISSED") return texts.was(format.relativeDay(task.dueOn));
        if (task.status !== "OPEN") return "";
        if (statusOn(task, format.today()) === "COMING") return texts.opens(format.relativeDay(task.opensOn));
        return task.ownDueOn && task.ownDueOn >= format.today()
          ? ownDeadline(format.relativeDay(task.ownDueOn))
          : texts.due(format.relativeDay(task.dueOn));
      },
      localized: (text: LocalizedText): string => localized(text, language),
    };
  }, [language, texts, ownDeadline, format]);
}
