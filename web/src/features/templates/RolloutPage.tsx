import type { ReactNode } from "react";
import { useParams } from "react-router";
import type { RolloutPageQuery } from "../../../../graphql/generated/graphql";
import { useRolloutPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, ErrorState, Page, Skeleton } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { RolloutCap } from "./RolloutCap";
import { RolloutChoice } from "./RolloutChoice";
import { RolloutDone } from "./RolloutDone";
import { RolloutPreview } from "./RolloutPreview";
import { RolloutStrip } from "./RolloutStrip";
import { SimulationCard } from "./SimulationCard";
import { useRollout } from "./useRollout";
import { useRolloutWords } from "./useRolloutWords";
import "./rollout.css";

/** Roll a published version out: to whom, from when, what happens in each chapter and what it costs it, and then the button. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().templates;
  const [result, reload] = useRolloutPageQuery({ variables: { id } });
  const problem = errorOf(result.error);
  if (result.data) return <Rollout data={result.data} />;
  return (
    <Page title={texts.title} crumb={<TemplateCrumb />}>
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
  const texts = useAllTexts().rollout;
  const { language } = useLanguage();
  const name = localized(template.name, language);
  const crumb = (
    <TemplateCrumb
      template={{ id: template.id, name }}
      {...(template.published && { here: texts.crumb(template.published.number) })}
    />
  );
  if (!template.published) {
    return (
      <Page title={name} crumb={crumb}>
        <Alert tone="warn" action={<ButtonLink to={`/punkter/${template.id}`}>{texts.back}</ButtonLink>}>
          {texts.notPublished}
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

/** What one may press beside a roll-out's own problems has a place of its own. */
const OWN_PLACE = ["effectiveFrom", "chapterIds", "capReason"];

function RolloutForm({ data, version, name, crumb }: RolloutFormProps) {
  const texts = useAllTexts();
  const words = texts.rollout;
  const { template } = data;
  const rollout = useRollout(template.id, version.id);
  const { choice, change, preview, done, act, chosen } = rollout;
  const say = useRolloutWords({ name, number: version.number, aboutMember: template.aboutMember });
  const count = preview?.chapters.length ?? 0;
  return (
    <Page
      title={say.title(preview)}
      crumb={crumb}
      // what comes of another press is not the answer to the one that was just made
      {...(!done && { lead: preview ? say.lead(preview) : " " })}
    >
      {done && <RolloutDone done={done} templateId={template.id} />}
      <RolloutStrip
        rollouts={template.rollouts}
        versionId={version.id}
        next={
          done || count === 0
            ? null
            : { ring: choice.to === "all" ? "ALL" : "WAVE", chapterCount: count, from: choice.from }
        }
      />
      <div className="v-rollout">
        <div className="v-rollout__choice">
          <RolloutChoice
            data={data}
            choice={choice}
            asksCatchUp={preview !== undefined && (preview.occurrences.length > 0 || preview.askedAbout > 0)}
            problemAt={act.problemAt}
            onChange={change}
          />
        </div>
        <div className="v-rollout__preview">
          {rollout.problem ? (
            <ErrorState {...rollout.problem} busy={rollout.fetching} onRetry={rollout.again} />
          ) : preview ? (
            <RolloutPreview preview={preview} />
          ) : (
            <Card>{chosen ? <Skeleton of="table" count={6} /> : <p>{words.choose}</p>}</Card>
          )}
        </div>
        <div className="v-rollout__act">
          {!done && preview && (
            <RolloutCap
              preview={preview}
              reason={rollout.reason}
              problem={act.problemAt("capReason")}
              onReason={rollout.setReason}
              onPostpone={(from) => change({ ...choice, from })}
              onWithout={(chapterIds) => change({ ...choice, to: "chapters", chapterIds })}
            />
          )}
          {!done && <SimulationCard templateId={template.id} versionId={version.id} />}
          {act.otherProblems(OWN_PLACE).map((message) => (
            <Alert key={message} tone="warn" live>
              {message}
            </Alert>
          ))}
          {act.error && <ErrorState {...act.error} />}
          {!done && (
            <>
              <Button
                variant="primary"
                wide
                busy={act.busy}
                disabled={count === 0}
                onClick={() => void rollout.submit()}
              >
                {choice.to === "all"
                  ? words.submitAll(texts.templates.chapters(count))
                  : words.submit(texts.templates.chapters(count))}
              </Button>
              <p className="v-rollout__note">{words.undo}</p>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
