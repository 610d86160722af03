import { fillMessage, MERGE_FIELDS, isMergeField } from "@varde/domain";
import type { Channel, LocalizedText } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, ButtonLink, Card, CopyButton, Tabs, TextField } from "../../ui";
import { ChatIcon, EnvelopeClosedIcon } from "../../ui/icons";
import { mailHref, smsHref } from "./reach";

export type MessageData = {
  key: string;
  channel: Channel;
  title: LocalizedText;
  subject: LocalizedText | null;
  body: LocalizedText;
  missing: readonly string[];
};
/** How to reach the one member; without a member one chooses in the phone to whom. */
export type Reach = { phone: string | null; email: string | null } | null;

/** What the board types itself, once: it is nowhere stored. */
const isTyped = (field: string): boolean =>
  field === "telefon" || (isMergeField(field) && MERGE_FIELDS[field] === "TYPED");

/** The messages of a task with their fields filled. One with an empty field says which, and cannot be copied. */
export function MessagesCard({
  messages,
  reach = null,
  chooseMeeting,
  first,
  toRead = false,
}: {
  messages: readonly MessageData[];
  reach?: Reach;
  /** key of the message that is open at first */
  first?: string | undefined;
  /** shown where the meeting's fields are empty */
  chooseMeeting?: ReactNode;
  /** nobody here sends them: nothing to fill in, copy or open */
  toRead?: boolean;
}) {
  const texts = useTexts().touchpoints.task;
  const { language } = useLanguage();
  const [at, setAt] = useState(first ?? messages[0]?.key ?? "");
  const [typed, setTyped] = useState<Record<string, string>>({});
  const current = messages.find(({ key }) => key === at) ?? messages[0];
  if (!current) return null;
  const shown = (
    <MessageBody
      message={current}
      typed={typed}
      onType={(field, value) => setTyped({ ...typed, [field]: value })}
      reach={reach}
      chooseMeeting={chooseMeeting}
      toRead={toRead}
    />
  );
  return (
    <Card title={messages.length > 1 ? texts.messages : localized(current.title, language)}>
      {messages.length > 1 ? (
        <Tabs
          label={texts.whichMessage}
          tabs={messages.map(({ key, title }) => ({ value: key, label: localized(title, language) }))}
          value={current.key}
          onChange={setAt}
        >
          {shown}
        </Tabs>
      ) : (
        shown
      )}
    </Card>
  );
}

type BodyProps = {
  message: MessageData;
  typed: Record<string, string>;
  onType: (field: string, value: string) => void;
  reach: Reach;
  chooseMeeting: ReactNode;
  toRead: boolean;
};

function MessageBody({ message, typed, onType, reach, chooseMeeting, toRead }: BodyProps) {
  const texts = useTexts().touchpoints.task;
  const { language } = useLanguage();
  const format = useFormat();
  const body = fillMessage(localized(message.body, language), typed);
  const subject = message.subject ? fillMessage(localized(message.subject, language), typed) : null;
  const missing = [...new Set([...body.missing, ...(subject?.missing ?? [])])];
  const names = missing.map((field) => texts.fields[field] ?? field);
  const list = names.length > 1 ? texts.and(names.slice(0, -1).join(", "), names.at(-1) ?? "") : (names[0] ?? "");
  const toType = toRead ? [] : message.missing.filter(isTyped);
  return (
    <div className="v-message" data-part={`messages.${message.key}`}>
      {toType.map((field) => (
        <TextField
          key={field}
          label={format.sentence(texts.fields[field] ?? field)}
          value={typed[field] ?? ""}
          onChange={(value) => onType(field, value)}
        />
      ))}
      {subject && <p className="v-message__subject">{texts.subject(subject.text)}</p>}
      <p className="v-message__body">
        <Marked text={body.text} />
      </p>
      {toRead ? null : missing.length > 0 ? (
        <Alert tone="info" title={texts.missing(list)}>
          {missing.every(isTyped) ? texts.missingTyped : chooseMeeting}
        </Alert>
      ) : (
        <div className="v-message__actions">
          <CopyButton variant="secondary" text={subject ? `${subject.text}\n\n${body.text}` : body.text} />
          {message.channel === "SMS" && (!reach || reach.phone) && (
            <ButtonLink variant="quiet" icon={ChatIcon} href={smsHref(reach?.phone ?? null, body.text)}>
              {texts.sendText}
            </ButtonLink>
          )}
          {message.channel === "EMAIL" && (!reach || reach.email) && (
            <ButtonLink
              variant="quiet"
              icon={EnvelopeClosedIcon}
              href={mailHref(reach?.email ?? null, { subject: subject?.text ?? "", body: body.text })}
            >
              {texts.sendMail}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}

/** What is still empty stands out in the text. */
function Marked({ text }: { text: string }) {
  const texts = useTexts().touchpoints.task;
  return text.split(/(\{\{[^}]+\}\})/).map((part, index) => {
    const field = /^\{\{\s*([^}\s]+)\s*\}\}$/.exec(part)?.[1];
    const key = `${index}-${part.slice(0, 12)}`;
    return field ? (
      <mark key={key} className="v-message__gap">
        {texts.fields[field] ?? field}
      </mark>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
