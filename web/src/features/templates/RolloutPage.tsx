import { useState, type ReactNode } from "react";
import { useParams } from "react-router";
import { RollOutDocument, type RolloutPageQuery } from "../../../../graphql/generated/graphql";
import { useRolloutPageQuery, useRolloutPreviewQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, ErrorState, Page, Skeleton } from "../../ui";
import { Crumb } from "./Crumb";
import { isNear, RolloutChoice, type Choice } from "./RolloutChoice";
import { RolloutPreview, type Preview } from "./RolloutPreview";
import "./rollout.css";

/** Roll a published version out: to whom, from when, what happens in each chapter, and then the button. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useTexts().templates;
  const [result, reload] = useRolloutPageQuery({ variables: { id } });
  const problem = errorOf(result.error);
  if (result.data) return <Rollout data={result.data} />;
  return (
    <Page title={texts.title} crumb={<Crumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="table" count={6} />
      )}
    </Page>
  );
}

function Rollout({ data }: { data: RolloutPageQuery }) {
  const { template } = data;
  const texts = useTexts().templates;
  const { language } = useLanguage();
  const name = localized(template.name, language);
  const crumb = (
    <Crumb
      template={{ id: template.id, name }}
      {...(template.published && { here: texts.rollout.crumb(template.published.number) })}
    />
  );
  if (!template.published) {
    return (
      <Page title={name} crumb={crumb}>
        <Alert tone="warn" action={<ButtonLink to={`/punkter/${template.id}`}>{texts.rollout.back}</ButtonLink>}>
          {texts.rollout.notPublished}
        </Alert>
      </Page>
    );
  }
  return <RolloutForm data={data} version={template.published} name={name} crumb={crumb} />;
}

type RolloutFormProps = {
  data: RolloutPageQuery;
  version: { id: string; number: string };
  name: string;
  crumb: ReactNode;
};

function RolloutForm({ data, version, name, crumb }: RolloutFormProps) {
  const texts = useTexts().templates;
  const format = useFormat();
  const templateId = data.template.id;
  const [choice, setChoice] = useState<Choice>({ to: "all", regionIds: [], chapterIds: [], from: format.today() });
  const [id, setId] = useState(newId);
  const [done, setDone] = useState<{ chapters: number; made: number } | null>(null);
  const act = useAction(RollOutDocument);
  const scope = {
    effectiveFrom: choice.from,
    chapterIds: choice.to === "chapters" ? choice.chapterIds : null,
    regionIds: choice.to === "regions" ? choice.regionIds : null,
  };
  const chosen = isNear(choice.from, format.today()) && (scope.chapterIds ?? scope.regionIds ?? ["all"]).length > 0;
  const [result, again] = useRolloutPreviewQuery({ variables: { input: { templateId, ...scope } }, pause: !chosen });
  const preview: Preview | undefined = chosen && !result.error ? result.data?.rolloutPreview : undefined;
  const problem = chosen ? errorOf(result.error) : null;
  const count = preview?.chapters.length ?? 0;

  const submit = async (): Promise<void> => {
    const answer = await act.run({ id, templateId, versionId: version.id, catchUp: "SKIP", ...scope });
    const rollout = answer?.rollOut.rollout;
    if (!rollout) return;
    setDone({ chapters: rollout.chapterCount, made: rollout.touchpointCount });
    // another press is another roll-out
    setId(newId());
    again({ requestPolicy: "network-only" });
  };
  return (
    <Page
      title={
        count > 0
          ? texts.rollout.answer(format.sentence(texts.chapters(count)), name, version.number)
          : texts.rollout.answerNobody(name, version.number)
      }
      crumb={crumb}
      // what comes of another press is not the answer to the one that was just made
      {...(!done && { lead: <Lead preview={preview} aboutMember={data.template.aboutMember} /> })}
    >
      {done && (
        <Alert
          live
          tone="success"
          title={texts.rollout.doneTitle(texts.chapters(done.chapters))}
          action={<ButtonLink to={`/punkter/${templateId}`}>{texts.rollout.back}</ButtonLink>}
        >
          {texts.rollout.doneBody(done.made)}
        </Alert>
      )}
      <div className="v-rollout">
        <div className="v-rollout__choice">
          <RolloutChoice
            data={data}
            choice={choice}
            problemAt={act.problemAt}
            onChange={(next) => {
              setChoice(next);
              setDone(null);
            }}
          />
        </div>
        <div className="v-rollout__preview">
          {problem ? (
            <ErrorState {...problem} busy={result.fetching} onRetry={() => again({ requestPolicy: "network-only" })} />
          ) : preview ? (
            <RolloutPreview preview={preview} />
          ) : (
            <Card>{chosen ? <Skeleton of="table" count={6} /> : <p>{texts.rollout.choose}</p>}</Card>
          )}
        </div>
        <div className="v-rollout__act">
          {act.otherProblems(["effectiveFrom", "chapterIds"]).map((message) => (
            <Alert key={message} tone="warn" live>
              {message}
            </Alert>
          ))}
          {act.error && <ErrorState {...act.error} />}
          {!done && (
            <Button variant="primary" wide busy={act.busy} disabled={count === 0} onClick={() => void submit()}>
              {choice.to === "all"
                ? texts.rollout.submitAll(texts.chapters(count))
                : texts.rollout.submit(texts.chapters(count))}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}

function Lead({ preview, aboutMember }: { preview: Preview | undefined; aboutMember: boolean }) {
  const texts = useTexts().templates.rollout;
  if (!preview) return "\u00a0";
  const there = preview.chapters.reduce((sum, row) => sum + row.alreadyThere, 0);
  const parts: string[] = [];
  if (aboutMember || preview.triggerKind === "AFTER") parts.push(texts.leadMember);
  else if (preview.triggerKind === "MANUAL") parts.push(texts.leadManual);
  if (preview.newTouchpoints > 0) parts.push(texts.leadNew(preview.newTouchpoints, there));
  else if (there > 0) parts.push(texts.leadNone);
  else if (parts.length === 0) parts.push(texts.leadNothing);
  return parts.join(" ");
}
