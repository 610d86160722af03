import { osloDate } from "@varde/domain";
import { readFragment } from "../../../../graphql/generated";
import { NudgeOffer_OfferFragmentDoc, type NudgeOffer_OfferFragment } from "../../../../graphql/generated/graphql";
import { useNudgeOfferQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useLanguage, useTexts } from "../../texts";
import { Card, ErrorState, Row, Rows, Skeleton } from "../../ui";
import { NudgeButton } from "./NudgeButton";
import "./news.css";

/** What has been written to a chapter's board by those who follow it, and what it answered. For them alone. */
export function NudgesCard({ chapterId }: { chapterId: string }) {
  const may = useCan("NUDGE");
  return may ? <Written chapterId={chapterId} /> : null;
}

function Written({ chapterId }: { chapterId: string }) {
  const texts = useTexts().news.nudge;
  const format = useFormat();
  const [{ data, error, fetching }, reload] = useNudgeOfferQuery({ variables: { chapterId } });
  const failure = errorOf(error);
  const offer = data && readFragment(NudgeOffer_OfferFragmentDoc, data.nudgeOffer);
  return (
    <Card title={texts.heading}>
      {!offer && failure && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => reload()} />
      )}
      {!offer && !failure && <Skeleton of="text" count={2} />}
      {offer && offer.earlier.length === 0 && <p>{texts.none}</p>}
      {offer && offer.earlier.length > 0 && (
        <Rows>
          {offer.earlier.map((nudge) => (
            <Row key={nudge.id}>
              <NudgeRow nudge={nudge} />
            </Row>
          ))}
        </Rows>
      )}
      {offer?.open && offer.nextOn && <p>{texts.later(format.relativeDay(offer.nextOn))}</p>}
      {offer?.open && offer.readers.length === 0 && <p>{texts.noReader}</p>}
      {offer?.open && !offer.nextOn && offer.readers.length > 0 && (
        <div className="v-message__acts">
          <NudgeButton
            chapterId={chapterId}
            chapterName={offer.chapterName}
            onSent={() => reload({ requestPolicy: "network-only" })}
          />
        </div>
      )}
    </Card>
  );
}

function NudgeRow({ nudge }: { nudge: NudgeOffer_OfferFragment["earlier"][number] }) {
  const { news, app } = useTexts();
  const texts = news.nudge;
  const { language } = useLanguage();
  const format = useFormat();
  const { sender, answer, answeredAt, answeredBy } = nudge;
  const role = app.seat.roles[sender.role].toLocaleLowerCase(language);
  return (
    <div>
      <p className="v-message__body">{nudge.body}</p>
      <p className="v-message__facts">{texts.from(sender.name, role, format.moment(nudge.sentAt))}</p>
      <p>
        {answer && answeredAt
          ? texts.answered(
              answeredBy ?? app.seat.roles.CHAPTER_BOARD,
              texts.answers[answer],
              format.relativeDay(osloDate(new Date(answeredAt))),
            )
          : texts.unanswered}
      </p>
    </div>
  );
}
