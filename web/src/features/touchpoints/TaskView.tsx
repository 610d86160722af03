import type { LocalizedText } from "@varde/domain";
import type { ComponentType, ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Page, StatusLine, WithPanel, type PageProps } from "../../ui";
import { ContactButtons } from "./ContactButtons";
import { GuideCard } from "./GuideCard";
import { MessagesCard, type MessageData } from "./MessagesCard";
import { SafeFrameButton, type CrisisContactData } from "./SafeFrame";
import { StepsCard, type StepData } from "./StepsCard";
import { statusOn, useTaskWords, type Named, type Timed } from "./task-words";
import "./touchpoints.css";

/** What a task shows of itself. */
export type ShownTask = {
  touchpoint: Named &
    Timed & {
      minutes: number | null;
      attempts: number;
      member: { firstName: string; joinedOn?: string | null } | null;
    };
  contact: Parameters<typeof ContactButtons>[0]["contact"] | null;
  definition: { purpose: LocalizedText; steps: readonly StepData[] };
  messages: readonly MessageData[];
  crisisContacts: readonly CrisisContactData[];
};

type TaskViewProps = {
  task: ShownTask;
  /** `PageBody` where it is a picture of the page */
  frame?: ComponentType<PageProps>;
  /** what came of it, and why nothing can be done now */
  news?: ReactNode;
  /** the ways to reach the member */
  withContact: boolean;
  withMessages: boolean;
  /** whose it is, where one reads the tasks of many chapters: its messages are to read too */
  chapter?: string | undefined;
  chooseMeeting?: ReactNode;
  /** key of the message that is open at first */
  firstMessage?: string | undefined;
  done: readonly string[];
  onTick?: ((key: string, done: boolean) => void) | undefined;
  asideAbove?: ReactNode;
  asideBelow?: ReactNode;
  /** last in the column: cards about the template */
  below?: ReactNode;
  /** the dock */
  children: ReactNode;
};

/** One task as a chapter sees it: how do I do this well? The page of the task and the designer's preview both show this. */
export function TaskView({ task, frame: Frame = Page, ...props }: TaskViewProps) {
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  const format = useFormat();
  const { touchpoint, contact, definition, crisisContacts } = task;
  const open = touchpoint.status === "OPEN" || touchpoint.status === "OVERDUE";
  const person = touchpoint.member?.firstName;
  const backTo = person ? texts.task.backTo(person) : texts.task.backToTask;
  const guides = task.messages.filter(({ channel }) => channel === "GUIDE");
  const guide = guides.find(({ key }) => key === props.firstMessage) ?? guides[0];
  const messages = task.messages.filter(({ channel }) => channel !== "GUIDE");
  /** the first message of the kind that can be sent as it is, in the language it is read in */
  const ready = (channel: "SMS" | "EMAIL"): { subject: string; body: string } | null => {
    const found = messages.find((message) => message.channel === channel && message.missing.length === 0);
    return found
      ? { subject: found.subject ? words.localized(found.subject) : "", body: words.localized(found.body) }
      : null;
  };
  const deadline = [
    words.deadline(touchpoint),
    touchpoint.minutes && touchpoint.minutes <= 90 ? format.aboutMinutes(touchpoint.minutes) : "",
  ].filter(Boolean);
  return (
    <Frame
      title={words.headline(touchpoint)}
      documentTitle={words.whole(touchpoint)}
      crumb={
        <span className="v-task-crumb">
          <span className="v-task-crumb__kind" data-part={person ? "name" : undefined}>
            {person ? words.kind(touchpoint) : (props.chapter ?? texts.task.document)}
          </span>
          <SafeFrameButton contacts={crisisContacts} backTo={backTo} />
        </span>
      }
      lead={
        <span className="v-task-lead">
          {touchpoint.member ? (
            <span>
              {touchpoint.member.joinedOn && texts.task.memberSince(format.date(touchpoint.member.joinedOn))}{" "}
              {contact && texts.task.preference[contact.preference]}
            </span>
          ) : (
            <span data-part="purpose">{words.localized(definition.purpose)}</span>
          )}
          <StatusLine status={statusOn(touchpoint, format.today())}>{deadline.join(" · ")}</StatusLine>
          {open && touchpoint.attempts > 0 && <span>{texts.task.attempts(touchpoint.attempts)}</span>}
        </span>
      }
    >
      <WithPanel
        panel={
          <>
            {props.asideAbove}
            <StepsCard steps={definition.steps} done={props.done} onTick={props.onTick} />
            {props.asideBelow}
          </>
        }
      >
        {props.withContact && open && contact && person && (
          <ContactButtons name={person} contact={contact} sms={ready("SMS")?.body ?? null} mail={ready("EMAIL")} />
        )}
        {props.news}
        {guide && (
          <div data-part={`messages.${guide.key}`}>
            <GuideCard
              key={guide.key}
              body={words.localized(guide.body)}
              safeFrame={<SafeFrameButton variant="link" contacts={crisisContacts} backTo={backTo} />}
            />
          </div>
        )}
        {messages.length > 0 && props.withMessages && (
          <MessagesCard
            key={props.firstMessage}
            messages={messages}
            first={messages.find(({ key }) => key === props.firstMessage)?.key}
            reach={person ? { phone: contact?.phone ?? null, email: contact?.email ?? null } : null}
            chooseMeeting={props.chooseMeeting}
            toRead={props.chapter !== undefined}
          />
        )}
        {props.below}
      </WithPanel>
      {props.children}
    </Frame>
  );
}
