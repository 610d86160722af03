import { useRef } from "react";
import { CHANNELS, MERGE_FIELDS, smsInfo, type MergeField, type Message } from "@varde/domain";
import { localized, useTexts } from "../../../texts";
import { Card, Checkbox, Chips } from "../../../ui";
import { newKey } from "./definition";
import { useEditor } from "./EditorContext";
import { LocalizedField } from "./fields";
import { ItemList } from "./ItemList";

const FIELDS = Object.keys(MERGE_FIELDS) as MergeField[];

/** Ready messages and guides. */
export function MessagesSection() {
  const { definition, change, language } = useEditor();
  const texts = useTexts().templates;
  const words = texts.editor.messages;
  return (
    <Card title={texts.sections.messages} lead={words.lead}>
      <ItemList
        path="messages"
        items={definition.messages}
        onChange={(messages) => change((d) => ({ ...d, messages }))}
        name={(message) => localized(message.title, language) || words.untitled(texts.channels[message.channel])}
        renderMeta={(message) => texts.channels[message.channel]}
        renderAside={(message) =>
          message.channel === "SMS" ? <SmsLength text={localized(message.body, language)} /> : null
        }
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

function SmsLength({ text }: { text: string }) {
  const words = useTexts().templates.editor.messages;
  const { length, segments } = smsInfo(text);
  return <>{words.sms(length, segments)}</>;
}

function ofChannel(message: Message, channel: Message["channel"]): Message {
  return { ...message, channel, subject: channel === "EMAIL" ? (message.subject ?? { nb: "" }) : null };
}

function MessageEditor({
  message,
  path,
  onChange,
}: {
  message: Message;
  path: string;
  onChange: (message: Message) => void;
}) {
  const { language } = useEditor();
  const texts = useTexts().templates;
  const words = texts.editor.messages;
  const body = useRef<HTMLDivElement>(null);
  const text = message.body[language] ?? "";
  const info = smsInfo(text || message.body.nb);
  const insert = (field: string): void => {
    const area = body.current?.querySelector("textarea");
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length];
    const put = `{{${field}}}`;
    onChange({ ...message, body: { ...message.body, [language]: text.slice(0, from) + put + text.slice(to) } });
    area?.focus();
    requestAnimationFrame(() => area?.setSelectionRange(from + put.length, from + put.length));
  };
  return (
    <>
      <Chips
        label={words.channel}
        value={message.channel}
        options={CHANNELS.map((channel) => ({ value: channel, label: texts.channels[channel] }))}
        onChange={(channel) => onChange(ofChannel(message, channel))}
      />
      <LocalizedField
        path={`${path}.title`}
        label={words.title}
        value={message.title}
        onChange={(title) => onChange({ ...message, title })}
      />
      {message.channel === "EMAIL" && (
        <LocalizedField
          path={`${path}.subject`}
          label={words.subject}
          value={message.subject}
          onChange={(subject) => onChange({ ...message, subject })}
        />
      )}
      <div ref={body}>
        <LocalizedField
          long
          rows={message.channel === "SMS" ? 4 : 9}
          path={`${path}.body`}
          label={words.body}
          {...(message.channel === "GUIDE" && { help: words.guideHelp })}
          value={message.body}
          onChange={(next) => onChange({ ...message, body: next })}
        />
        {message.channel === "SMS" && (
          <p className="v-sms" data-long={info.segments > 2 || info.outsideGsm7.length > 0 ? "" : undefined}>
            <span>{words.sms(info.length, info.segments)}</span>
            {info.outsideGsm7.length > 0 && <span>{words.unicode(info.outsideGsm7.join(" "))}</span>}
          </p>
        )}
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
              aria-label={`${words.insert(field)}: ${texts.editor.fields[field]}`}
              title={texts.editor.fields[field]}
              onClick={() => insert(field)}
            >
              {field}
            </button>
          ))}
        </div>
      </fieldset>
      <Checkbox label={words.locked} checked={message.locked} onChange={(locked) => onChange({ ...message, locked })} />
    </>
  );
}
