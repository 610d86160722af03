import { mayAdapt, mayAdaptMessage, smsInfo } from "@varde/domain";
import type { Message, OverlayProblem } from "@varde/domain";
import { localized, useTexts } from "../../texts";
import { Button, Card, Disclosure, Stack, Tag, TextArea, TextField } from "../../ui";
import { LockedNote } from "./LockedNote";
import { WithFields } from "./WithFields";
import { messageWords, resetMessage, writeMessage, type MessagePart } from "./overlay-form";
import type { SectionProps } from "./section";

/** The messages; what is national's alone stands with the reason why. */
export function MessagesSection({ checks, ...props }: SectionProps & { checks: readonly OverlayProblem[] }) {
  const { definition, language, readOnly } = props;
  const texts = useTexts().adaptations;
  if (definition.messages.length === 0) return null;
  const allLocked = !mayAdapt(definition, "MESSAGES");
  return (
    <Card title={texts.messages.title} lead={allLocked || readOnly ? undefined : texts.messages.fields}>
      {allLocked && <LockedNote>{texts.messages.allLocked}</LockedNote>}
      <Stack>
        {definition.messages.map((message) => {
          const open = mayAdaptMessage(definition, message) && !readOnly;
          return (
            <section key={message.key} className="v-adapt-message" aria-label={localized(message.title, language)}>
              <p className="v-adapt-message__head">
                <strong>{localized(message.title, language)}</strong>
                {!open && <Tag>{texts.page.lockedTag}</Tag>}
              </p>
              {open ? (
                <MessageFields {...props} message={message} checks={checks} />
              ) : (
                <Closed message={message} {...props} />
              )}
            </section>
          );
        })}
      </Stack>
    </Card>
  );
}

function Closed({ message, definition, language, readOnly }: SectionProps & { message: Message }) {
  const texts = useTexts().adaptations.messages;
  const why =
    message.channel === "GUIDE" ? texts.guide : mayAdapt(definition, "MESSAGES") && !readOnly ? texts.locked : "";
  return (
    <>
      {why && <LockedNote>{why}</LockedNote>}
      <Disclosure summary={texts.show}>
        <p className="v-adapt-text">
          <WithFields text={localized(message.body, language)} />
        </p>
      </Disclosure>
    </>
  );
}

function MessageFields({
  message,
  checks,
  overlay,
  language,
  onChange,
  problemAt,
}: SectionProps & { message: Message; checks: readonly OverlayProblem[] }) {
  const texts = useTexts().adaptations;
  const { key, channel } = message;
  const field = (part: MessagePart) => ({
    label: texts.messages[part === "title" ? "name" : part],
    value: messageWords(overlay, message, part, language),
    problem:
      problemAt(`messages.${key}.${part}.${language}`) ??
      (part === "body" ? problemAt(`messages.${key}`) : problemAt(`messages.${key}.${part}`)),
    onChange: (words: string) => onChange(writeMessage(overlay, key, part, language, words)),
  });
  const body = field("body");
  const own = (["title", "subject", "body"] as const).some(
    (part) => messageWords(overlay, message, part, language).trim() !== (message[part]?.[language] ?? "").trim(),
  );
  const signs = checks.find(({ code, path }) => code === "SMS_OUTSIDE_GSM7" && path[1] === key && path[3] === language);
  return (
    <>
      <TextField {...field("title")} />
      {channel === "EMAIL" && <TextField {...field("subject")} />}
      <TextArea
        {...body}
        rows={channel === "SMS" ? 4 : 8}
        {...(channel === "SMS" &&
          body.value.trim() !== "" && { footnote: texts.messages.sms(smsInfo(body.value).segments) })}
      />
      {signs && <p className="v-adapt-note">{texts.messages.signs(String(signs.params["signs"]))}</p>}
      {own && (
        <div className="v-adapt-national">
          <strong>{texts.steps.national}</strong>
          {channel === "EMAIL" && message.subject && (
            <p>
              <WithFields text={localized(message.subject, language)} />
            </p>
          )}
          <p className="v-adapt-text">
            <WithFields text={localized(message.body, language)} />
          </p>
          <Button variant="plain" onClick={() => onChange(resetMessage(overlay, key))}>
            {texts.steps.reset}
          </Button>
        </div>
      )}
    </>
  );
}
