import type { AnswerValue, TemplateDefinition } from "@varde/domain";
import { useState } from "react";
import { localized, useLanguage } from "../../texts";
import { GuideCard } from "./GuideCard";
import { MessagesCard } from "./MessagesCard";
import { ReportFields } from "./ReportFields";
import { StepsCard } from "./StepsCard";
import "./touchpoints.css";

/**
 * A definition as the chapter sees it: guide, messages with their fields still empty, steps and report. One may tick and
 * answer to try it; nothing is kept.
 */
export function DefinitionPreview({ definition }: { definition: TemplateDefinition }) {
  const { language } = useLanguage();
  const [done, setDone] = useState<readonly string[]>([]);
  const [values, setValues] = useState<Record<string, AnswerValue | null>>({});
  const guide = definition.messages.find(({ channel }) => channel === "GUIDE");
  const messages = definition.messages.filter(({ channel }) => channel !== "GUIDE");
  return (
    <div className="v-preview">
      {guide && <GuideCard body={localized(guide.body, language)} />}
      {messages.length > 0 && (
        <MessagesCard
          messages={messages.map((message) => ({ ...message, subject: message.subject ?? null, missing: [] }))}
        />
      )}
      <StepsCard
        steps={definition.steps}
        done={done}
        onTick={(key, ticked) => setDone(ticked ? [...done, key] : done.filter((one) => one !== key))}
      />
      <ReportFields
        fields={definition.reportFields}
        values={values}
        onChange={(key, value) => setValues({ ...values, [key]: value })}
      />
    </div>
  );
}
