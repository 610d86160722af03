import { kroner, readKroner } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { MemberPage_MemberDetailFragmentDoc, SetFeePaidDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Card, Checkbox, Chips, DateField, Dialog, Row, Rows, TextField } from "../../ui";
import { CheckmarkIcon, XMarkIcon } from "../../ui/icons";
import type { MemberData } from "./MemberPage";
import { SaveProblems } from "./SaveProblems";

type Props = { detail: MemberData; editable: boolean; onConflict: () => void };
type Fee = Pick<MemberData["fees"][number], "year" | "paidOn" | "amount" | "paidBy" | "family">;
const UNPAID = { paidOn: null, amount: null, paidBy: "UNKNOWN", family: false } as const;
const PAYERS = ["SELF", "OTHER", "UNKNOWN"] as const;

/** The fee year by year; the present one always, and next year's when the year turns. */
function feesOf(detail: MemberData, today: string): Fee[] {
  const year = Number(today.slice(0, 4));
  const known = new Map(detail.fees.map((fee) => [fee.year, fee]));
  const years = new Set([year, ...known.keys(), ...(today.slice(5, 7) === "12" ? [year + 1] : [])]);
  return [...years].sort((a, b) => b - a).map((one) => known.get(one) ?? { year: one, ...UNPAID });
}

const factsOf = ({ year, paidOn, amount, paidBy, family }: Fee) => ({ year, paidOn, amount, paidBy, family });

export function FeesCard({ detail, editable, onConflict }: Props) {
  const { member } = detail;
  const texts = useTexts().members.page;
  const actions = useTexts().ui.actions;
  const format = useFormat();
  const offerUndo = useUndo();
  const save = useAction(SetFeePaidDocument);
  const takeBack = useAction(SetFeePaidDocument);
  const [asking, setAsking] = useState<number | null>(null);
  const [day, setDay] = useState(format.today());
  const [amount, setAmount] = useState("");
  const [paidBy, setPaidBy] = useState<Fee["paidBy"]>("UNKNOWN");
  const [family, setFamily] = useState(false);
  const [tried, setTried] = useState(false);
  const ore = amount.trim() === "" ? null : readKroner(amount);
  const amountWrong = amount.trim() !== "" && ore === null;

  async function set(fee: Fee, before: Fee): Promise<void> {
    const done = await save.run({ id: member.id, rev: member.rev, ...factsOf(fee) });
    const detailNow = done?.setFeePaid.detail;
    if (!detailNow) return onConflict();
    const { rev } = readFragment(MemberPage_MemberDetailFragmentDoc, detailNow).member;
    setAsking(null);
    offerUndo({
      message: texts.feeSaved,
      undo: () => void takeBack.run({ id: member.id, rev, ...factsOf(before) }).then((back) => back ?? onConflict()),
    });
  }

  return (
    <Card title={texts.fees}>
      <Rows>
        {feesOf(detail, format.today()).map((fee) => (
          <Row key={fee.year}>
            <div className="v-member-fee">
              <span className="v-member-fee__fact">
                {fee.paidOn ? (
                  <CheckmarkIcon aria-hidden fontSize="1.5rem" />
                ) : (
                  <XMarkIcon aria-hidden fontSize="1.5rem" />
                )}
                <span>
                  <strong>{fee.year}</strong>{" "}
                  {fee.paidOn ? texts.feePaid(format.fullDate(fee.paidOn)) : texts.feeUnpaid}
                  {typeof fee.amount === "number" && ` · ${kroner(fee.amount)} kr`}
                  {fee.paidBy !== "UNKNOWN" && ` · ${texts.payers[fee.paidBy]}`}
                </span>
              </span>
              {editable && (
                <Button
                  variant="plain"
                  onClick={() => (fee.paidOn ? void set({ year: fee.year, ...UNPAID }, fee) : setAsking(fee.year))}
                >
                  {fee.paidOn ? texts.setUnpaid(String(fee.year)) : texts.setPaid(String(fee.year))}
                </Button>
              )}
            </div>
          </Row>
        ))}
      </Rows>
      {asking === null && <SaveProblems action={save} />}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={texts.setPaid(String(asking ?? ""))}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(null)}>
              {actions.cancel}
            </Button>
            <Button
              variant="primary"
              busy={save.busy}
              onClick={() => {
                setTried(true);
                if (asking === null || amountWrong) return;
                const paid = { year: asking, paidOn: day || format.today(), amount: ore, paidBy, family };
                void set(paid, { year: asking, ...UNPAID });
              }}
            >
              {texts.save}
            </Button>
          </>
        }
      >
        <DateField
          label={texts.paidWhen}
          value={day}
          onChange={setDay}
          max={format.today()}
          problem={save.problemAt("paidOn")}
        />
        <TextField
          label={texts.amount}
          optional
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={amount}
          onChange={setAmount}
          problem={(tried && amountWrong ? texts.amountWrong : undefined) ?? save.problemAt("amount")}
        />
        <Chips
          label={texts.payer}
          value={paidBy}
          onChange={setPaidBy}
          options={PAYERS.map((value) => ({ value, label: texts.payers[value] }))}
        />
        <Checkbox label={texts.family} checked={family} onChange={setFamily} />
        <SaveProblems action={save} shown={["paidOn", "amount"]} />
      </Dialog>
    </Card>
  );
}
