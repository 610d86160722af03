import { useBorrowedQueueQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Card, Row, Rows } from "../../ui";
import "./follow-up.css";

type Props = { chapterId: string };

/** The queue of a chapter where nobody is at it, for those who follow it; nothing where somebody is. */
export function BorrowedCard({ chapterId }: Props) {
  const may = useCan("NUDGE");
  return may ? <Queue chapterId={chapterId} /> : null;
}

function Queue({ chapterId }: Props) {
  const texts = useAllTexts().followUp.queue;
  const format = useFormat();
  const { language } = useLanguage();
  const mayInvite = useCan("SEAT_GRANT");
  const [{ data }] = useBorrowedQueueQuery({ variables: { chapterId } });
  const queue = data?.borrowedQueue;
  if (!queue) return null;
  const { because, lastSeenOn, duties } = queue;
  const why =
    because === "SILENT" ? texts.because.SILENT(lastSeenOn ? format.date(lastSeenOn) : "") : texts.because[because];
  const step = because === "NO_BOARD" ? (mayInvite ? "invite" : "askInvite") : "write";
  return (
    <Card title={texts.heading} lead={why}>
      {duties.length === 0 && <p>{texts.none}</p>}
      {duties.length > 0 && (
        <Rows>
          {duties.map(({ templateId, name, count, overdue, dueOn }) => (
            <Row key={templateId}>
              <div className="v-follow">
                <p className="v-follow__what">
                  <strong>{localized(name, language)}</strong>
                </p>
                <p className="v-follow__note">
                  {[
                    texts.duty(format.number(count), count === 1),
                    texts.due(format.relativeDay(dueOn)),
                    ...(overdue > 0 ? [texts.overdue(format.number(overdue))] : []),
                  ].join(" · ")}
                </p>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      <p>{texts.members}</p>
      <p>
        <strong>{texts.next}</strong>
        <br />
        {texts.step[step]}
      </p>
    </Card>
  );
}
