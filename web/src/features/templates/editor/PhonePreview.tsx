import type { ReactNode } from "react";
import { isAboutMember, type Language, type ReportField, type TemplateDefinition } from "@varde/domain";
import { localized, useTexts } from "../../../texts";
import { ChevronLeftIcon } from "../../../ui/icons";
import type { SectionName } from "./definition";
import "./phone-preview.css";

type PhonePreviewProps = {
  definition: TemplateDefinition;
  language: Language;
  section: SectionName;
  editing: string | null;
};

/** What the chapter will see of the draft: a picture, so nothing in it can be pressed and it is not read aloud. */
export function PhonePreview({ definition, language, section, editing }: PhonePreviewProps) {
  const texts = useTexts().templates;
  const { name, purpose, minutes, steps, messages, reportFields } = definition;
  const aboutMember = isAboutMember(definition.trigger);
  const ring = (path: string): "" | undefined => (editing === path || editing?.startsWith(`${path}.`) ? "" : undefined);
  const inReport = section === "report" || section === "targets";
  return (
    <div className="v-phone" aria-hidden inert>
      <p className="v-phone__back">
        <ChevronLeftIcon fontSize="1rem" /> {texts.preview.back}
      </p>
      <p className="v-phone__title" data-ring={ring("name")}>
        {localized(name, language) || texts.editor.unnamed}
      </p>
      <p className="v-phone__meta">
        {[aboutMember && texts.preview.memberLine, minutes ? texts.preview.minutes(minutes) : false]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {localized(purpose, language) && (
        <p className="v-phone__card" data-ring={ring("purpose")}>
          {localized(purpose, language)}
        </p>
      )}
      {!inReport && steps.length > 0 && section !== "messages" && (
        <ol className="v-phone__steps">
          {steps.map((step, index) => (
            <li key={step.key} data-ring={ring(`steps.${index}`)}>
              <span className="v-phone__tick" />
              {localized(step.text, language)}
            </li>
          ))}
        </ol>
      )}
      {section === "messages" &&
        messages.map((message, index) => (
          <div key={message.key} className="v-phone__card" data-ring={ring(`messages.${index}`)}>
            <strong>{localized(message.title, language)}</strong>
            {message.subject && <span>{localized(message.subject, language)}</span>}
            <Filled text={localized(message.body, language)} />
          </div>
        ))}
      {section !== "messages" && (
        <>
          {aboutMember && <Buttons label={texts.editor.report.outcome} options={texts.preview.outcomes} />}
          {reportFields.map((field, index) => (
            <div key={field.key} data-ring={ring(`reportFields.${index}`)}>
              <Question field={field} language={language} />
            </div>
          ))}
        </>
      )}
      <span className="v-phone__done">{texts.preview.done}</span>
    </div>
  );
}

type Piece = { at: number; text: string; isField: boolean };

/** The text in pieces, merge fields apart. */
function piecesOf(text: string): Piece[] {
  let at = 0;
  return text.split(/(\{\{[^}]*\}\})/).map((part) => {
    const piece = { at, text: part, isField: part.startsWith("{{") };
    at += part.length;
    return piece;
  });
}

/** Merge fields stand out in the text, as empty places do for the chapter. */
function Filled({ text }: { text: string }): ReactNode {
  return (
    <span className="v-phone__text">
      {piecesOf(text).map((piece) =>
        piece.isField ? (
          <mark key={piece.at}>{piece.text.slice(2, -2).trim()}</mark>
        ) : (
          piece.text.replaceAll(/^## /gm, "")
        ),
      )}
    </span>
  );
}

function Buttons({ label, options }: { label: string; options: readonly string[] }) {
  return (
    <div className="v-phone__question">
      <strong>{label}</strong>
      <span className="v-phone__options">
        {options.map((option) => (
          <span key={option}>{option}</span>
        ))}
      </span>
    </div>
  );
}

function Question({ field, language }: { field: ReportField; language: Language }) {
  const texts = useTexts().templates;
  const label = localized(field.label, language) || texts.editor.report.untitled;
  if (field.type === "AUTO") return null;
  if (field.type === "YES_NO") return <Buttons label={label} options={[texts.preview.yes, texts.preview.no]} />;
  if (field.type === "CHOICE" || field.type === "MULTI_CHOICE")
    return (
      <Buttons
        label={label}
        options={(field.options ?? []).map((option) => localized(option.label, language) || "…")}
      />
    );
  if (field.type === "RATING") return <Buttons label={label} options={["1", "2", "3", "4", "5"]} />;
  return (
    <div className="v-phone__question">
      <strong>{label}</strong>
      {field.type === "NUMBER" ? (
        <span className="v-phone__number">
          <span>−</span>
          <span>–</span>
          <span>+</span>
        </span>
      ) : (
        <span className={field.type === "TEXT" ? "v-phone__input v-phone__input--area" : "v-phone__input"} />
      )}
    </div>
  );
}
