import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { TemplateFacts_DefinitionFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card } from "../../ui";
import { triggerInWords } from "./describe";
import "./template-facts.css";

type TemplateFactsProps = {
  definition: FragmentType<typeof TemplateFacts_DefinitionFragmentDoc>;
  burdenSeconds: number;
  /** What reports have really taken, where it is known. */
  burden?: { perReport: number; perPeriod: number; measured: boolean; n: number };
};

/** What a version says, in short. */
export function TemplateFacts({ definition, burdenSeconds, burden }: TemplateFactsProps) {
  const facts = readFragment(TemplateFacts_DefinitionFragmentDoc, definition);
  const { templates: texts, rollout } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const seconds = burden ? burden.perReport + burden.perPeriod : burdenSeconds;
  const measured = burden?.measured ? ` ${rollout.measured(burden.n)}` : "";
  const reportTime = `${texts.page.seconds(seconds)}${measured}`;
  const rows: [string, string | null][] = [
    [texts.page.purpose, localized(facts.purpose, language)],
    [texts.page.stage, texts.stages[facts.stage]],
    [texts.page.trigger, triggerInWords(facts.trigger, texts, format)],
    [texts.page.responsible, facts.responsible && localized(facts.responsible, language)],
    [texts.page.minutes, facts.minutes === null ? null : format.aboutMinutes(facts.minutes)],
    // one of us is what one expects
    [texts.page.doneBy, facts.doneBy === "EACH" ? texts.doneBy.EACH : null],
    [texts.page.report, reportTime],
    [
      texts.page.contents,
      texts.page.contentsLine(facts.steps.length, facts.messages.length, facts.reportFields.length),
    ],
  ];
  return (
    <Card title={texts.page.facts}>
      <dl className="v-facts">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name} className="v-facts__row">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Card>
  );
}
