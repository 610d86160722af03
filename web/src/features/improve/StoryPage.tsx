import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { OutcomeOf_CountsFragmentDoc } from "../../../../graphql/generated/graphql";
import { useTouchpointStoryQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Card, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { usePeriodName } from "../standings";
import { ChoicesCard } from "./ChoicesCard";
import { SaidCard } from "./SaidCard";
import { takenAgain, type Story } from "./story";
import { Timeline } from "./Timeline";
import { YearsCard } from "./YearsCard";
import "./improve.css";

/** A touchpoint template over the years: how it went, what was chosen and why, and what was done with it. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().improve;
  const [result, reload] = useTouchpointStoryQuery({ variables: { templateId: id } });
  const problem = errorOf(result.error);
  const story = result.data?.touchpointStory;
  if (story) return <Told story={story} />;
  return (
    <Page title={texts.crumb}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" />
      )}
    </Page>
  );
}

/** Those who design templates come from the template; a board comes from its own numbers. */
function Crumb({ id, name }: { id: string; name: string }) {
  const texts = useAllTexts().improve;
  const writes = useCan("TEMPLATE_WRITE");
  const own = useCan("TOUCHPOINT_WRITE");
  if (writes) return <TemplateCrumb template={{ id, name }} here={texts.crumb} />;
  return own ? <Link to={`/laget?punkt=${id}`}>{texts.own}</Link> : <Link to="/">{texts.overview}</Link>;
}

function Told({ story }: { story: Story }) {
  const texts = useAllTexts().improve;
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const name = localized(story.name, language);
  const choice = story.events.find(({ kind }) => kind === "CHOSEN" || kind === "NOT_CHOSEN");
  const times = story.events.filter(({ kind }) => kind === "CHOSEN").length;
  const title =
    times === 0
      ? texts.titleNever(name)
      : choice?.kind !== "CHOSEN"
        ? texts.titleBefore(name)
        : takenAgain(story.events)
          ? texts.titleAgain(name, choice.year ?? 0)
          : texts.titleChosen(name, choice.year ?? 0);
  const told = story.years.map((year) => ({ ...year, counts: readFragment(OutcomeOf_CountsFragmentDoc, year.counts) }));
  const latest = told.find(({ counts }) => counts.closed !== 0);
  const lead =
    latest?.counts.onTime != null && latest.counts.closed !== null
      ? texts.lead(periodName(latest.period), format.outOf(latest.counts.onTime, latest.counts.closed))
      : texts.leadNone;
  return (
    <Page
      title={title}
      documentTitle={`${name}: ${texts.crumb}`}
      crumb={<Crumb id={story.templateId} name={name} />}
      lead={lead}
    >
      <Stack>
        <YearsCard name={name} years={told} aboutMember={story.aboutMember} />
        <ChoicesCard events={story.events} />
        <SaidCard answers={story.answers} />
        <Card title={texts.happened}>
          {story.events.length === 0 ? (
            <EmptyState title={texts.nothing} />
          ) : (
            <Timeline events={story.events} templateId={story.templateId} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}
