import { useState } from "react";
import { Navigate, useParams } from "react-router";
import type { FieldType } from "@varde/domain";
import { useTemplateDraftQuery } from "../../../../../graphql/generated/hooks";
import type { TemplateDraftQuery } from "../../../../../graphql/generated/graphql";
import { errorOf } from "../../../app/errors";
import { useAllTexts } from "../../../texts";
import { ErrorState, Page, Skeleton } from "../../../ui";
import { TemplateCrumb } from "../../../app/TemplateCrumb";
import { DraftEditor } from "./DraftEditor";
import type { ReportedVersion } from "./measured";
import { readDraft } from "./read-draft";

type Versions = TemplateDraftQuery["template"]["versions"];

/** The questions that were in a version that is no draft, the newest version's word on a key last. */
function earlierFields(versions: Versions): ReadonlyMap<string, FieldType> {
  const fields = versions
    .filter(({ state }) => state !== "DRAFT")
    .toReversed()
    .flatMap(({ definition: { reportFields, periodReport } }) => [
      ...reportFields,
      ...(periodReport ? [periodReport.field] : []),
    ]);
  return new Map(fields.map(({ key, type }) => [key, type]));
}

/** The versions whose reports have been timed, newest first. */
const reportedVersions = (versions: Versions): ReportedVersion[] =>
  versions
    .filter(({ burden }) => burden.measured)
    .map(({ burden, definition: { reportFields } }) => ({
      reportFields,
      n: burden.n,
      medianSeconds: burden.perReport,
    }));

/** National writes a draft. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().templates;
  // read once: from then on the editor holds the truth and says so when somebody else's differs
  const [opened, setOpened] = useState(false);
  const [result, reload] = useTemplateDraftQuery({ variables: { id }, pause: opened, requestPolicy: "network-only" });
  const problem = errorOf(result.error);
  const template = result.data?.template;
  const draft = readDraft(template?.draft);
  if (result.data && template && draft && (opened || !result.fetching)) {
    return (
      <DraftEditor
        key={draft.id}
        templateId={id}
        draft={draft}
        published={template.published?.number ?? null}
        earlier={earlierFields(template.versions)}
        reported={reportedVersions(template.versions)}
        chapters={result.data.chapters.nodes}
        crisisContacts={result.data.organization.crisisContacts}
        onOpen={() => setOpened(true)}
      />
    );
  }
  if (template && !draft && !result.fetching) return <Navigate replace to={`/punkter/${id}`} />;
  return (
    <Page title={texts.title} crumb={<TemplateCrumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}
