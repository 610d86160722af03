import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { RequestCard_RequestFragmentDoc } from "../../../../graphql/generated/graphql";
import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Button, Tag } from "../../ui";
import { AnswerForm, useUndoDecision } from "./AnswerForm";
import { Outcome } from "./Outcome";
import { RequestCard } from "./RequestCard";
import { useRequestWords } from "./useRequestWords";

type AboveCardProps = {
  request: FragmentType<typeof RequestCard_RequestFragmentDoc>;
  /** on the task's own page it is known what it is about */
  named?: boolean;
  onChanged: () => void;
};

/** A request as those who look after the chapter read it: with the answer in place, or the way to take it back. */
export function AboveCard({ request: masked, named = false, onChanged }: AboveCardProps) {
  const request = readFragment(RequestCard_RequestFragmentDoc, masked);
  const texts = useAllTexts().requestsPage;
  const words = useRequestWords();
  const format = useFormat();
  const undo = useUndoDecision(onChanged);
  const { chapterName, touchpointId, dueOn, aboutMember, waitsLong, unattended, ownBoard, mayDecide, mayUndo } =
    request;
  const about = !named && (
    <>
      <h2 className="v-request__about">
        {texts.about(words.task(request), chapterName)}
        {waitsLong && <Tag tone="attention">{texts.waitsLong}</Tag>}
        {unattended && <Tag>{texts.unattended}</Tag>}
      </h2>
      <p className="v-request__note">
        {aboutMember && texts.aboutMember}
        {dueOn && texts.due(format.day(dueOn))}
        {touchpointId && (
          <>
            {" · "}
            <Link to={`/oppgaver/${touchpointId}`}>{texts.toTask}</Link>
          </>
        )}
      </p>
    </>
  );
  return (
    <RequestCard request={masked} about={about}>
      {ownBoard && request.state === "ASKED" && <Alert tone="info" title={texts.ownBoard} />}
      {mayDecide && <AnswerForm key={request.rev} request={request} onChanged={onChanged} />}
      {mayUndo && (
        <div className="v-request__actions">
          <Button variant="quiet" busy={undo.busy} onClick={() => void undo.run(request.id, request.rev)}>
            {texts.undo}
          </Button>
        </div>
      )}
      <Outcome action={undo} />
    </RequestCard>
  );
}
