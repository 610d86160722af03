import { applyOverlay } from "@varde/domain";
import type { Language, Overlay, TemplateDefinition } from "@varde/domain";
import { useDeferredValue, useMemo } from "react";
import { localized, useTexts } from "../../texts";
import { Card, Disclosure } from "../../ui";
import { WithFields } from "./WithFields";

type ResultProps = { definition: TemplateDefinition; overlay: Overlay; language: Language };

/** The texts as the chapter's tasks will show them, while one writes. */
export function ResultCards(props: ResultProps) {
  const texts = useTexts().adaptations.result;
  const overlay = useDeferredValue(props.overlay);
  const { definition, language } = props;
  const shown = useMemo(() => applyOverlay(definition, overlay), [definition, overlay]);
  const messages = shown.messages.filter(({ channel }) => channel !== "GUIDE");
  return (
    <Card title={texts.title}>
      {shown.steps.length + messages.length === 0 && <p>{texts.nothing}</p>}
      {shown.steps.length > 0 && (
        <ol className="v-adapt-list" aria-label={texts.steps}>
          {shown.steps.map(({ key, text }) => (
            <li key={key}>{localized(text, language)}</li>
          ))}
        </ol>
      )}
      {messages.map((message) => (
        <Disclosure key={message.key} summary={localized(message.title, language)}>
          {message.subject && (
            <p className="v-adapt-subject">
              <WithFields text={localized(message.subject, language)} />
            </p>
          )}
          <p className="v-adapt-text">
            <WithFields text={localized(message.body, language)} />
          </p>
        </Disclosure>
      ))}
    </Card>
  );
}
