import { STANDARD_AGENDA } from "@varde/domain";
import { useState } from "react";
import { SaveAnnualRuleDocument, type YearSettingsQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, FieldRow, Form, FormActions, Select, TextArea, TextField } from "../../ui";

type Rule = YearSettingsQuery["yearSettings"]["rule"];
const NUMBERS = ["lastDay", "noticeDays", "papersDays", "votingAge"] as const;

/** What the statutes say of annual meetings, and the standard agenda. */
export function AnnualRuleCard({ rule, onChanged }: { rule: Rule; onChanged: () => void }) {
  const { year: texts, app } = useAllTexts();
  const words = texts.settings.rule;
  const format = useFormat();
  const { language } = useLanguage();
  const save = useAction(SaveAnnualRuleDocument);
  const [form, setForm] = useState(() => ({
    lastMonth: String(rule.lastMonth),
    lastDay: String(rule.lastDay),
    noticeDays: String(rule.noticeDays),
    papersDays: String(rule.papersDays),
    votingAge: String(rule.votingAge),
    agenda: (rule.agenda ?? STANDARD_AGENDA[language]).join("\n"),
    source: rule.source,
  }));
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  async function send(): Promise<void> {
    const { lastMonth, lastDay, noticeDays, papersDays, votingAge, agenda, source } = form;
    const cases = agenda.split("\n").map((line) => line.trim());
    const own = cases.some((line, i) => line !== STANDARD_AGENDA[language][i]) ? cases.filter(Boolean) : null;
    const done = await save.run({
      rev: rule.rev,
      lastMonth: Number(lastMonth),
      lastDay: Number(lastDay),
      noticeDays: Number(noticeDays),
      papersDays: Number(papersDays),
      votingAge: Number(votingAge),
      agenda: own,
      source,
    });
    if (done) onChanged();
  }
  const number = (key: (typeof NUMBERS)[number], label: string, help?: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      size={4}
      value={form[key]}
      onChange={(text) => /^\d{0,3}$/.test(text) && change({ [key]: text })}
      problem={save.problemAt(key)}
      {...(help !== undefined && { help })}
    />
  );
  return (
    <Card title={words.title} lead={rule.rev === 0 ? words.leadStandard : words.lead}>
      <Form onSubmit={() => void send()} problems={save.otherProblems([...NUMBERS, "source", "agenda"])}>
        <FieldRow>
          <Select
            label={words.lastMonth}
            value={form.lastMonth}
            onChange={(lastMonth) => change({ lastMonth })}
            options={Array.from({ length: 12 }, (_, i) => ({
              value: String(i + 1),
              label: format.sentence(format.month(`2026-${String(i + 1).padStart(2, "0")}-01`)),
            }))}
          />
          {number("lastDay", words.lastDay, words.lastDayHelp)}
        </FieldRow>
        <FieldRow>
          {number("noticeDays", words.noticeDays)}
          {number("papersDays", words.papersDays)}
        </FieldRow>
        {number("votingAge", words.votingAge, words.votingAgeHelp)}
        <TextArea
          label={words.agenda}
          help={words.agendaHelp}
          rows={10}
          value={form.agenda}
          onChange={(agenda) => change({ agenda })}
          problem={save.problemAt("agenda")}
        />
        <TextField
          label={words.source}
          help={words.sourceHelp}
          optional
          value={form.source}
          maxLength={200}
          onChange={(source) => change({ source })}
          problem={save.problemAt("source")}
        />
        {save.error && (
          <Alert tone="warn" live title={app.errors[save.error.code].title}>
            {app.errors[save.error.code].body}
          </Alert>
        )}
        <FormActions>
          <Button type="submit" busy={save.busy}>
            {words.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
