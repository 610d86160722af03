import type { TriggersQuery } from "../../../../graphql/generated/graphql";
import { useTriggersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DefinitionLine, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { ActivityTable } from "./ActivityTable";
import { QuietWeeksCard } from "./QuietWeeksCard";
import "./triggers.css";

/** National: what began by itself, what was held back and why, and what is to come. */
export function Component() {
  const texts = useAllTexts().triggers;
  const [result, reload] = useTriggersQuery();
  const problem = errorOf(result.error);
  const overview = result.data?.triggerOverview;
  const again = () => reload({ requestPolicy: "network-only" });
  if (overview) return <Shown overview={overview} onChanged={again} />;
  return (
    <Page title={texts.title} crumb={<TemplateCrumb here={texts.crumb} />}>
      {problem ? <ErrorState {...problem} busy={result.fetching} onRetry={again} /> : <Skeleton of="table" count={6} />}
    </Page>
  );
}

type Overview = TriggersQuery["triggerOverview"];

function Shown({ overview, onChanged }: { overview: Overview; onChanged: () => void }) {
  const texts = useAllTexts().triggers;
  const format = useFormat();
  const { templates } = overview;
  const told = templates.flatMap(({ lastWeek }) => (lastWeek?.n == null ? [] : [lastWeek.n]));
  const sum = told.reduce((all, n) => all + n, 0);
  const about = templates.some(({ persons }) => persons);
  const rounded = sum === 0 ? texts.fewAnswer : texts.aboutAnswer(format.number(sum));
  const answer = told.length === 0 ? texts.title : about ? rounded : texts.answer(sum);
  return (
    <Page title={answer} documentTitle={texts.title} lead={texts.lead} crumb={<TemplateCrumb here={texts.crumb} />}>
      <Stack>
        <Card title={texts.weeks}>
          {templates.length === 0 ? (
            <EmptyState title={texts.emptyTitle} action={<ButtonLink to="/punkter">{texts.toTemplates}</ButtonLink>}>
              {texts.emptyBody}
            </EmptyState>
          ) : (
            <>
              <ActivityTable overview={overview} />
              <DefinitionLine asOf={overview.thisWeek} how={texts.how}>
                {about ? texts.rounded : undefined}
              </DefinitionLine>
            </>
          )}
        </Card>
        <QuietWeeksCard periods={overview.quietPeriods} onChanged={onChanged} />
      </Stack>
    </Page>
  );
}
