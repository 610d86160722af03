import { PLAN_LIMITS, PLAN_MEASURES, PLAN_ROW_STATUSES } from "@varde/domain";
import { useState } from "react";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Chips, DateField, Disclosure, Select, Stepper, TextArea, TextField } from "../../ui";
import type { Choices, Row } from "./plan";

type FollowFieldsProps = { row: Row; choices: Choices; onSet: (over: Partial<Row>) => void };

/** How far a row has come, who has it, when it is due, what was learnt, and what follows it by itself. */
export function FollowFields({ row, choices, onSet }: FollowFieldsProps) {
  const texts = useAllTexts().plans;
  const words = texts.row;
  const { language } = useLanguage();
  const [inWords, setInWords] = useState(row.responsible !== "");
  const bound = row.measure ?? row.templateId ?? "none";
  const bind = (to: string): void => {
    const measure = PLAN_MEASURES.find((one) => one === to) ?? null;
    const template = choices.templates.find(({ id }) => id === to) ?? null;
    onSet({ measure, templateId: template?.id ?? null, templateName: template?.name ?? null });
  };
  const give = (to: string): void => {
    setInWords(to === "words");
    const seat = choices.seats.find(({ id }) => id === to) ?? null;
    onSet({ responsibleSeatId: seat?.id ?? null, responsibleName: seat?.name ?? null, responsible: "" });
  };
  const seats = [...choices.seats];
  if (row.responsibleSeatId && !seats.some(({ id }) => id === row.responsibleSeatId))
    seats.push({ __typename: "PlanSeatChoice", id: row.responsibleSeatId, name: row.responsibleName ?? "" });
  return (
    <>
      <Chips
        label={words.status}
        value={row.status}
        options={PLAN_ROW_STATUSES.map((value) => ({ value, label: texts.statuses[value] }))}
        onChange={(status) => onSet({ status })}
      />
      <div className="v-plan__wide">
        <Select
          label={words.who}
          value={row.responsibleSeatId ?? (inWords ? "words" : "none")}
          options={[
            { value: "none", label: words.nobody },
            ...seats.map(({ id, name }) => ({ value: id, label: name })),
            { value: "words", label: words.words },
          ]}
          onChange={give}
        />
        {inWords && (
          <TextField
            label={words.whoWords}
            value={row.responsible}
            maxLength={PLAN_LIMITS.responsible}
            onChange={(responsible) => onSet({ responsible })}
          />
        )}
        <DateField label={words.due} optional value={row.dueOn ?? ""} onChange={(on) => onSet({ dueOn: on || null })} />
      </div>
      <TextArea
        label={words.learnt}
        help={words.learntHelp}
        value={row.learnt}
        maxLength={PLAN_LIMITS.learnt}
        optional
        onChange={(learnt) => onSet({ learnt })}
      />
      <Disclosure summary={words.follow} open={bound !== "none" || row.goalId !== null}>
        <div className="v-plan__wide">
          <Select
            label={words.bind}
            value={bound}
            options={[
              { value: "none", label: words.noBind },
              ...PLAN_MEASURES.map((value) => ({ value, label: words.ofMeetings(texts.measures[value]) })),
              ...choices.templates.map(({ id, name }) => ({
                value: id,
                label: words.ofTasks(localized(name, language)),
              })),
            ]}
            onChange={bind}
          />
          {bound !== "none" && (
            <Stepper
              label={words.target}
              optional
              value={row.target ?? null}
              min={1}
              max={500}
              onChange={(target) => onSet({ target })}
            />
          )}
          {(choices.goals.length > 0 || row.goalId) && (
            <Select
              label={words.goal}
              value={row.goalId ?? "none"}
              options={[
                { value: "none", label: words.noGoal },
                ...choices.goals.map(({ id, text }) => ({ value: id, label: text })),
              ]}
              onChange={(to) => {
                const goal = choices.goals.find(({ id }) => id === to);
                onSet({ goalId: goal?.id ?? null, goalText: goal?.text ?? null });
              }}
            />
          )}
        </div>
      </Disclosure>
    </>
  );
}
