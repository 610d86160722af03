import { PLAN_LIMITS, renumbered, type PlanRowText, type PlanText } from "@varde/domain";
import { useState } from "react";
import { Link } from "react-router";
import { SavePlanTemplateDocument, type PlanTemplatePageQuery } from "../../../../graphql/generated/graphql";
import { usePlanTemplatePageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  Card,
  EmptyState,
  ErrorState,
  Form,
  FormActions,
  Page,
  Skeleton,
  Stack,
  TextArea,
  TextField,
} from "../../ui";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { DragHandle, movedTo, Sortable, SortableRow } from "../templates";
import { ActProblems } from "./ActProblems";
import "./plans.css";

/** The plan that chapters may begin from. */
export function Component() {
  const all = useAllTexts().plans;
  const texts = all.template;
  const writes = useCan("STRATEGY_WRITE");
  const [{ data, error, fetching }, reload] = usePlanTemplatePageQuery({ requestPolicy: "cache-and-network" });
  const failure = errorOf(error);
  if (!data && !failure) return <Skeleton of="page" />;
  return (
    <Page title={texts.title} lead={texts.lead} crumb={<Link to="/handlingsplaner">{all.crumb}</Link>}>
      {failure && !data && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {data && !writes && <EmptyState title={texts.none} />}
      {data && writes && <TemplateForm template={data.planTemplate ?? null} />}
    </Page>
  );
}

type Keyed = PlanRowText & { key: string };
const EMPTY: PlanText = { title: "", intro: "", rows: [], closing: "" };
const CELLS = ["aim", "measures", "resultAim"] as const;

function TemplateForm({ template }: { template: PlanTemplatePageQuery["planTemplate"] | null }) {
  const all = useAllTexts().plans;
  const texts = all.template;
  const was = template?.text ?? EMPTY;
  const [intro, setIntro] = useState(was.intro);
  const [rows, setRows] = useState<Keyed[]>(() =>
    was.rows.map(({ nr, activity, aim, measures, resultAim }) => ({
      key: newId(),
      nr,
      activity,
      aim,
      measures,
      resultAim,
    })),
  );
  const [rev, setRev] = useState(template?.rev ?? 0);
  const [saved, setSaved] = useState(false);
  const save = useAction(SavePlanTemplateDocument);
  const change = (next: Keyed[]): void => {
    setSaved(false);
    setRows(renumbered(next));
  };
  const set = (key: string, over: Partial<PlanRowText>): void =>
    change(rows.map((row) => (row.key === key ? { ...row, ...over } : row)));
  const keep = async (): Promise<void> => {
    const text = { title: all.name, intro, closing: "", rows: rows.map(({ key: _key, ...row }) => row) };
    const done = await save.run({ rev, text });
    if (!done?.savePlanTemplate.template) return;
    setRev(done.savePlanTemplate.template.rev);
    setSaved(true);
  };
  const problemAt = (i: number, field: string) => save.problemAt(`rows.${i}.${field}`);
  return (
    <Form onSubmit={() => void keep()}>
      <ActProblems
        act={save}
        but={["intro", ...rows.flatMap((_, i) => ["activity", ...CELLS].map((f) => `rows.${i}.${f}`))]}
      />
      <TextArea
        label={all.around.intro}
        value={intro}
        maxLength={PLAN_LIMITS.intro}
        optional
        problem={save.problemAt("intro")}
        onChange={(text) => {
          setSaved(false);
          setIntro(text);
        }}
      />
      <Sortable
        id="plan-template"
        keys={rows.map(({ key }) => key)}
        name={(i) => rows[i]?.activity || texts.row(i + 1)}
        onMove={(from, to) => change(movedTo(rows, from, to))}
      >
        <ol className="v-plan__rows v-plan-template">
          {rows.map((row, i) => (
            <SortableRow key={row.key} id={row.key}>
              <Card
                title={
                  <span className="v-plan__activity">
                    <DragHandle name={row.activity || texts.row(i + 1)} /> {texts.row(i + 1)}
                  </span>
                }
                aside={
                  <Button
                    variant="plain"
                    iconOnly
                    icon={TrashIcon}
                    onClick={() => change(rows.filter(({ key }) => key !== row.key))}
                  >
                    {texts.remove(i + 1)}
                  </Button>
                }
              >
                <Stack>
                  <TextField
                    label={all.row.activity}
                    value={row.activity}
                    maxLength={PLAN_LIMITS.activity}
                    problem={problemAt(i, "activity")}
                    onChange={(activity) => set(row.key, { activity })}
                  />
                  <div className="v-plan__wide">
                    {CELLS.map((cell) => (
                      <TextArea
                        key={cell}
                        label={all.row[cell]}
                        value={row[cell]}
                        rows={3}
                        optional
                        problem={problemAt(i, cell)}
                        onChange={(text) => set(row.key, { [cell]: text })}
                      />
                    ))}
                  </div>
                </Stack>
              </Card>
            </SortableRow>
          ))}
        </ol>
      </Sortable>
      {rows.length === 0 && <p className="v-plan__none">{texts.none}</p>}
      <div className="v-plan__actions">
        <Button
          icon={PlusIcon}
          onClick={() =>
            change([...rows, { key: newId(), nr: "", activity: "", aim: "", measures: "", resultAim: "" }])
          }
        >
          {texts.add}
        </Button>
      </div>
      {saved && (
        <Alert tone="success" live>
          {texts.saved}
        </Alert>
      )}
      <FormActions>
        <Button type="submit" variant="primary" busy={save.busy}>
          {texts.save}
        </Button>
      </FormActions>
    </Form>
  );
}
