import { useRef } from "react";
import {
  CHANNELS,
  guideSections,
  joinGuide,
  MERGE_FIELDS,
  partsOfGuide,
  smsInfo,
  type MergeField,
  type Message,
} from "@varde/domain";
import { localized, useAllTexts } from "../../../texts";
import { Card, Checkbox, Chips } from "../../../ui";
import { PadlockLockedIcon } from "../../../ui/icons";
import { SendTest } from "../../test-messages";
import { newKey } from "./definition";
import { useEditor, useWriting } from "./EditorContext";
import { LocalizedField } from "./fields";
import { ItemList } from "./ItemList";
import { SmsNotes, TellingWords } from "./TextNotes";

/** Shown under the field, word for word, with what to write instead. */
const TELLING = ["LOCK_SCREEN_WORD"];
const SMS_NOTED = [...TELLING, "SMS_OUTSIDE_GSM7"];
const FIELDS = Object.keys(MERGE_FIELDS) as MergeField[];

/** Ready messages and guides. */
export function MessagesSection() {
  const { definition, change, language } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.messages;
  return (
    <Card title={texts.sections.messages} lead={words.lead}>
      <ItemList
        path="messages"
        items={definition.messages}
        onChange={(messages) => change((d) => ({ ...d, messages }))}
        name={(message) => localized(message.title, language) || words.untitled(texts.channels[message.channel])}
        Meta={MessageMeta}
        Aside={SmsLength}
        empty={words.empty}
        addLabel={words.add}
        onAdd={(): Message => ({
          key: newKey("message"),
          channel: "SMS",
          title: { nb: "" },
          body: { nb: "" },
          locked: false,
        })}
        renderEditor={(message, path, set) => <MessageEditor message={message} path={path} onChange={set} />}
      />
    </Card>
  );
}

function MessageMeta({ item }: { item: Message }) {
  return useAllTexts().templates.channels[item.channel];
}

function SmsLength({ item }: { item: Message }) {
  const words = useAllTexts().templates.editor.messages;
  const language = useWriting();
  if (item.channel !== "SMS") return null;
  const { length, segments } = smsInfo(localized(item.body, language));
  return words.sms(length, segments);
}

/** A guide is always locked: it carries the safe frame. */
function ofChannel(message: Message, channel: Message["channel"]): Message {
  const subject = channel === "EMAIL" ? (message.subject ?? { nb: "" }) : null;
  return { ...message, channel, subject, locked: message.locked || channel === "GUIDE" };
}

type MessageEditorProps = { message: Message; path: string; onChange: (message: Message) => void };

function MessageEditor({ message, path, onChange }: MessageEditorProps) {
  const { language, test } = useEditor();
  const texts = useAllTexts();
  const words = texts.templates.editor.messages;
  const { channel } = message;
  const isGuide = channel === "GUIDE";
  const body = useRef<HTMLDivElement>(null);
  const { own: text, frame } = isGuide
    ? partsOfGuide(message.body[language] ?? "", language)
    : { own: message.body[language] ?? "", frame: "" };
  const write = (next: string): void =>
    onChange({ ...message, body: { ...message.body, [language]: isGuide ? joinGuide(next, frame) : next } });
  const area = (): HTMLTextAreaElement | null | undefined => body.current?.querySelector("textarea");
  const select = (from: number, to: number): void => {
    const field = area();
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(from, to));
  };
  const insert = (field: string): void => {
    const [from, to] = [area()?.selectionStart ?? text.length, area()?.selectionEnd ?? text.length];
    const put = `{{${field}}}`;
    write(text.slice(0, from) + put + text.slice(to));
    select(from + put.length, from + put.length);
  };
  return (
    <>
      <Chips
        label={words.channel}
        value={channel}
        options={CHANNELS.map((one) => ({ value: one, label: texts.templates.channels[one] }))}
        onChange={(next) => onChange(ofChannel(message, next))}
      />
      <LocalizedField
        path={`${path}.title`}
        label={words.title}
        value={message.title}
        {...(!isGuide && { noted: TELLING })}
        onChange={(title) => onChange({ ...message, title })}
      />
      {!isGuide && <TellingWords text={message.title[language] ?? ""} />}
      {channel === "EMAIL" && (
        <>
          <LocalizedField
            path={`${path}.subject`}
            label={words.subject}
            value={message.subject}
            noted={TELLING}
            onChange={(subject) => onChange({ ...message, subject })}
          />
          <TellingWords text={message.subject?.[language] ?? ""} />
        </>
      )}
      <div ref={body} className="v-message-body">
        <LocalizedField
          long
          rows={channel === "SMS" ? 4 : 9}
          path={`${path}.body`}
          label={words.body}
          {...(isGuide && { help: words.guideHelp })}
          {...(channel === "SMS" && { noted: SMS_NOTED })}
          value={isGuide ? { ...message.body, [language]: text } : message.body}
          onChange={(next) => write(next[language] ?? "")}
        />
        {channel === "SMS" && <SmsNotes text={text} fallback={message.body.nb} onWrite={write} onSelect={select} />}
        {isGuide && <LockedFrame frame={frame} />}
      </div>
      <fieldset className="v-merge">
        <legend>{words.fields}</legend>
        <p className="v-merge__help">{words.fieldsHelp}</p>
        <div className="v-merge__list">
          {FIELDS.map((field) => (
            <button
              key={field}
              type="button"
              className="v-merge__field"
              aria-label={`${words.insert(field)}: ${texts.templates.editor.fields[field]}`}
              title={texts.templates.editor.fields[field]}
              onClick={() => insert(field)}
            >
              {field}
            </button>
          ))}
        </div>
      </fieldset>
      <div data-path={`${path}.locked`}>
        {isGuide && message.locked ? (
          <p className="v-frozen__title">
            <PadlockLockedIcon aria-hidden fontSize="1.25rem" />
            {texts.editor.frame.locked}
          </p>
        ) : (
          <Checkbox
            label={words.locked}
            checked={message.locked}
            onChange={(locked) => onChange({ ...message, locked })}
          />
        )}
      </div>
      {test && (
        <SendTest
          {...test}
          messageKey={message.key}
          language={language}
          title={localized(message.title, language) || words.untitled(texts.templates.channels[channel])}
        />
      )}
    </>
  );
}

/** The safe frame as it stands in every guide: read, never written. */
function LockedFrame({ frame }: { frame: string }) {
  const words = useAllTexts().editor.frame;
  return (
    <section className="v-locked-frame">
      <h3 className="v-frozen__title">
        <PadlockLockedIcon aria-hidden fontSize="1.25rem" />
        {words.title}
      </h3>
      <p className="v-item__meta">{words.why}</p>
      {guideSections(frame).map(({ heading, text }) => (
        <p key={heading}>
          <strong>{heading}</strong> {text}
        </p>
      ))}
    </section>
  );
}
