import { useState, type ReactNode } from "react";
import { useTexts } from "../../texts";
import { Card, CopyButton, Disclosure, Tabs } from "../../ui";
import { guideSections, splitGuide } from "./guide-sections";

/** «Slik kan du si det»: the guide's parts as tabs; what not to ask, and what to do when it gets heavy, under each. */
export function GuideCard({ body, safeFrame }: { body: string; safeFrame?: ReactNode }) {
  const texts = useTexts().touchpoints.task;
  const { tabs, doNotAsk, whenHeavy } = splitGuide(guideSections(body));
  const [at, setAt] = useState("0");
  const current = tabs[Number(at)] ?? tabs[0];
  if (!current) return null;
  const text = <p className="v-guide__text">{current.text}</p>;
  return (
    <Card title={texts.guide} aside={<CopyButton key={at} text={current.text} />}>
      {tabs.length > 1 ? (
        <Tabs
          label={texts.guideParts}
          tabs={tabs.map(({ heading }, index) => ({ value: String(index), label: heading }))}
          value={at}
          onChange={setAt}
        >
          {text}
        </Tabs>
      ) : (
        text
      )}
      {doNotAsk && (
        <p className="v-guide__never">
          <strong>{doNotAsk.heading}</strong> {doNotAsk.text.charAt(0).toLowerCase() + doNotAsk.text.slice(1)}
        </p>
      )}
      {whenHeavy && (
        <Disclosure summary={whenHeavy.heading}>
          <p>{whenHeavy.text}</p>
          {safeFrame}
        </Disclosure>
      )}
    </Card>
  );
}
