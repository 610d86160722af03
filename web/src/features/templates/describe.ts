import type { Format } from "../../app/format";
import type { AllTexts } from "../../texts";
import type { TriggerKind, PeriodKind } from "@varde/domain";

type TriggerFacts = {
  kind: TriggerKind;
  offsets: readonly number[] | null;
  days: number | null;
  age: number | null;
  period: PeriodKind | null;
  dates: readonly { opens: string; due: string }[] | null;
};

/** `MM-DD` as «24. april». */
export function monthDay(value: string, format: Format): string {
  return /^\d{2}-\d{2}$/.test(value) ? format.shortDate(`2024-${value}`) : "–";
}

/** What starts a template's touchpoints, in words. */
export function triggerInWords(trigger: TriggerFacts, texts: AllTexts["templates"], format: Format): string {
  if (trigger.kind === "PERIOD" && trigger.period) return texts.periods[trigger.period].every;
  const { name } = texts.triggers[trigger.kind];
  if (trigger.kind === "CALENDAR") {
    const dates = (trigger.dates ?? []).map(({ opens, due }) => `${monthDay(opens, format)}–${monthDay(due, format)}`);
    return [name, dates.join(", ")].filter(Boolean).join(": ");
  }
  const days = trigger.days === null ? null : texts.page.days(trigger.days);
  const age = trigger.age === null ? null : texts.page.age(trigger.age);
  const offsets = trigger.offsets?.some((offset) => offset !== 0)
    ? texts.page.offsets(trigger.offsets.join(", "))
    : null;
  return [name, days, age, offsets].filter(Boolean).join(", ");
}

/** A template's short code, `IP-02`; null for a key made from the name, which says nothing new. */
export function codeOf(key: string): string | null {
  return key.length <= 6 ? key.toLocaleUpperCase("nb") : null;
}
