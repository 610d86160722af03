import type { AdaptableTemplatesQuery } from "../../../../graphql/generated/graphql";
import { useAdaptableTemplatesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useTexts } from "../../texts";
import { EmptyState, ErrorState, Page, RowCard, RowCards, Skeleton } from "../../ui";
import { PadlockLockedIcon, PencilIcon } from "../../ui/icons";

type Row = AdaptableTemplatesQuery["adaptableTemplates"][number];

/** What the chapter may say in its own words, and what it has. */
export function Component() {
  const texts = useTexts().adaptations.list;
  const [result, retry] = useAdaptableTemplatesQuery();
  const problem = errorOf(result.error);
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      {!result.data ? (
        problem ? (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => retry()} />
        ) : (
          <Skeleton of="cards" count={6} />
        )
      ) : result.data.adaptableTemplates.length === 0 ? (
        <EmptyState title={texts.empty}>{texts.emptyBody}</EmptyState>
      ) : (
        <RowCards joined>
          {result.data.adaptableTemplates.map((row) => (
            <TemplateLine key={row.templateId} row={row} />
          ))}
        </RowCards>
      )}
    </Page>
  );
}

function TemplateLine({ row }: { row: Row }) {
  const texts = useTexts().adaptations;
  const { language } = useLanguage();
  const state = row.adapted
    ? texts.list.adapted
    : row.adaptedBefore
      ? texts.list.adaptedBefore
      : row.adaptable
        ? texts.list.plain
        : texts.list.locked;
  return (
    <RowCard
      to={`/oppgaver/tilpass/${row.templateId}`}
      title={localized(row.name, language)}
      icon={row.adaptable ? PencilIcon : PadlockLockedIcon}
      status={
        <span className="v-adapt-state">
          {row.proposal
            ? `${state} · ${texts.list.proposal(texts.states[row.proposal].toLocaleLowerCase(language))}`
            : state}
        </span>
      }
    />
  );
}
