import type { LibraryQuery } from "../../../../graphql/generated/graphql";
import { useLibraryQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { ButtonLink, Card, ErrorState, Page, Row, Rows, Skeleton, Stack, Tag, VisuallyHidden } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import "./library.css";

type Own = LibraryQuery["templates"]["nodes"][number];

/** The templates one can begin with: the twelve that come along, and the organization's own. */
export function Component() {
  const texts = useAllTexts().library;
  const { create } = useAllTexts().templates.list;
  const [{ data, error, fetching }, reload] = useLibraryQuery();
  const problem = errorOf(error);
  return (
    <Page
      title={texts.title}
      documentTitle={texts.documentTitle}
      lead={texts.lead}
      crumb={<TemplateCrumb here={texts.documentTitle} />}
      action={
        <>
          <ButtonLink to="/punkter/ny" icon={PlusIcon}>
            {create}
          </ButtonLink>
          <ButtonLink to="/punkter/les-inn">{texts.import}</ButtonLink>
          <ButtonLink to="/punkter/slik-gjorde-vi-det">{texts.practices}</ButtonLink>
        </>
      }
    >
      {!data &&
        (problem ? (
          <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="table" count={6} />
        ))}
      {data && (
        <Stack>
          <Card title={texts.builtIn}>
            <Rows>
              {data.templateLibrary.map((template) => (
                <Row key={template.key}>
                  <BuiltIn template={template} />
                </Row>
              ))}
            </Rows>
          </Card>
          <Card title={texts.own} lead={data.templates.nodes.length > 0 ? texts.ownLead : texts.ownEmpty}>
            {data.templates.nodes.length > 0 && (
              <Rows>
                {data.templates.nodes.map((template) => (
                  <Row key={template.id}>
                    <OwnTemplate template={template} />
                  </Row>
                ))}
              </Rows>
            )}
          </Card>
        </Stack>
      )}
    </Page>
  );
}

function BuiltIn({ template }: { template: LibraryQuery["templateLibrary"][number] }) {
  const texts = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const name = localized(template.name, language);
  const { minutes, reportFields } = template.definition;
  const questions = reportFields.map(({ label }) => localized(label, language));
  const facts = [
    texts.templates.stages[template.stage],
    minutes !== null && format.aboutMinutes(minutes),
    texts.library.seconds(template.burdenSeconds),
  ].filter(Boolean);
  return (
    <div className="v-library__row">
      <div className="v-library__text">
        <h3 className="v-whole__head">
          {name}
          {template.core && <Tag>{texts.library.core}</Tag>}
        </h3>
        <p>{localized(template.purpose, language)}</p>
        <p className="v-whole__note">{facts.join(" · ")}</p>
        <p className="v-whole__note">
          {questions.length > 0 ? texts.library.asks(questions.join(" · ")) : texts.library.asksNothing}
        </p>
      </div>
      <ButtonLink to={`/punkter/bibliotek/${template.key}`}>
        <span aria-hidden>{texts.library.read}</span>
        <VisuallyHidden>{texts.library.readName(name)}</VisuallyHidden>
      </ButtonLink>
    </div>
  );
}

function OwnTemplate({ template }: { template: Own }) {
  const texts = useAllTexts();
  const { language } = useLanguage();
  const name = localized(template.name, language);
  const newest = template.draft ?? template.published;
  const facts = [
    texts.templates.stages[template.stage],
    template.draft ? texts.templates.draftTag(template.draft.number) : template.published?.number,
    newest && texts.library.seconds(newest.burdenSeconds),
  ].filter(Boolean);
  return (
    <div className="v-library__row">
      <div className="v-library__text">
        <h3 className="v-whole__head">{name}</h3>
        <p className="v-whole__note">{facts.join(" · ")}</p>
      </div>
      <ButtonLink to={`/punkter/ny?kopi=${template.id}`}>
        <span aria-hidden>{texts.library.copy}</span>
        <VisuallyHidden>{texts.library.copyName(name)}</VisuallyHidden>
      </ButtonLink>
    </div>
  );
}
