import { daysBetween, osloDate } from "@varde/domain";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  ApproveGrantReturnDocument,
  PaperView_PaperFragmentDoc,
  ReviewView_GrantReturnFragmentDoc,
  SendBackGrantReturnDocument,
  type ReviewView_GrantReturnFragment,
} from "../../../../graphql/generated/graphql";
import { useGrantReviewPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts, useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Page, Skeleton, Stack, Tag, TextArea } from "../../ui";
import { PaperView } from "./PaperView";
import { FetchPaper } from "./SignCard";
import "./grant-return.css";

type Return = ReviewView_GrantReturnFragment;

/** One delivered return: read it, approve it in one step, or send it back with what has to be mended. */
export function Component() {
  const texts = useAllTexts().grantReturn.review;
  const id = useParams()["id"] ?? "";
  const [{ data, error, fetching }, reload] = useGrantReviewPageQuery({
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  const one = data && readFragment(ReviewView_GrantReturnFragmentDoc, data.deliveredGrantReturn);
  const crumb = <Link to="/arsrapporter">{texts.back}</Link>;
  if (!one) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.back} crumb={crumb}>
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      </Page>
    );
  }
  return <Review key={id} fetched={one} />;
}

function Review({ fetched }: { fetched: Return }) {
  const all = useAllTexts().grantReturn;
  const texts = all.review;
  const format = useFormat();
  const [heard, setHeard] = useState(fetched);
  const one = fetched.rev > heard.rev ? fetched : heard;
  const paper = readFragment(PaperView_PaperFragmentDoc, one.paper);
  const waits = one.state === "DELIVERED";
  return (
    <Page
      narrow
      title={texts.title(paper.chapter, paper.year)}
      crumb={<Link to={`/arsrapporter?aar=${paper.year}`}>{texts.back}</Link>}
    >
      <Stack>
        <Card
          title={texts.version(one.version)}
          aside={<Tag tone={one.state === "APPROVED" ? "good" : "attention"}>{all.states[one.state]}</Tag>}
        >
          <p>
            {all.deliveredOn(format.date(osloDate(new Date(one.deliveredAt))))}{" "}
            {one.advancesOn && all.advances(daysBetween(format.today(), one.advancesOn))}
          </p>
          <ul className="v-return-list">
            {one.signatures.map(({ name, at }) => (
              <li key={name}>{all.signed(name, format.moment(at))}</li>
            ))}
          </ul>
          {waits && <Decide one={one} onDecided={setHeard} />}
          <div className="v-return-tools">
            <FetchPaper id={one.id} />
          </div>
        </Card>
        {one.decisions.length > 0 && (
          <Card title={texts.decisions}>
            <ul className="v-return-list">
              {one.decisions.map(({ kind, comment, at }) => (
                <li key={at}>
                  {texts.kinds[kind]} {format.moment(at)}
                  {comment && `: ${comment}`}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={all.title(paper.year)}>
          <PaperView paper={one.paper} />
        </Card>
      </Stack>
    </Page>
  );
}

function Decide({ one, onDecided }: { one: Return; onDecided: (one: Return) => void }) {
  const texts = useAllTexts().grantReturn.review;
  const { actions } = useTexts().ui;
  const [asking, setAsking] = useState(false);
  const [comment, setComment] = useState("");
  const [word, setWord] = useState("");
  const approve = useAction(ApproveGrantReturnDocument);
  const sendBack = useAction(SendBackGrantReturnDocument);
  const { id, rev } = one;
  const approveIt = async (): Promise<void> => {
    const done = await approve.run({ id, rev, comment: word });
    const next = done?.approveGrantReturn.grantReturn;
    if (next) onDecided(readFragment(ReviewView_GrantReturnFragmentDoc, next));
  };
  const sendItBack = async (): Promise<void> => {
    const done = await sendBack.run({ id, rev, comment });
    const next = done?.sendBackGrantReturn.grantReturn;
    if (!next) return;
    setAsking(false);
    onDecided(readFragment(ReviewView_GrantReturnFragmentDoc, next));
  };
  return (
    <>
      <TextArea optional label={texts.approveComment} rows={2} maxLength={800} value={word} onChange={setWord} />
      <div className="v-return-tools">
        <Button variant="primary" busy={approve.busy} onClick={() => void approveIt()}>
          {texts.approve}
        </Button>
        <Button onClick={() => setAsking(true)}>{texts.sendBack}</Button>
      </div>
      {approve.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {approve.error && <ErrorState {...approve.error} />}
      <Dialog
        open={asking}
        keep
        onClose={() => setAsking(false)}
        title={texts.sendBackTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{actions.cancel}</Button>
            <Button variant="primary" busy={sendBack.busy} onClick={() => void sendItBack()}>
              {texts.sendBack}
            </Button>
          </>
        }
      >
        <TextArea
          label={texts.comment}
          help={texts.commentHelp}
          rows={4}
          maxLength={800}
          value={comment}
          onChange={setComment}
          problem={sendBack.problemAt("comment")}
        />
        {sendBack.otherProblems(["comment"]).map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {sendBack.error && <ErrorState {...sendBack.error} />}
      </Dialog>
    </>
  );
}
