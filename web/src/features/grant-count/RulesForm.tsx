import { kroner, readKroner } from "@varde/domain";
import { useState } from "react";
import { SetGrantRulesDocument } from "../../../../graphql/generated/graphql";
import type { RulesCard_GrantRulesFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, DateField, FieldRow, Form, FormActions, TextField } from "../../ui";

type Props = { rules: RulesCard_GrantRulesFragment; onChanged: () => void };

const NUMBERS = ["underAge", "selfPayAge", "chapterMembers"] as const;
const AMOUNTS = ["minAmount", "minFamilyAmount"] as const;
const DAYS = ["prepaidFrom", "lastPaidOn"] as const;
const FIELDS = [...NUMBERS, ...AMOUNTS, ...DAYS, "source", "checkedOn"];

/** The rules of one year, with where they stand and when they were read. Who saves says that they have read them. */
export function RulesForm({ rules, onChanged }: Props) {
  const { grantCount, app } = useAllTexts();
  const texts = grantCount.settings;
  const format = useFormat();
  const save = useAction(SetGrantRulesDocument);
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState({
    underAge: String(rules.underAge),
    selfPayAge: String(rules.selfPayAge),
    chapterMembers: String(rules.chapterMembers),
    minAmount: kroner(rules.minAmount),
    minFamilyAmount: kroner(rules.minFamilyAmount),
    prepaidFrom: rules.prepaidFrom,
    lastPaidOn: rules.lastPaidOn,
    source: rules.source,
    checkedOn: format.today(),
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const [minAmount, minFamilyAmount] = [readKroner(draft.minAmount), readKroner(draft.minFamilyAmount)];
  const wrong = { minAmount: minAmount === null, minFamilyAmount: minFamilyAmount === null };

  async function send(): Promise<void> {
    setTried(true);
    if (minAmount === null || minFamilyAmount === null) return;
    const done = await save.run({
      year: rules.year,
      rev: rules.rev,
      underAge: Number(draft.underAge),
      selfPayAge: Number(draft.selfPayAge),
      chapterMembers: Number(draft.chapterMembers),
      minAmount,
      minFamilyAmount,
      prepaidFrom: draft.prepaidFrom,
      lastPaidOn: draft.lastPaidOn,
      source: draft.source,
      checkedOn: draft.checkedOn,
    });
    if (done || save.problems.some(({ code }) => code === "CONFLICT")) onChanged();
  }

  return (
    <Card title={`${texts.year} ${rules.year}`}>
      <Alert
        tone={rules.checkedOn ? "info" : "warn"}
        title={rules.checkedOn ? texts.read(rules.source, format.fullDate(rules.checkedOn)) : texts.unread}
      />
      <Form onSubmit={() => void send()} problems={save.otherProblems(FIELDS)}>
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            label={texts[name]}
            inputMode="numeric"
            size={4}
            maxLength={3}
            value={draft[name]}
            onChange={(text) => set({ [name]: text.replace(/\D/g, "") })}
            problem={save.problemAt(name)}
          />
        ))}
        {AMOUNTS.map((name) => (
          <TextField
            key={name}
            label={texts[name]}
            inputMode="decimal"
            size={6}
            maxLength={8}
            value={draft[name]}
            onChange={(text) => set({ [name]: text })}
            problem={(tried && wrong[name] ? texts.wrongAmount : undefined) ?? save.problemAt(name)}
          />
        ))}
        <FieldRow>
          {DAYS.map((name) => (
            <DateField
              key={name}
              label={texts[name]}
              value={draft[name]}
              onChange={(day) => set({ [name]: day })}
              problem={save.problemAt(name)}
            />
          ))}
        </FieldRow>
        <TextField
          label={texts.source}
          maxLength={300}
          value={draft.source}
          onChange={(source) => set({ source })}
          problem={save.problemAt("source")}
        />
        <DateField
          label={texts.checkedOn}
          value={draft.checkedOn}
          onChange={(checkedOn) => set({ checkedOn })}
          max={format.today()}
          problem={save.problemAt("checkedOn")}
        />
        {save.error && (
          <Alert tone="warn" live title={app.errors[save.error.code].title}>
            {app.errors[save.error.code].body}
          </Alert>
        )}
        <FormActions>
          <Button variant="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
