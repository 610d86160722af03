import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { CreateTemplateDocument } from "../../../../graphql/generated/graphql";
import { useTemplateBeginningsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useAllTexts } from "../../texts";
import {
  Button,
  ButtonLink,
  Card,
  ErrorState,
  Form,
  FormActions,
  Page,
  RadioCards,
  Skeleton,
  TextField,
} from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";

const BLANK = "";
/** Before the id of an own template: no key of the library begins so. */
const COPY = "kopi:";

/** A new template: blank, a copy from the library, or of an own one (`?fra=ip-08`, `?kopi=<id>`). */
export function Component() {
  const texts = useAllTexts().templates;
  const words = useAllTexts().library;
  const [params] = useSearchParams();
  const copyOf = params.get("kopi");
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [{ data, error, fetching }, reload] = useTemplateBeginningsQuery();
  const create = useAction(CreateTemplateDocument);
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [from, setFrom] = useState(copyOf ? COPY + copyOf : (params.get("fra") ?? BLANK));
  const library = data?.templateLibrary ?? [];
  const original = data?.templates.nodes.find((template) => template.id === copyOf);
  // its own name until the person writes one; of a copy as the server calls it, which then says so in every language
  const suggested = from.startsWith(COPY)
    ? original && `Kopi av ${original.name.nb}`.slice(0, 120)
    : library.find((template) => template.key === from)?.name.nb;
  const [written, setWritten] = useState(false);
  const shown = written ? name : (suggested ?? "");
  const problem = errorOf(error);

  const submit = async (): Promise<void> => {
    const source = from.startsWith(COPY) ? { copyOf: from.slice(COPY.length) } : { libraryKey: from || null };
    const done = await create.run({ id, name: shown.trim(), ...source });
    if (done?.createTemplate.template) await navigate(`/punkter/${id}/utkast`, { replace: true });
  };
  return (
    <Page
      narrow
      title={texts.create.title}
      documentTitle={texts.create.documentTitle}
      lead={texts.create.lead}
      crumb={<TemplateCrumb here={texts.create.documentTitle} />}
      action={
        <>
          <ButtonLink to="/punkter/bibliotek">{words.see}</ButtonLink>
          <ButtonLink to="/punkter/les-inn">{words.import}</ButtonLink>
        </>
      }
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
                ...(original
                  ? [
                      {
                        value: COPY + original.id,
                        label: words.copyOf(localized(original.name, language)),
                        help: words.copyHelp,
                      },
                    ]
                  : []),
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
