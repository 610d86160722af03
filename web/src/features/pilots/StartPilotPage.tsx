import { useParams } from "react-router";
import { useStartPilotPageQuery } from "../../../../graphql/generated/hooks";
import type { StartPilotPageQuery } from "../../../../graphql/generated/graphql";
import { errorOf } from "../../app/errors";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Alert, ButtonLink, ErrorState, Page, Skeleton } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { StartPilotForm } from "./StartPilotForm";
import "./pilots.css";

/** Try a draft in some chapters: who, how long, what happens there, and then the button. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().pilots;
  const [result, reload] = useStartPilotPageQuery({ variables: { id } });
  const problem = errorOf(result.error);
  if (result.data) return <Start data={result.data} />;
  return (
    <Page title={texts.start.link} crumb={<TemplateCrumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="table" count={6} />
      )}
    </Page>
  );
}

function Start({ data }: { data: StartPilotPageQuery }) {
  const { template, pilots } = data;
  const texts = useAllTexts().pilots.start;
  const { language } = useLanguage();
  const name = localized(template.draft?.definition.name ?? template.name, language);
  const running = pilots.nodes.find(({ phase }) => phase !== "DECIDED");
  const ready = template.draft?.checks.every(({ level }) => level !== "ERROR") ?? false;
  if (running || !template.draft || !ready) {
    const [sentence, to, link] = running
      ? [texts.running(running.versionNumber), `/punkter/${template.id}/pilot/${running.id}`, texts.toRunning]
      : template.draft
        ? [texts.notReady, `/punkter/${template.id}/utkast`, texts.toDraft]
        : [texts.noDraft, `/punkter/${template.id}`, texts.back];
    return (
      <Page title={name} crumb={<TemplateCrumb template={{ id: template.id, name }} here={texts.link} />}>
        <Alert tone="warn" action={<ButtonLink to={to}>{link}</ButtonLink>}>
          {sentence}
        </Alert>
      </Page>
    );
  }
  return <StartPilotForm data={data} draft={template.draft} name={name} />;
}
