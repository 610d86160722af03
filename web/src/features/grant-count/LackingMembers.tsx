import { GRANT_GAPS, readKroner, type GrantGap } from "@varde/domain";
import { useState } from "react";
import { Link } from "react-router";
import { SetGrantFactsDocument } from "../../../../graphql/generated/graphql";
import type { CountPage_GrantCountFragment, FeePayer } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, Chips, DateField, Form, Row, Rows, Select, TextField } from "../../ui";

type Props = { count: CountPage_GrantCountFragment; onChanged: () => void };
type Payer = Exclude<FeePayer, "UNKNOWN"> | "NONE";

/** So many may be written in at once. */
const MOST = 100;
const PAYERS: readonly Payer[] = ["NONE", "SELF", "OTHER"];
const EMPTY = { paidOn: "", amount: "", paidBy: "NONE" as Payer, family: false, typeId: "", birthYear: "" };
const FIELDS = ["paidOn", "amount", "birthYear"];

/** Those of whom something is missing, and one form for as many of them as one likes. */
export function LackingMembers({ count, onChanged }: Props) {
  const { grantCount: texts, app } = useAllTexts();
  const format = useFormat();
  const save = useAction(SetGrantFactsDocument);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<number | null>(null);

  const shown = count.lacking.slice(0, MOST);
  const memberIds = shown.map(({ id }) => id).filter((id) => chosen.has(id));
  const those = shown.filter(({ id }) => chosen.has(id));
  const lacks = new Set((those.length > 0 ? those : shown).flatMap(({ gaps }) => gaps));
  const ofBirth = those.length === 1 && lacks.has("BIRTH");
  const set = (part: Partial<typeof EMPTY>) => {
    setSaved(null);
    setDraft({ ...draft, ...part });
  };
  const choose = (ids: readonly string[], on: boolean) => {
    setSaved(null);
    setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  };

  const kinds = GRANT_GAPS.flatMap((gap): [GrantGap, string[]][] => {
    const ids = shown.filter(({ gaps }) => gaps.includes(gap)).map(({ id }) => id);
    return ids.length > 0 ? [[gap, ids]] : [];
  });
  const setOnly = (ids: readonly string[]) => {
    setSaved(null);
    setChosen(new Set(ids));
  };

  const amount = draft.amount.trim() === "" ? null : readKroner(draft.amount);
  const amountWrong = draft.amount.trim() !== "" && amount === null;
  const facts = {
    ...(draft.paidOn !== "" && { paidOn: draft.paidOn }),
    ...(amount !== null && { amount, family: draft.family }),
    ...(draft.paidBy !== "NONE" && { paidBy: draft.paidBy }),
    ...(draft.typeId !== "" && { typeId: draft.typeId }),
    ...(ofBirth && draft.birthYear !== "" && { birthYear: Number(draft.birthYear) }),
  };
  const empty = Object.keys(facts).length === 0;

  async function send(): Promise<void> {
    setTried(true);
    if (memberIds.length === 0 || empty || amountWrong) return;
    const done = await save.run({ year: count.year, memberIds, ...facts });
    if (!done) return;
    setSaved(memberIds.length);
    setChosen(new Set());
    setDraft(EMPTY);
    setTried(false);
    onChanged();
  }

  const toDo = memberIds.length === 0 ? texts.chooseFirst : empty && !amountWrong ? texts.nothing : null;
  return (
    <Card title={texts.who} lead={texts.whoLead}>
      <Form onSubmit={() => void send()} problems={save.otherProblems(FIELDS)}>
        <Checkbox
          label={texts.all(format.number(shown.length))}
          checked={memberIds.length === shown.length}
          onChange={(on) =>
            choose(
              shown.map(({ id }) => id),
              on,
            )
          }
        />
        {kinds.length > 1 && (
          <div className="v-count__picks" role="group" aria-label={texts.pick}>
            {kinds.map(([gap, ids]) => (
              <Button key={gap} variant="quiet" onClick={() => setOnly(ids)}>
                {texts.pickThose(ids.length, texts.lacks[gap])}
              </Button>
            ))}
          </div>
        )}
        <Rows>
          {shown.map(({ id, name, gaps }) => (
            <Row key={id}>
              <div className="v-count__member">
                <Checkbox
                  label={name}
                  help={texts.lacksOf(format.list(gaps.map((gap) => texts.lacks[gap])))}
                  checked={chosen.has(id)}
                  onChange={(on) => choose([id], on)}
                />
                <Link to={`/medlemmer/${id}`} aria-label={`${texts.member} ${name}`}>
                  {texts.member}
                </Link>
              </div>
            </Row>
          ))}
        </Rows>
        {count.lackingTotal > shown.length && (
          <p>{texts.firstOnly(format.number(shown.length), format.number(count.lackingTotal))}</p>
        )}
        <h3>
          {texts.form} <span className="v-count__chosen">{texts.chosen(format.number(memberIds.length))}</span>
        </h3>
        {lacks.has("FEE") && (
          <DateField
            label={texts.paidOn}
            optional
            value={draft.paidOn}
            onChange={(paidOn) => set({ paidOn })}
            max={format.today()}
            problem={save.problemAt("paidOn")}
          />
        )}
        <TextField
          label={texts.amount}
          help={texts.amountHelp}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={draft.amount}
          onChange={(text) => set({ amount: text })}
          problem={(tried && amountWrong ? texts.amountWrong : undefined) ?? save.problemAt("amount")}
        />
        <Checkbox label={texts.family} checked={draft.family} onChange={(family) => set({ family })} />
        <Chips
          label={texts.payer}
          value={draft.paidBy}
          onChange={(paidBy) => set({ paidBy })}
          options={PAYERS.map((value) => ({ value, label: texts.payers[value] }))}
        />
        {count.types.length > 0 && (
          <Select
            label={texts.type}
            value={draft.typeId}
            onChange={(typeId) => set({ typeId })}
            options={[
              { value: "", label: texts.keep },
              ...count.types.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {ofBirth && (
          <TextField
            label={texts.birthYear}
            optional
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft.birthYear}
            onChange={(text) => set({ birthYear: text.replace(/\D/g, "") })}
            problem={save.problemAt("birthYear")}
          />
        )}
        {tried && toDo && <Alert tone="warn" live title={toDo} />}
        {save.error && (
          <Alert tone="warn" live title={app.errors[save.error.code].title}>
            {app.errors[save.error.code].body}
          </Alert>
        )}
        {saved !== null && <Alert tone="success" live title={texts.saved(saved)} />}
        <Button variant="primary" type="submit" busy={save.busy}>
          {memberIds.length > 0 ? texts.save(memberIds.length) : texts.form}
        </Button>
      </Form>
    </Card>
  );
}
