import { useState } from "react";
import { useNavigate } from "react-router";
import { StartTouchpointDocument } from "../../../../graphql/generated/graphql";
import { useStartableTemplatesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, DateField, Dialog, ErrorState, RadioCards, Skeleton } from "../../ui";
import { MemberPicker, type Picked } from "./MemberPicker";

type Props = {
  open: boolean;
  onClose: () => void;
  /** the member it is about, where one begins on the member's page: then only what is about a member can be chosen */
  about?: Picked;
};

/** Starts by hand what national has rolled out for it. */
export function StartTaskDialog({ open, onClose, about }: Props) {
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
  const [picked, setPicked] = useState<Picked | null>(about ?? null);
  const templates = result.data?.startableTemplates ?? [];
  const startable = about ? templates.filter((template) => template.aboutMember) : templates;
  const asksWhom = startable.some((template) => template.id === chosen && template.aboutMember);
  const problem = errorOf(result.error);

  async function begin(): Promise<void> {
    if (!chosen) return;
    const memberId = asksWhom ? (picked?.id ?? null) : null;
    const done = await start.run({ templateId: chosen, startOn: day || format.today(), memberId });
    const id = done?.startTouchpoint.touchpointIds[0];
    if (!id) return;
    onClose();
    await navigate(`/oppgaver/${id}`);
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={about ? texts.titleAbout(about.name) : texts.title}
      {...(startable.length > 0 && {
        actions: (
          <>
            <Button variant="quiet" onClick={onClose}>
              {actions.cancel}
            </Button>
            <Button
              variant="primary"
              busy={start.busy}
              disabled={!chosen || (asksWhom && !picked)}
              onClick={() => void begin()}
            >
              {texts.start}
            </Button>
          </>
        ),
      })}
    >
      {!result.data &&
        (problem ? <ErrorState code={problem.code} onRetry={() => retry()} /> : <Skeleton of="cards" count={2} />)}
      {result.data && startable.length === 0 && <p>{about ? texts.noneAbout : texts.none}</p>}
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
          {asksWhom && !about && (
            <MemberPicker value={picked} onChange={setPicked} problem={start.problemAt("memberId")} />
          )}
          <DateField
            label={texts.when}
            value={day || format.today()}
            onChange={setDay}
            problem={start.problemAt("startOn")}
          />
          {start.otherProblems(["startOn", "memberId"]).map((message) => (
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
