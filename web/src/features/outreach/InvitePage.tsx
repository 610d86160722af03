import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import type { OutreachDraftQuery } from "../../../../graphql/generated/graphql";
import { useOutreachDraftQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { ErrorState, Page, Skeleton, Tabs } from "../../ui";
import { ByMail } from "./ByMail";
import { ByText } from "./ByText";
import { useInvitationWords, useOutreachTexts } from "./outreach-words";
import "./outreach.css";

export type Draft = OutreachDraftQuery["outreachDraft"];
export type From = { meetingId: string | null; touchpointId: string | null; backTo: string };

/** A message to every member of the chapter who may be contacted, for a meeting or for a task. */
export function Component() {
  const { meetingId = null, touchpointId = null } = useParams();
  const texts = useOutreachTexts();
  const words = useInvitationWords();
  const [result, retry] = useOutreachDraftQuery({
    variables: { meetingId, touchpointId },
    requestPolicy: "network-only",
  });
  const problem = errorOf(result.error);
  const draft = result.data?.outreachDraft;
  if (!draft)
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={() => retry()}
      />
    ) : (
      <Skeleton of="page" />
    );
  const backTo = meetingId ? `/treff/${meetingId}` : `/oppgaver/${touchpointId ?? ""}`;
  return (
    <Page
      narrow
      title={draft.meeting ? texts.title(words.name(draft.meeting)) : texts.titleTask}
      lead={draft.meeting ? words.when(draft.meeting) : texts.lead}
      crumb={<Link to={backTo}>{meetingId ? texts.backMeeting : texts.backTask}</Link>}
    >
      <Ways key={backTo} draft={draft} from={{ meetingId, touchpointId, backTo }} />
    </Page>
  );
}

function Ways({ draft, from }: { draft: Draft; from: From }) {
  const texts = useOutreachTexts();
  const [params, setParams] = useSearchParams();
  const way = params.get("som") === "sms" ? "text" : "mail";
  // what is written stays while one looks at the other way
  const [subject, setSubject] = useState(draft.subject);
  const [mail, setMail] = useState(draft.mail);
  const [text, setText] = useState(draft.text);
  return (
    <Tabs
      label={texts.way}
      value={way}
      onChange={(next) => setParams(next === "text" ? { som: "sms" } : {}, { replace: true, preventScrollReset: true })}
      tabs={[
        { value: "mail", label: texts.byMail },
        { value: "text", label: texts.byText },
      ]}
    >
      {way === "mail" ? (
        <ByMail draft={draft} from={from} subject={subject} onSubject={setSubject} body={mail} onBody={setMail} />
      ) : (
        <ByText draft={draft} text={text} onText={setText} />
      )}
    </Tabs>
  );
}
