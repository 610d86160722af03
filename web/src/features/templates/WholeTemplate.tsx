import type { LocalizedText, Message, ReportField, TemplateDefinition } from "@varde/domain";
import type { ReactNode } from "react";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card, Row, Rows, Tag } from "../../ui";
import "./library.css";

/** What is filled in later in brackets: «Hei [fornavn]». */
const plain = (text: string): string => text.replaceAll(/\{\{\s*([^{}]+?)\s*\}\}/g, "[$1]");

/** All that a template says, to read before one chooses it. */
export function WholeTemplate({ definition }: { definition: TemplateDefinition }) {
  const texts = useAllTexts();
  const { parts } = texts.library;
  const say = useSay();
  const { trigger, schedule, steps, messages, reportFields, periodReport, targets, locks } = definition;
  const { opensAfterDays, dueAfterDays, missAfterDays } = schedule;
  return (
    <>
      <Part title={parts.schedule}>
        <p>
          {/* the dates of a calendar say themselves when it opens and is due */}
          {trigger.kind === "PERIOD" && `${parts.ofPeriod(dueAfterDays)} `}
          {trigger.kind !== "PERIOD" &&
            trigger.kind !== "CALENDAR" &&
            `${parts.opensAndDue(opensAfterDays, dueAfterDays)} `}
          {schedule.lateAllowed && missAfterDays > 0 ? parts.late(missAfterDays) : parts.notLate}
        </p>
      </Part>
      <Part title={parts.steps} empty={steps.length === 0}>
        <ol className="v-whole__steps">
          {steps.map(({ key, text }) => (
            <li key={key}>{say(text)}</li>
          ))}
        </ol>
      </Part>
      <Part title={parts.messages} empty={messages.length === 0}>
        <Rows>
          {messages.map((message) => (
            <Row key={message.key}>
              <MessageText message={message} />
            </Row>
          ))}
        </Rows>
      </Part>
      <Part title={parts.report} empty={reportFields.length === 0 && !periodReport}>
        <Rows>
          {reportFields.map((field) => (
            <Row key={field.key}>
              <Question field={field} />
            </Row>
          ))}
          {periodReport && (
            <Row>
              <p className="v-whole__note">{parts.oncePerPeriod(texts.templates.periods[periodReport.period].once)}</p>
              <Question field={periodReport.field} />
            </Row>
          )}
        </Rows>
      </Part>
      {targets.length > 0 && (
        <Part title={parts.targets}>
          <ul className="v-whole__steps">
            {targets.map(({ key, text }) => (
              <li key={key}>{say(text)}</li>
            ))}
          </ul>
        </Part>
      )}
      {locks.length > 0 && (
        <Part title={parts.locks}>
          <p>{locks.map((lock) => texts.templates.lockables[lock]).join(" · ")}</p>
        </Part>
      )}
    </>
  );
}

function useSay() {
  const { language } = useLanguage();
  return (text: LocalizedText): string => localized(text, language);
}

function Part({ title, empty = false, children }: { title: string; empty?: boolean; children: ReactNode }) {
  const { parts } = useAllTexts().library;
  return <Card title={title}>{empty ? <p className="v-whole__note">{parts.none}</p> : children}</Card>;
}

/** A guide's parts, each under its line `## Heading`; any other message is one part without. */
function sectionsOf(body: string): { heading: string; text: string }[] {
  const [before = "", ...parts] = body.split(/^## /m);
  const sections = parts.map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    return { heading, text: lines.join("\n").trim() };
  });
  return before.trim() ? [{ heading: "", text: before.trim() }, ...sections] : sections;
}

function MessageText({ message }: { message: Message }) {
  const texts = useAllTexts();
  const say = useSay();
  return (
    <>
      <h3 className="v-whole__head">
        {say(message.title)}
        <Tag>{texts.templates.channels[message.channel]}</Tag>
        {message.locked && <Tag>{texts.library.parts.locked}</Tag>}
      </h3>
      {message.subject && (
        <p className="v-whole__note">
          {texts.library.parts.subject}: {plain(say(message.subject))}
        </p>
      )}
      {sectionsOf(plain(say(message.body))).map(({ heading, text }) => (
        <p key={heading} className="v-whole__text">
          {heading && (
            <>
              <strong>{heading}</strong>
              {"\n"}
            </>
          )}
          {text}
        </p>
      ))}
    </>
  );
}

function Question({ field }: { field: ReportField }) {
  const texts = useAllTexts();
  const say = useSay();
  const about = [
    texts.templates.fieldTypes[field.type],
    field.options?.map(({ label }) => say(label)).join(" / "),
    !field.required && field.type !== "AUTO" && texts.library.parts.optional,
  ].filter(Boolean);
  return (
    <>
      <h3 className="v-whole__head">{say(field.label)}</h3>
      <p className="v-whole__note">{about.join(" · ")}</p>
    </>
  );
}
