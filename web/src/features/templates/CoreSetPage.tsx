import { useState } from "react";
import { useNavigate } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { SetCoreSetDocument, TemplateRow_TemplateFragmentDoc } from "../../../../graphql/generated/graphql";
import { useCoreSetQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Checkbox, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { XMarkIcon } from "../../ui/icons";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { moved, MoveButtons } from "./MoveButtons";
import "./core-set.css";

type Row = { id: string; name: string; meta: string; place: number | null };

/** Choose the organization's core set, in order; the server says how many it may hold. */
export function Component() {
  const {
    templates: texts,
    coreChoice: { link: toChoice },
  } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const [result, reload] = useCoreSetQuery();
  const problem = errorOf(result.error);
  const most = result.data?.organization.coreSetSize ?? 0;
  const rows = result.data?.templates.nodes
    .map((node) => readFragment(TemplateRow_TemplateFragmentDoc, node))
    .filter(({ published }) => published)
    .map((row): Row => ({
      id: row.id,
      name: localized(row.name, language),
      meta: [texts.stages[row.stage], row.aboutMember && texts.aboutMember].filter(Boolean).join(" · "),
      place: row.corePosition,
    }));
  return (
    <Page
      narrow
      title={texts.core.pageTitle}
      documentTitle={texts.core.title}
      lead={rows ? `${texts.core.lead} ${texts.core.upTo(format.words(most))}` : texts.core.lead}
      crumb={<TemplateCrumb here={texts.core.title} />}
      action={<ButtonLink to="/punkter/kjernepakke/velg">{toChoice}</ButtonLink>}
    >
      {!rows &&
        (problem ? (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="table" count={5} />
        ))}
      {rows && (rows.length === 0 ? <Alert>{texts.core.nothingPublished}</Alert> : <CoreSet rows={rows} most={most} />)}
    </Page>
  );
}

function CoreSet({ rows, most }: { rows: readonly Row[]; most: number }) {
  const texts = useAllTexts().templates;
  const actions = useAllTexts().ui.actions;
  const navigate = useNavigate();
  const save = useAction(SetCoreSetDocument);
  const [chosen, setChosen] = useState(() =>
    rows
      .filter(({ place }) => place !== null)
      .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
      .map(({ id }) => id),
  );
  const [said, setSaid] = useState("");
  const nameOf = (id: string): string => rows.find((row) => row.id === id)?.name ?? "";
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const move = (place: number, step: -1 | 1): void => {
    setChosen(moved(chosen, place, step));
    setSaid(texts.editor.moved(nameOf(chosen[place] ?? ""), place + step + 1, chosen.length));
  };
  const submit = async (): Promise<void> => {
    if (await save.run({ templateIds: chosen })) await navigate("/punkter");
  };
  return (
    <Stack>
      <Card title={texts.core.title} aside={texts.core.chosen(chosen.length, most)}>
        {chosen.length === 0 && <p>{texts.core.none}</p>}
        <ol className="v-chosen">
          {chosen.map((id, place) => (
            <li key={id} className="v-chosen__row">
              <span className="v-template__place" aria-hidden>
                {place + 1}
              </span>
              <span className="v-chosen__name">{nameOf(id)}</span>
              <MoveButtons
                place={place}
                of={chosen.length}
                up={texts.core.up(nameOf(id))}
                down={texts.core.down(nameOf(id))}
                onMove={(step) => move(place, step)}
              />
              <Button variant="plain" iconOnly icon={XMarkIcon} onClick={() => toggle(id)}>
                {texts.core.remove(nameOf(id))}
              </Button>
            </li>
          ))}
        </ol>
        <p className="v-hidden" role="status">
          {said}
        </p>
      </Card>
      <Card title={texts.core.candidates}>
        <div className="v-chosen__candidates">
          {rows.map((row) => (
            <Checkbox
              key={row.id}
              label={row.name}
              help={row.meta}
              checked={chosen.includes(row.id)}
              disabled={!chosen.includes(row.id) && chosen.length >= most}
              onChange={() => toggle(row.id)}
            />
          ))}
        </div>
      </Card>
      {save.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {save.error && <ErrorState {...save.error} />}
      <div className="v-form__actions">
        <Button variant="primary" busy={save.busy} onClick={() => void submit()}>
          {texts.core.save}
        </Button>
        <ButtonLink to="/punkter" variant="plain">
          {actions.cancel}
        </ButtonLink>
      </div>
    </Stack>
  );
}
