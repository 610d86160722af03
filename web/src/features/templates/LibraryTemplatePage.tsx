import { useParams } from "react-router";
import { useLibraryTemplateQuery } from "../../../../graphql/generated/hooks";
import { readDefinition } from "../../app/definition-diff/read-definition";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { ButtonLink, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { TemplateFacts } from "./TemplateFacts";
import { WholeTemplate } from "./WholeTemplate";

/** One template of the library, whole. */
export function Component() {
  const { key = "" } = useParams();
  const texts = useAllTexts().library;
  const { language } = useLanguage();
  const [{ data, error, fetching }, reload] = useLibraryTemplateQuery({ variables: { key } });
  const problem = errorOf(error);
  const [template] = data?.templateLibrary ?? [];
  if (!template) {
    return (
      <Page title={texts.documentTitle} crumb={<TemplateCrumb />}>
        {problem ? (
          <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : fetching ? (
          <Skeleton of="cards" />
        ) : (
          <EmptyState title={texts.notFound} action={<ButtonLink to="/punkter/bibliotek">{texts.see}</ButtonLink>} />
        )}
      </Page>
    );
  }
  const definition = readDefinition(template.definition);
  const name = localized(definition.name, language);
  return (
    <Page
      title={name}
      lead={localized(definition.purpose, language)}
      crumb={<TemplateCrumb here={template.key.toLocaleUpperCase("nb")} />}
      action={
        <>
          <ButtonLink variant="primary" to={`/punkter/ny?fra=${template.key}`}>
            {texts.begin}
          </ButtonLink>
          <ButtonLink to="/punkter/bibliotek">{texts.see}</ButtonLink>
        </>
      }
    >
      <Stack>
        <TemplateFacts definition={template.definition} burdenSeconds={template.burdenSeconds} />
        <WholeTemplate definition={definition} />
      </Stack>
    </Page>
  );
}
