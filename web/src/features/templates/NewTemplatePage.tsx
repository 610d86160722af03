import { useState } from "react";
import { useNavigate } from "react-router";
import { CreateTemplateDocument } from "../../../../graphql/generated/graphql";
import { useTemplateLibraryQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Button, Card, ErrorState, Form, FormActions, Page, RadioCards, Skeleton, TextField } from "../../ui";
import { Crumb } from "./Crumb";

const BLANK = "";

/** A new template: blank, or a copy from the library. */
export function Component() {
  const texts = useTexts().templates;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [{ data, error, fetching }, reload] = useTemplateLibraryQuery();
  const create = useAction(CreateTemplateDocument);
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [from, setFrom] = useState(BLANK);
  const library = data?.templateLibrary ?? [];
  // the library's own name, until the person writes one
  const suggested = library.find((template) => template.key === from)?.name.nb ?? "";
  const [written, setWritten] = useState(false);
  const shown = written ? name : suggested;
  const problem = errorOf(error);

  const submit = async (): Promise<void> => {
    const done = await create.run({ id, name: shown.trim(), libraryKey: from || null });
    if (done?.createTemplate.template) await navigate(`/punkter/${id}/utkast`, { replace: true });
  };
  return (
    <Page
      narrow
      title={texts.create.title}
      documentTitle={texts.create.documentTitle}
      lead={texts.create.lead}
      crumb={<Crumb here={texts.create.documentTitle} />}
    >
      <Card>
        <Form onSubmit={() => void submit()} problems={create.otherProblems(["name"])}>
          <TextField
            label={texts.create.name}
            help={texts.create.nameHelp}
            value={shown}
            maxLength={120}
            problem={create.problemAt("name")}
            onChange={(value) => {
              setWritten(true);
              setName(value);
            }}
          />
          {!data &&
            (problem ? (
              <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
            ) : (
              <Skeleton of="table" count={4} />
            ))}
          {data && (
            <RadioCards
              label={texts.create.begin}
              value={from}
              onChange={(value) => {
                setFrom(value);
                if (name.trim() === "") setWritten(false);
              }}
              options={[
                { value: BLANK, label: texts.create.blank, help: texts.create.blankHelp },
                ...library.map((template) => ({
                  value: template.key,
                  label: localized(template.name, language),
                  help: [
                    texts.stages[template.stage],
                    template.core && texts.create.suggestedCore,
                    localized(template.purpose, language),
                  ]
                    .filter(Boolean)
                    .join(" · "),
                })),
              ]}
            />
          )}
          {create.error && <ErrorState {...create.error} />}
          <FormActions>
            <Button type="submit" variant="primary" busy={create.busy}>
              {texts.create.submit}
            </Button>
          </FormActions>
        </Form>
      </Card>
    </Page>
  );
}
