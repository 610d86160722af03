import { osloDate } from "@varde/domain";
import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { BoardMessageCard_BoardMessageFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useLanguage, useTexts } from "../../texts";
import { Card, Tag } from "../../ui";
import { AnswerNudge } from "./AnswerNudge";
import { MarkRead } from "./MarkRead";
import { WithdrawMessage } from "./WithdrawMessage";
import "./news.css";

type BoardMessageCardProps = {
  message: FragmentType<typeof BoardMessageCard_BoardMessageFragmentDoc>;
  /** «Ny beskjed» over its title: among other things, where it would not be known for one. */
  eyebrow?: string;
  onChanged: () => void;
};

/** One message: to a board with the word that it was read, to national with how far it has come. */
export function BoardMessageCard({ message: masked, eyebrow, onChanged }: BoardMessageCardProps) {
  const message = readFragment(BoardMessageCard_BoardMessageFragmentDoc, masked);
  const { news: texts, app } = useTexts();
  const format = useFormat();
  const national = useCan("BOARD_MESSAGE");
  const { language } = useLanguage();
  const { title, template, sender, answer, chapterCount, readByChapters, readAt, withdrawnAt } = message;
  const facts = [
    texts.sentOn(format.moment(message.sentAt)),
    ...(chapterCount === null ? [] : [texts.sentTo(format.number(chapterCount), chapterCount === 1)]),
    ...(chapterCount === null || readByChapters === null
      ? []
      : [texts.readBy(format.number(readByChapters), format.number(chapterCount))]),
    ...(answer ? [texts.nudge.yourAnswer(texts.nudge.answers[answer])] : []),
    ...(!national && readAt !== null ? [texts.readOn(format.date(osloDate(new Date(readAt))))] : []),
  ];
  const about = template && texts.about(localized(template.name, language));
  const heading = sender
    ? texts.nudge.greeting(sender.name, app.seat.roles[sender.role].toLocaleLowerCase(language))
    : title;
  const unread = !national && readAt === null;
  return (
    <Card
      title={heading}
      {...(withdrawnAt !== null && { aside: <Tag>{texts.withdrawn}</Tag> })}
      {...(withdrawnAt === null && unread && { aside: <Tag tone="attention">{eyebrow ?? texts.unread}</Tag> })}
    >
      <p className="v-message__body">{message.body}</p>
      {template && about !== null && (
        <p className="v-message__facts">{national ? <Link to={`/punkter/${template.id}`}>{about}</Link> : about}</p>
      )}
      <p className="v-message__facts">{facts.join(" · ")}</p>
      {unread && (
        <div className="v-message__acts">
          {sender && <AnswerNudge id={message.id} onAnswered={onChanged} />}
          <MarkRead message={{ id: message.id, title: heading }} onRead={onChanged} />
        </div>
      )}
      {national && withdrawnAt === null && (
        <div className="v-message__acts">
          <WithdrawMessage message={message} onWithdrawn={onChanged} />
        </div>
      )}
    </Card>
  );
}
