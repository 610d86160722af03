import { useSearchParams } from "react-router";
import { ErrorState, Skeleton } from "../../ui";
import { GoodExample } from "../good-examples";
import { ReturnDue } from "../grant-return";
import { FirstTasks } from "../handover";
import { NewsCards } from "../news";
import { QueueCard } from "../offline";
import { PilotNotices } from "../pilots";
import { CatchUpCard } from "./CatchUpCard";
import { PracticeOffer } from "./practice/PracticeOffer";
import { ProposalNotice } from "./ProposalNotice";
import { LookedUpNotice } from "./LookedUpNotice";
import { TakenOverNotice } from "./TakenOverNotice";
import { TodayDone } from "./TodayDone";
import { TodayWaiting } from "./TodayWaiting";
import { useToday } from "./useToday";
import { whoseIn } from "./WhoseSwitch";
import "./touchpoints.css";
import "./today.css";

/** «I dag»: what should I do now, and how long does it take? */
export default function TodayPage() {
  const [params] = useSearchParams();
  const { day, problem, fetching, refresh } = useToday(whoseIn(params));
  if (!day) {
    return problem ? (
      <ErrorState
        code={problem.code}
        requestId={problem.requestId}
        busy={fetching}
        onRetry={() => refresh()}
        heading="h1"
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const news = (
    <>
      <QueueCard />
      <LookedUpNotice lookUps={day.lookedUp.nodes} onSeen={refresh} />
      <TakenOverNotice tasks={day.takenOver} onSeen={refresh} />
      <FirstTasks tasks={day.firstTasks} />
      <ReturnDue due={day.grantReturnDue} />
      {day.help?.practiceOffered && <PracticeOffer onDeclined={refresh} />}
      <NewsCards news={day.news} onChanged={refresh} />
      {day.catchUps.map((question) => (
        <CatchUpCard key={question.rolloutId} question={question} onChanged={refresh} />
      ))}
      {day.decided.nodes.map((proposal) => (
        <ProposalNotice key={proposal.id} proposal={proposal} onSeen={refresh} />
      ))}
      <PilotNotices questions={day.pilotQuestions} />
      <GoodExample question={day.goodExample} onChanged={refresh} />
    </>
  );
  return day.waiting.length + day.returned.length > 0 ? (
    <TodayWaiting day={day} news={news} />
  ) : (
    <TodayDone day={day} news={news} />
  );
}
