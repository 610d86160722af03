import { checkOverlay, tidyOverlay } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { useMemo, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { SaveOverlayDocument, type AdaptationQuery } from "../../../../graphql/generated/graphql";
import { useAdaptationQuery } from "../../../../graphql/generated/hooks";
import { readDefinition } from "../../app/definition-diff/read-definition";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import {
  Alert,
  Button,
  ButtonLink,
  Chips,
  ErrorState,
  Form,
  FormActions,
  Page,
  Skeleton,
  Stack,
  WithPanel,
} from "../../ui";
import { CarryCard } from "./CarryCard";
import { DeadlineSection } from "./DeadlineSection";
import { MessagesSection } from "./MessagesSection";
import { ProposeCard } from "./ProposeCard";
import { ResultCards } from "./ResultCards";
import { StepsSection } from "./StepsSection";
import { readOverlay } from "./read-overlay";
import "./adaptations.css";

type Data = AdaptationQuery["adaptation"];

/** One task in the chapter's own words, beside national's. */
export function Component() {
  const { templateId = "" } = useParams();
  const [params] = useSearchParams();
  const versionId = params.get("versjon");
  const [result, retry] = useAdaptationQuery({ variables: { templateId, versionId } });
  const problem = errorOf(result.error);
  const refresh = () => retry({ requestPolicy: "network-only" });
  const data = result.data?.adaptation;
  if (data) return <Opened key={data.versionId} data={data} refresh={refresh} />;
  return problem ? (
    <ErrorState heading="h1" {...problem} busy={result.fetching} onRetry={refresh} />
  ) : (
    <Skeleton of="page" />
  );
}

const LANGUAGES: readonly Language[] = ["nb", "nn", "en"];
/** What a save says is at a field; anything else is said above the form. */
const SECTIONS = ["steps", "added", "omitted", "messages", "dueDaysEarlier"];

function Opened({ data, refresh }: { data: Data; refresh: () => void }) {
  const texts = useTexts().adaptations;
  const format = useFormat();
  const { language: reading } = useLanguage();
  const [language, setLanguage] = useState<Language>(reading);
  const definition = useMemo<TemplateDefinition>(() => readDefinition(data.definition), [data.definition]);
  const [base, setBase] = useState({ id: data.overlayId, rev: data.rev, overlay: readOverlay(data.overlay) });
  const [overlay, setOverlay] = useState(base.overlay);
  const [done, setDone] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [freshId, setFreshId] = useState(newId);
  const save = useAction(SaveOverlayDocument);
  const tidy = tidyOverlay(definition, overlay);
  const unsaved = JSON.stringify(tidy) !== JSON.stringify(tidyOverlay(definition, base.overlay));
  const change = (next: typeof overlay) => {
    setDone(false);
    setOverlay(next);
  };
  const send = async (): Promise<void> => {
    const saved = (await save.run({ id: base.id ?? freshId, rev: base.rev, versionId: data.versionId, content: tidy }))
      ?.saveOverlay.adaptation;
    if (!saved) return refresh();
    const kept = readOverlay(saved.overlay);
    setBase({ id: saved.overlayId, rev: saved.rev, overlay: kept });
    setOverlay(kept);
    setFreshId(newId());
    setDone(true);
    refresh();
  };
  const stored = () => {
    const now = readOverlay(data.overlay);
    setBase({ id: data.overlayId, rev: data.rev, overlay: now });
    setOverlay(now);
    save.reset();
  };
  const conflict = save.problems.some(({ code }) => code === "CONFLICT");
  const problemAt = (path: string): string | undefined => save.problemAt(`content.${path}`);
  const general = save.problems.filter(({ path }) => !SECTIONS.includes(path[1] ?? ""));
  const section = { definition, overlay, language, onChange: change, problemAt, readOnly: !data.open };
  const name = localized(definition.name, reading);
  return (
    <Page
      title={texts.page.title(name)}
      crumb={texts.page.version(data.versionNumber)}
      lead={texts.page.lead}
      action={
        <ButtonLink variant="quiet" to="/oppgaver/tilpass">
          {texts.page.back}
        </ButtonLink>
      }
    >
      {!data.open && (
        <Alert
          tone="info"
          title={texts.page.closed}
          action={
            <ButtonLink variant="quiet" to={`/oppgaver/tilpass/${data.templateId}`}>
              {texts.page.toCurrent}
            </ButtonLink>
          }
        />
      )}
      <WithPanel
        panel={
          <Stack>
            <ResultCards definition={definition} overlay={tidy} language={language} />
            <ProposeCard data={data} overlay={base.overlay} rev={base.rev} unsaved={unsaved} refresh={refresh} />
          </Stack>
        }
      >
        <Stack>
          {data.open && base.rev === 0 && data.earlier[0] && (
            <CarryCard
              from={data.earlier[0]}
              versionId={data.versionId}
              onCarried={(carried, missing) => {
                setBase(carried);
                setOverlay(carried.overlay);
                setLeft(missing);
                refresh();
              }}
            />
          )}
          {left.length > 0 && <Alert tone="info" live title={texts.carry.left(left.join(", "))} />}
          <Form onSubmit={() => void send()} problems={general.map(({ message }) => message)}>
            <Chips
              label={texts.page.language}
              help={texts.page.languageHelp}
              value={language}
              onChange={(value) => setLanguage(LANGUAGES.find((one) => one === value) ?? "nb")}
              options={LANGUAGES.map((value) => ({ value, label: texts.page.languages[value] }))}
            />
            <StepsSection {...section} />
            <MessagesSection {...section} checks={checkOverlay(definition, tidy)} />
            <DeadlineSection {...section} />
            <p className="v-adapt-note">{texts.page.noPersons}</p>
            {conflict && (
              <div>
                <Button variant="secondary" onClick={stored}>
                  {texts.page.showStored}
                </Button>
              </div>
            )}
            {save.error && <ErrorState {...save.error} />}
            {done && !unsaved && (
              <Alert tone="success" live>
                {texts.page.saved}
              </Alert>
            )}
            {unsaved && <p className="v-adapt-note">{texts.page.unsaved}</p>}
            {data.open && (
              <FormActions>
                <Button type="submit" variant="primary" busy={save.busy} disabled={!unsaved}>
                  {texts.page.save}
                </Button>
              </FormActions>
            )}
            {data.updatedAt && (
              <p className="v-adapt-note">
                {texts.page.changed(data.updatedByName ?? texts.page.someone, format.moment(data.updatedAt))}
              </p>
            )}
          </Form>
        </Stack>
      </WithPanel>
    </Page>
  );
}
