import { useState } from "react";
import { useNavigate } from "react-router";
import { StartTouchpointDocument } from "../../../../graphql/generated/graphql";
import { useStartableTemplatesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, DateField, Dialog, ErrorState, RadioCards, Skeleton } from "../../ui";

/** Starts by hand what national has rolled out for it. */
export function StartTaskDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [result, retry] = useStartableTemplatesQuery({ pause: !open });
  const texts = useTexts().touchpoints.start;
  const app = useTexts().app;
  const actions = useTexts().ui.actions;
  const { language } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const start = useAction(StartTouchpointDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const [day, setDay] = useState("");
  const templates = result.data?.startableTemplates ?? [];
  const startable = templates.filter((template) => !template.aboutMember);
  const problem = errorOf(result.error);

  async function begin(): Promise<void> {
    if (!chosen) return;
    const done = await start.run({ templateId: chosen, startOn: day || format.today() });
    const id = done?.startTouchpoint.touchpointIds[0];
    if (!id) return;
    onClose();
    await navigate(`/oppgaver/${id}`);
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={texts.title}
      {...(startable.length > 0 && {
        actions: (
          <>
            <Button variant="quiet" onClick={onClose}>
              {actions.cancel}
            </Button>
            <Button variant="primary" busy={start.busy} disabled={!chosen} onClick={() => void begin()}>
              {texts.start}
            </Button>
          </>
        ),
      })}
    >
      {!result.data &&
        (problem ? <ErrorState code={problem.code} onRetry={() => retry()} /> : <Skeleton of="cards" count={2} />)}
      {result.data && startable.length === 0 && <p>{texts.none}</p>}
      {startable.length > 0 && (
        <>
          <p>{texts.lead}</p>
          <RadioCards
            label={texts.which}
            value={chosen}
            onChange={setChosen}
            options={startable.map((template) => ({
              value: template.id,
              label: localized(template.name, language),
              help: localized(template.purpose, language),
            }))}
          />
          <DateField
            label={texts.when}
            value={day || format.today()}
            onChange={setDay}
            problem={start.problemAt("startOn")}
          />
          {start.otherProblems(["startOn"]).map((message) => (
            <Alert key={message} tone="warn" live title={message} />
          ))}
          {start.error && (
            <Alert tone="warn" live title={app.errors[start.error.code].title}>
              {app.errors[start.error.code].body}
            </Alert>
          )}
        </>
      )}
    </Dialog>
  );
}
