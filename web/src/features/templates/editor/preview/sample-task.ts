import {
  addDays,
  daysBetween,
  fillMessages,
  isAboutMember,
  isLocalDate,
  memberOccurrences,
  occurrencesBetween,
  type LocalizedText,
  type ReportField,
  type TemplateDefinition,
} from "@varde/domain";
import type { CrisisContactData, PartData, ShownTask } from "../../../touchpoints";

export type PreviewChapter = { id: string; name: string; shortName: string };

export type Sample = {
  chapter: PreviewChapter | null;
  /** the board has chosen the meeting that fills the messages */
  withMeeting: boolean;
  today: string;
  crisisContacts: readonly CrisisContactData[];
  /** invented, in the language of the preview: a member, a sender, a place */
  people: { member: string; sender: string; place: string };
  /** stands where nothing is written yet */
  unnamed: string;
};

const JOINED_DAYS_AGO = 8;
const MEETING_IN_DAYS = 9;

/** The days the first task would have if this were rolled out today; a fortnight where the draft does not say. */
function daysOf(definition: TemplateDefinition, today: string) {
  const standIn = { opensOn: today, dueOn: addDays(today, 14), missOn: addDays(today, 28), name: null };
  const { kind, dates } = definition.trigger;
  const isDay = (day: string): boolean => isLocalDate(`2024-${day}`);
  if ((dates ?? []).some(({ opens, due }) => !isDay(opens) || !isDay(due))) return standIn;
  const found =
    kind === "PERIOD" || kind === "CALENDAR"
      ? occurrencesBetween(definition, today, addDays(today, 366))
      : memberOccurrences(definition, today);
  const [first] = found;
  if (!first) return standIn;
  const name = (dates ?? []).find(({ opens }) => first.opensOn.endsWith(opens))?.name ?? null;
  return { opensOn: first.opensOn, dueOn: first.dueOn, missOn: first.missOn, name };
}

const orStandIn = (text: LocalizedText, standIn: string): LocalizedText => (text.nb ? text : { ...text, nb: standIn });

/** A task of the draft, filled with a chapter's own name and with an invented member, sender and meeting. */
export function sampleTask(definition: TemplateDefinition, sample: Sample): ShownTask {
  const { today, chapter, people } = sample;
  const aboutMember = isAboutMember(definition.trigger);
  const { opensOn, dueOn, name } = daysOf(definition, today);
  const meeting = {
    heldOn: addDays(today, MEETING_IN_DAYS),
    startsAt: "18.00",
    place: people.place,
    link: "https://treff.example/a1b2",
  };
  const messages = definition.messages.map((message) => ({ ...message, title: orStandIn(message.title, "…") }));
  return {
    touchpoint: {
      name: orStandIn(definition.name, sample.unnamed),
      occurrenceName: name,
      isPeriodReport: false,
      member: aboutMember ? { firstName: people.member, joinedOn: addDays(today, -JOINED_DAYS_AGO) } : null,
      status: "OPEN",
      // what opens later is shown as on the day it opens
      opensOn: opensOn < today ? opensOn : today,
      dueOn: opensOn > today ? addDays(today, daysBetween(opensOn, dueOn)) : dueOn < today ? today : dueOn,
      startedAt: null,
      minutes: definition.minutes ?? null,
      attempts: 0,
    },
    contact: aboutMember ? { phone: "00 00 01 23", email: "medlem@post.example", preference: "ANY" } : null,
    definition: {
      purpose: definition.purpose,
      steps: definition.steps.map((step) => ({ ...step, text: orStandIn(step.text, "…") })),
    },
    messages: fillMessages(messages, {
      memberFirstName: aboutMember ? people.member : null,
      senderFirstName: people.sender,
      chapterShortName: chapter?.shortName ?? "",
      chapterName: chapter?.name ?? "",
      meeting: sample.withMeeting ? meeting : null,
    }),
    crisisContacts: sample.crisisContacts,
  };
}

/** The questions as they are shown: what is not written yet has a stand-in. */
export const sampleFields = (fields: readonly ReportField[]): ReportField[] =>
  fields.map((field) => ({
    ...field,
    label: orStandIn(field.label, "…"),
    ...(field.options && {
      options: field.options.map((option) => ({ ...option, label: orStandIn(option.label, "…") })),
    }),
  }));

/** What the register and the meeting would say. */
export function sampleValues(fields: readonly ReportField[], today: string): Record<string, string | number> {
  return Object.fromEntries(
    fields.flatMap(({ key, source }) =>
      source ? [[key, source === "MEETING_DATE" ? addDays(today, -1) : 14] as const] : [],
    ),
  );
}

/** The mark that a place in the definition has in the page: `steps.3.text` is `steps.<key of the step>`. */
export function partAt(definition: TemplateDefinition, path: string | null): string | null {
  const [part = "", index = ""] = (path ?? "").split(".");
  const lists: Record<string, readonly { key: string }[]> = {
    steps: definition.steps,
    messages: definition.messages,
    reportFields: definition.reportFields,
  };
  const key = lists[part]?.[Number(index)]?.key;
  if (key !== undefined && index !== "") return `${part}.${key}`;
  if (part === "periodReport" && definition.periodReport) return `reportFields.${definition.periodReport.field.key}`;
  return part === "name" || part === "purpose" ? part : null;
}

/** Of what each of the board does: one has done it, and one has not. */
export const sampleParts = ({ member, sender }: Sample["people"]): PartData[] => [
  { seatId: "1", name: member, mine: false, doneAt: new Date().toISOString() },
  { seatId: "2", name: sender, mine: true, doneAt: null },
];
