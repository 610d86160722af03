import { countStatuses, isOutcome } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Page, Stack, Tag } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { DragHandle, Sortable, SortableRow } from "../templates";
import { AroundCard } from "./AroundCard";
import { AroundEditor } from "./AroundEditor";
import type { Choices, Fetched, Row } from "./plan";
import { PlanActions } from "./PlanActions";
import { PlanFiles } from "./PlanFiles";
import { PlanRow, RowHead } from "./PlanRow";
import { RemovedRows } from "./RemovedRows";
import { RowEditor } from "./RowEditor";
import { usePlan } from "./usePlan";
import { VersionsCard } from "./VersionsCard";

const newRow = (): Row => ({
  __typename: "ActionPlanRow",
  id: newId(),
  nr: "",
  activity: "",
  aim: "",
  measures: "",
  resultAim: "",
  responsible: "",
  responsibleSeatId: null,
  responsibleName: null,
  dueOn: null,
  status: "NOT_BEGUN",
  learnt: "",
  templateId: null,
  templateName: null,
  measure: null,
  target: null,
  goalId: null,
  goalText: null,
  progress: null,
  before: null,
  rev: 0,
});

type PlanViewProps = { fetched: Fetched; choices: Choices; crumb: ReactNode; today: string; onRefresh: () => void };

/** A plan that is there: rows as cards on the phone and as a table at the desk, one open at a time. */
export function PlanView({ fetched, choices, crumb, today, onRefresh }: PlanViewProps) {
  const { plans: texts, planImport } = useAllTexts();
  const format = useFormat();
  const { plan, heard, move, failed } = usePlan(fetched, onRefresh);
  const [opened, setOpened] = useState<Row | "around" | null>(null);
  const written = opened === "around" ? null : opened;
  const open = opened === "around" ? opened : (written?.id ?? null);
  const writes = plan.mayWrite;
  const words = writes && plan.state !== "ADOPTED";
  const counts = countStatuses(plan.rows);
  const { adoption, changeReason } = plan;
  const lead =
    plan.state === "CHANGING"
      ? texts.leadChanging(changeReason ?? "")
      : adoption
        ? texts.leadAdopted(texts.adopters[adoption.by], adoption.place, format.date(adoption.on))
        : texts.leadDraft;
  // a new one is not there yet, and one that somebody took away meanwhile stays until what was written in it is looked at
  const rows = written && !plan.rows.some(({ id }) => id === written.id) ? [...plan.rows, written] : plan.rows;
  const close = (): void => setOpened(null);
  const add = (): void => setOpened(newRow());
  const onMove = (from: number, to: number): void => {
    const others = plan.rows.filter((_, i) => i !== from);
    const row = plan.rows[from];
    if (row) move(row.id, others[to]?.id ?? null);
  };
  return (
    <Page
      title={texts.title(plan.year)}
      crumb={crumb}
      lead={
        <>
          <Tag tone={plan.state === "ADOPTED" ? "good" : "plain"}>{texts.states[plan.state]}</Tag> {lead}
        </>
      }
    >
      <Stack>
        {failed && (
          <Alert tone="warn" live>
            {texts.failed}
          </Alert>
        )}
        {opened === "around" ? (
          <AroundEditor plan={plan} writes={words} onHeard={heard} onClose={close} />
        ) : (
          <AroundCard plan={plan} {...(words && open === null && { onOpen: () => setOpened("around") })} />
        )}
        {adoption && plan.rows.length > 0 && (
          <div>
            <p className="v-plan-summary">
              {texts.summary(format.number(counts.DONE + counts.PARTLY), format.number(plan.rows.length))}
            </p>
            {writes && plan.rows.every(({ status }) => isOutcome(status)) && (
              <Link to={`/arsmelding/${plan.year}`}>{texts.toReport(plan.year)}</Link>
            )}
          </div>
        )}
        <div className="v-plan" data-writes={words ? "" : undefined}>
          {rows.length > 0 ? <RowHead /> : <p className="v-plan__none">{texts.noRows}</p>}
          <Sortable
            id="plan"
            keys={rows.map(({ id }) => id)}
            name={(i) => rows[i]?.activity || texts.newRow}
            onMove={onMove}
          >
            <ol className="v-plan__rows">
              {rows.map((row) => (
                <SortableRow key={row.id} id={row.id} className="v-plan__row" open={row.id === open}>
                  {row.id === open ? (
                    <RowEditor
                      plan={plan}
                      row={row}
                      choices={choices}
                      words={words}
                      onHeard={heard}
                      onRefresh={onRefresh}
                      onClose={close}
                    />
                  ) : (
                    <PlanRow
                      row={row}
                      {...(writes && open === null && { onOpen: () => setOpened(row) })}
                      handle={words && open === null && <DragHandle name={row.activity || texts.newRow} />}
                    />
                  )}
                </SortableRow>
              ))}
            </ol>
          </Sortable>
          {words && open === null && (
            <Button icon={PlusIcon} onClick={add}>
              {texts.add}
            </Button>
          )}
        </div>
        {words && plan.removed.length > 0 && <RemovedRows plan={plan} onHeard={heard} />}
        {writes && open === null && <PlanActions plan={plan} today={today} onHeard={heard} onRefresh={onRefresh} />}
        {open === null && plan.rows.length > 0 && (
          <Card title={planImport.print.title} lead={planImport.print[plan.state]}>
            <div className="v-plan__buttons">
              <PlanFiles planId={plan.id} names={planImport.print} />
            </div>
          </Card>
        )}
        {plan.versions.length > 0 && <VersionsCard plan={plan} />}
      </Stack>
    </Page>
  );
}
