import { useTemplatesQuery } from "../../../../graphql/generated/hooks";
import { readFragment } from "../../../../graphql/generated";
import { TemplateRow_TemplateFragmentDoc } from "../../../../graphql/generated/graphql";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, EmptyState, ErrorState, Page, Skeleton, VisuallyHidden } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { TemplateRow } from "./TemplateRow";

/** National: every touchpoint template, the core set first. */
export function Component() {
  const { templates: texts, triggers } = useAllTexts();
  const format = useFormat();
  const [result, reload] = useTemplatesQuery();
  const problem = errorOf(result.error);
  const data = result.data?.templates;
  const action = (
    <>
      <ButtonLink to="/punkter/ny" variant="primary" icon={PlusIcon}>
        {texts.list.create}
      </ButtonLink>
      <ButtonLink to="/punkter/bibliotek">{texts.list.library}</ButtonLink>
      <ButtonLink to="/punkter/utlost">{triggers.link}</ButtonLink>
    </>
  );
  if (!data) {
    return (
      <Page title={texts.title} action={action}>
        {problem ? (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="table" count={5} />
        )}
      </Page>
    );
  }
  const rows = data.nodes.map((node) => ({ node, row: readFragment(TemplateRow_TemplateFragmentDoc, node) }));
  if (rows.length === 0) {
    return (
      <Page title={texts.title}>
        <Card>
          <EmptyState
            title={texts.list.emptyTitle}
            action={
              <ButtonLink to="/punkter/bibliotek" variant="primary">
                {texts.list.library}
              </ButtonLink>
            }
          >
            {texts.list.emptyBody}
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const core = rows.filter(({ row }) => row.corePosition !== null);
  const others = rows.filter(({ row }) => row.corePosition === null);
  const drafts = rows.filter(({ row }) => row.draft).length;
  const all = format.words(rows.length);
  return (
    <Page
      title={
        core.length > 0
          ? texts.list.answer(format.sentence(format.words(core.length)), all)
          : texts.list.answerNoCore(format.sentence(all))
      }
      documentTitle={texts.title}
      lead={texts.list.lead(drafts)}
      action={action}
    >
      <Card
        title={texts.core.title}
        aside={
          <ButtonLink to="/punkter/kjernepakke" variant="plain">
            {core.length > 0 ? texts.core.change : texts.core.choose}
            <VisuallyHidden> {texts.core.title}</VisuallyHidden>
          </ButtonLink>
        }
      >
        {core.length === 0 ? (
          <p>{texts.core.lead}</p>
        ) : (
          <ul className="v-templates">
            {core.map(({ node }) => (
              <TemplateRow key={node.id} template={node} />
            ))}
          </ul>
        )}
      </Card>
      {others.length > 0 && (
        <Card title={texts.list.others} aside={others.length}>
          <ul className="v-templates">
            {others.map(({ node }) => (
              <TemplateRow key={node.id} template={node} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
