import { useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { HandoverPage_HandoverFragmentDoc } from "../../../../graphql/generated/graphql";
import { useHandoverQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useViewer } from "../../app/viewer";
import { ErrorState, Page, Skeleton } from "../../ui";
import { HandoverDone } from "./HandoverDone";
import { HandoverWizard } from "./HandoverWizard";
import type { Handover } from "./plan";
import { useHandoverTexts } from "./words";
import "./handover.css";

/** One board hands over to the next: prepared step by step, done at once, taken back within two weeks. */
export function Component() {
  const texts = useHandoverTexts();
  const { seat } = useViewer();
  const { id } = useParams();
  const chapterId = id ?? seat.chapterId ?? "";
  const back = id ? `/lag/${id}` : "/styret";
  const [result, reload] = useHandoverQuery({ variables: { chapterId } });
  // begins anew with what the server has, after somebody else changed it
  const [round, setRound] = useState(0);
  const [again, setAgain] = useState(false);
  const [done, setDone] = useState<Handover | null>(null);
  const problem = errorOf(result.error);
  const view = result.data?.handover;
  const refetch = () => {
    reload({ requestPolicy: "network-only" });
    setRound(round + 1);
  };
  if (!view) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={refetch}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const crumb = <Link to={back}>{texts.crumb}</Link>;
  const draft = readFragment(HandoverPage_HandoverFragmentDoc, view.draft);
  const latest = done ?? readFragment(HandoverPage_HandoverFragmentDoc, view.latest);
  if (latest && (done || !draft) && !again) {
    return (
      <HandoverDone
        handover={latest}
        crumb={crumb}
        back={back}
        onUndone={(undone) => {
          setDone(undone);
          refetch();
        }}
        onAgain={() => {
          setDone(null);
          setAgain(true);
          refetch();
        }}
      />
    );
  }
  return (
    <Page narrow title={texts.titleOf(view.chapterName)} lead={texts.lead} crumb={crumb}>
      <HandoverWizard
        key={round}
        view={view}
        draft={draft}
        onReload={refetch}
        onDone={(handover) => {
          setAgain(false);
          setDone(handover);
        }}
      />
    </Page>
  );
}
