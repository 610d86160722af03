import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  CreateDraftDocument,
  RolloutRow_RolloutFragmentDoc,
  type TemplateQuery,
} from "../../../../graphql/generated/graphql";
import { useTemplateQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ErrorState,
  Page,
  Row,
  Rows,
  Skeleton,
  Stack,
  Tag,
  WithPanel,
} from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { TemplatePilots } from "../pilots";
import { PracticeCards } from "../practices";
import { TargetsCard } from "../standings";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { codeOf } from "./describe";
import { DiscardDraft } from "./DiscardDraft";
import { ProposalsCard } from "./ProposalsCard";
import { RolloutRow } from "./RolloutRow";
import { TemplateFacts } from "./TemplateFacts";
import { TemplateTools } from "./TemplateTools";
import { VersionStrip } from "./VersionStrip";

/** One touchpoint template: what is in force, its versions, its roll-outs, and what one may do next. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().templates;
  const [result, reload] = useTemplateQuery({ variables: { id } });
  const problem = errorOf(result.error);
  const template = result.data?.template;
  if (template) return <TemplateView template={template} />;
  return (
    <Page title={texts.title} crumb={<TemplateCrumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" />
      )}
    </Page>
  );
}

type Template = TemplateQuery["template"];

function TemplateView({ template }: { template: Template }) {
  const { templates: texts, versions: own } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const { draft, published, versions } = template;
  const name = localized(template.name, language);
  const kept = template.rollouts.filter(({ withdrawnAt }) => withdrawnAt === null);
  const rollouts = kept.map((rollout) => readFragment(RolloutRow_RolloutFragmentDoc, rollout));
  const inForce = versions.filter(({ chapterCount }) => chapterCount > 0);
  const begun = published !== null && rollouts.some(({ versionNumber }) => versionNumber === published.number);
  const outdated = published !== null && !begun && inForce.some(({ state }) => state !== "PILOT");
  // newest first: a pilot that something newer has been published after is on its way out like the others
  const newer = versions.slice(0, published ? versions.findIndex(({ id }) => id === published.id) : versions.length);
  const isTried = (one: Template["versions"][number]): boolean => one.state === "PILOT" && newer.includes(one);
  const standing = inForce.filter((one) => !isTried(one));
  const tried = inForce.filter(isTried);
  const shares = standing.map(({ chapterCount, number }) => own.share(texts.chapters(chapterCount), number));
  const stands =
    standing.length > 1
      ? own.several(format.list(shares))
      : standing[0]
        ? texts.page.lead(`${texts.chapters(standing[0].chapterCount)} (${standing[0].number})`)
        : !published
          ? tried.length === 0 && texts.page.leadDraft
          : begun
            ? texts.page.lead(`${texts.chapters(rollouts[0]?.chapterCount ?? 0)} (${published.number})`)
            : texts.page.leadNone;
  const trying = tried.map(({ chapterCount, number }) =>
    format.sentence(own.trying(texts.chapters(chapterCount), number)),
  );
  const lead = [stands, ...trying].filter(Boolean).join(" ");
  const done =
    begun &&
    standing.every(({ id }) => id === published.id) &&
    rollouts.some(({ ring, versionNumber }) => ring === "ALL" && versionNumber === published.number);
  const [shown] = published ? [published] : versions;
  return (
    <Page
      title={published ? texts.page.answerPublished(name, published.number) : texts.page.answerDraft(name)}
      documentTitle={name}
      crumb={<TemplateCrumb here={codeOf(template.key) ?? name} />}
      lead={lead}
      action={<Actions template={template} rolledOut={done} tried={tried.length > 0} />}
    >
      {outdated && (
        <Alert tone="warn">
          {texts.page.outdated(published.number, format.list(inForce.map(({ number }) => number)))}
        </Alert>
      )}
      <WithPanel
        panel={
          <Card title={texts.page.rollouts}>
            {template.rollouts.length === 0 ? (
              <p>{texts.page.noRollouts}</p>
            ) : (
              <>
                <VersionStrip rollouts={rollouts} />
                <Rows>
                  {template.rollouts.map((rollout) => (
                    <RolloutRow key={rollout.id} rollout={rollout} templateId={template.id} />
                  ))}
                </Rows>
              </>
            )}
          </Card>
        }
      >
        <Stack>
          {shown && <TemplateFacts {...shown} />}
          {published && <TargetsCard templateId={template.id} />}
          <Versions templateId={template.id} versions={versions} />
          <TemplatePilots templateId={template.id} />
          <ProposalsCard templateId={template.id} />
          <PracticeCards templateId={template.id} />
          <TemplateTools id={template.id} newest={versions[0]} />
          {draft && (
            <div>
              <DiscardDraft templateId={template.id} draft={draft} only={versions.length === 1} />
            </div>
          )}
        </Stack>
      </WithPanel>
    </Page>
  );
}

function Versions({ templateId, versions }: { templateId: string; versions: Template["versions"] }) {
  const { templates: texts, versions: own } = useAllTexts();
  const format = useFormat();
  return (
    <Card title={texts.page.versions}>
      <Rows>
        {versions.map((version, i) => {
          const before = versions[i + 1];
          return (
            <Row key={version.id}>
              <p className="v-version__head">
                <strong>{version.number}</strong>
                <Tag tone={version.state === "PUBLISHED" ? "good" : version.state === "DRAFT" ? "attention" : "plain"}>
                  {texts.states[version.state]}
                </Tag>
                <span className="v-version__note">
                  {[
                    version.chapterCount > 0 && own.inForce(texts.chapters(version.chapterCount)),
                    version.pilotedAt && own.tried(format.moment(version.pilotedAt)),
                    version.publishedAt && texts.page.versionLine(format.moment(version.publishedAt)),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </p>
              {version.notes && <p className="v-version__note v-version__text">{version.notes}</p>}
              {before && (
                <Link to={`/punkter/${templateId}/versjoner?fra=${before.id}&til=${version.id}`}>
                  {own.compareWith(before.number)}
                </Link>
              )}
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
}

/** The next step is the primary one: roll out what is not out, else go on with the draft, else write anew; while some try a version, to wait. */
function Actions({ template, rolledOut, tried }: { template: Template; rolledOut: boolean; tried: boolean }) {
  const texts = useAllTexts().templates;
  const navigate = useNavigate();
  const create = useAction(CreateDraftDocument);
  const [versionId] = useState(newId);
  const { id, draft, published } = template;
  const begin = async (): Promise<void> => {
    if (await create.run({ templateId: id, versionId })) await navigate(`/punkter/${id}/utkast`);
  };
  const rollOutFirst = published !== null && !rolledOut;
  return (
    <>
      {draft ? (
        <ButtonLink to={`/punkter/${id}/utkast`} variant={rollOutFirst ? "secondary" : "primary"} icon={PencilIcon}>
          {texts.page.editDraft(draft.number)}
        </ButtonLink>
      ) : (
        <Button
          icon={PencilIcon}
          {...(!rollOutFirst && !tried && { variant: "primary" })}
          busy={create.busy}
          onClick={() => void begin()}
        >
          {texts.page.newDraft}
        </Button>
      )}
      {published && (
        <ButtonLink to={`/punkter/${id}/utrulling`} variant={rollOutFirst ? "primary" : "secondary"}>
          {texts.page.rollOut(published.number)}
        </ButtonLink>
      )}
      {[...create.otherProblems(), ...(create.error ? [create.error.code] : [])].map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
    </>
  );
}
