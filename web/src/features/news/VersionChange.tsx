import type { TemplateDefinition } from "@varde/domain";
import { useVersionNewsQuery } from "../../../../graphql/generated/hooks";
import { DefinitionDiff } from "../../app/definition-diff/DefinitionDiff";
import { readDefinition } from "../../app/definition-diff/read-definition";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useTexts } from "../../texts";
import { ErrorState, Skeleton } from "../../ui";

/** What differs from the version the chapter had, or what a new one is about. */
export function VersionChange({ versionId }: { versionId: string }) {
  const { language } = useLanguage();
  const [{ data, error, fetching }, retry] = useVersionNewsQuery({ variables: { versionId } });
  const failure = errorOf(error);
  if (failure && !data)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="text" count={4} />;
  const { before, after } = data.versionNews;
  const now = readDefinition(after);
  return before ? (
    <DefinitionDiff before={readDefinition(before)} after={now} language={language} />
  ) : (
    <NewTask definition={now} />
  );
}

function NewTask({ definition }: { definition: TemplateDefinition }) {
  const texts = useTexts().news.version;
  const { language } = useLanguage();
  const purpose = localized(definition.purpose, language);
  return (
    <>
      {purpose && (
        <>
          <h3>{texts.purpose}</h3>
          <p>{purpose}</p>
        </>
      )}
      {definition.steps.length > 0 && (
        <>
          <h3>{texts.steps}</h3>
          <ol className="v-news__steps">
            {definition.steps.map((step) => (
              <li key={step.key}>{localized(step.text, language)}</li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
