import { useParams, useSearchParams } from "react-router";
import type { TemplateVersionsQuery } from "../../../../graphql/generated/graphql";
import { useTemplateVersionsQuery } from "../../../../graphql/generated/hooks";
import { DefinitionDiff } from "../../app/definition-diff/DefinitionDiff";
import { groupChanges } from "../../app/definition-diff/group-changes";
import { readDefinition } from "../../app/definition-diff/read-definition";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card, EmptyState, ErrorState, FieldRow, Page, Select, Skeleton } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";

/** What differs between two versions of a template; the address holds which. The newest against the one before, unless said. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().templates;
  const [result, reload] = useTemplateVersionsQuery({ variables: { id } });
  const problem = errorOf(result.error);
  const template = result.data?.template;
  if (template) return <Versions template={template} />;
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

function Versions({ template }: { template: TemplateVersionsQuery["template"] }) {
  const words = useAllTexts().versions;
  const { language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const { versions } = template;
  const name = localized(template.name, language);
  const crumb = <TemplateCrumb template={{ id: template.id, name }} here={words.crumb} />;
  const after = versions.find(({ id }) => id === query.get("til")) ?? versions[0];
  const before = versions.find(({ id }) => id === query.get("fra")) ?? versions.find(({ id }) => id !== after?.id);
  if (!after || !before) {
    return (
      <Page title={name} crumb={crumb}>
        <EmptyState title={words.only} />
      </Page>
    );
  }
  const [from, to] = [readDefinition(before.definition), readDefinition(after.definition)];
  // as many as are told: a sentence in three languages is one
  const changes = groupChanges(from, to, language).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
  const called = ({ number, state }: { number: string; state: string }): string =>
    state === "DRAFT" ? words.draft(number) : number;
  const options = versions.map((version) => ({ value: version.id, label: called(version) }));
  const show = (over: { fra?: string; til?: string }): void =>
    setQuery({ fra: before.id, til: after.id, ...over }, { replace: true, preventScrollReset: true });
  return (
    <Page
      title={words.answer(changes.length, called(before), called(after))}
      documentTitle={`${name}: ${words.crumb}`}
      crumb={crumb}
      {...(changes.length > 0 && {
        lead: changes.some(({ change }) => change.breaks) ? words.breaks : words.comparable,
      })}
    >
      <FieldRow>
        <Select label={words.from} value={before.id} options={options} onChange={(fra) => show({ fra })} />
        <Select label={words.to} value={after.id} options={options} onChange={(til) => show({ til })} />
      </FieldRow>
      <Card>
        <DefinitionDiff before={from} after={to} language={language} level={2} />
      </Card>
    </Page>
  );
}
