import { splitGuide } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { useLanguage, useTexts } from "../../texts";
import { Card, CopyButton, Disclosure, Tabs } from "../../ui";

/** «Slik kan du si det»: the guide's parts as tabs, and under each the safe frame, whatever the guide says. */
export function GuideCard({ body, safeFrame }: { body: string; safeFrame?: ReactNode }) {
  const { task: texts, safe } = useTexts().touchpoints;
  const { language } = useLanguage();
  const { tabs, doNotAsk, whenHeavy } = splitGuide(body, language);
  const [at, setAt] = useState("0");
  const current = tabs[Number(at)] ?? tabs[0];
  const text = current && <p className="v-guide__text">{current.text}</p>;
  return (
    <Card title={texts.guide} {...(current && { aside: <CopyButton key={at} text={current.text} /> })}>
      {tabs.length > 1 ? (
        <Tabs
          label={texts.guideParts}
          tabs={tabs.map(({ heading }, index) => ({ value: String(index), label: heading || texts.guide }))}
          value={at}
          onChange={setAt}
        >
          {text}
        </Tabs>
      ) : (
        text
      )}
      <p className="v-guide__never">
        <strong>{doNotAsk.heading}</strong> {doNotAsk.text.charAt(0).toLowerCase() + doNotAsk.text.slice(1)}
      </p>
      <p className="v-guide__never">
        <strong>{safe.young.title}</strong> {safe.young.text}
      </p>
      <Disclosure summary={whenHeavy.heading}>
        <p>{whenHeavy.text}</p>
        {safeFrame}
      </Disclosure>
    </Card>
  );
}
