import { PLAN_LIMITS } from "@varde/domain";
import { useState } from "react";
import { SaveActionPlanDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Form, FormActions, TextArea, TextField } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { ActProblems } from "./ActProblems";
import type { Fetched, Plan } from "./plan";

type AroundCardProps = { plan: Plan; writes: boolean; onHeard: (plan: Fetched) => void; onRefresh: () => void };

/** What stands around the table: read, and written when asked for. */
export function AroundCard({ plan, writes, onHeard, onRefresh }: AroundCardProps) {
  const all = useAllTexts().plans;
  const texts = all.around;
  const [text, setText] = useState<{ title: string; intro: string; closing: string } | null>(null);
  const [rev, setRev] = useState(plan.rev);
  const save = useAction(SaveActionPlanDocument);
  const open = (): void => {
    setText({ title: plan.title, intro: plan.intro, closing: plan.closing });
    setRev(plan.rev);
  };
  const done = async (): Promise<void> => {
    if (!text) return;
    const told = await save.run({ id: plan.id, rev, ...text });
    if (!told?.saveActionPlan.plan) return onRefresh();
    onHeard(told.saveActionPlan.plan);
    setText(null);
  };
  if (text && writes)
    return (
      <Card title={texts.title}>
        <Form onSubmit={() => void done()}>
          {plan.rev === rev ? (
            <ActProblems act={save} but={["title", "intro", "closing"]} />
          ) : (
            <Alert
              tone="warn"
              live
              title={all.row.conflict}
              action={
                <>
                  <Button onClick={() => setText(null)}>{all.row.theirs}</Button>
                  <Button onClick={() => setRev(plan.rev)}>{all.row.mine}</Button>
                </>
              }
            >
              <p>{all.row.conflictBody}</p>
              <p className="v-plan__text">{[plan.title, plan.intro, plan.closing].filter(Boolean).join("\n")}</p>
            </Alert>
          )}
          <TextField
            label={texts.name}
            value={text.title}
            maxLength={PLAN_LIMITS.title}
            problem={save.problemAt("title")}
            onChange={(title) => setText({ ...text, title })}
          />
          <TextArea
            label={texts.intro}
            help={texts.introHelp}
            value={text.intro}
            maxLength={PLAN_LIMITS.intro}
            rows={6}
            optional
            problem={save.problemAt("intro")}
            onChange={(intro) => setText({ ...text, intro })}
          />
          <TextArea
            label={texts.closing}
            help={texts.closingHelp}
            value={text.closing}
            maxLength={PLAN_LIMITS.closing}
            optional
            problem={save.problemAt("closing")}
            onChange={(closing) => setText({ ...text, closing })}
          />
          <FormActions>
            <Button type="submit" variant="primary" busy={save.busy}>
              {texts.done}
            </Button>
          </FormActions>
        </Form>
      </Card>
    );
  if (!writes && !plan.intro && !plan.closing) return null;
  return (
    <Card
      title={plan.title}
      {...(writes && {
        aside: (
          <Button variant="plain" iconOnly icon={PencilIcon} onClick={open}>
            {texts.edit}
          </Button>
        ),
      })}
    >
      <p className="v-plan__text">{plan.intro || <span className="v-plan__empty">{texts.none}</span>}</p>
      {plan.closing && <p className="v-plan__text">{plan.closing}</p>}
    </Card>
  );
}
