import { JOURNEY_MAP_WORDS, MAP_MEASURES, type MapMeasure } from "@varde/domain";
import { newId } from "../../app/ids";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Select, TextArea, TextField } from "../../ui";
import { PlusIcon, TrashIcon } from "../../ui/icons";
import { Looks } from "./Looks";
import type { Card, Evidence, Map } from "./map";

type Props = { map: Map; evidence: Card["evidence"]; onChange: (evidence: Card["evidence"]) => void };

const MOST = 8;
const nothing = (kind: Evidence["kind"]): Evidence => ({
  __typename: "JourneyMapEvidence",
  key: newId(),
  kind,
  text: null,
  source: null,
  measure: null,
  templateId: null,
  surveyId: null,
  question: null,
});

/** What a card rests on: quotes, numbers and questions. What is half written is kept on the screen and not sent. */
export function EvidenceList({ map, evidence, onChange }: Props) {
  const words = useAllTexts().journeyMap.card;
  const change = (key: string, over: Partial<Evidence>): void =>
    onChange(evidence.map((one) => (one.key === key ? { ...one, ...over } : one)));
  const add = (kind: Evidence["kind"]): void => onChange([...evidence, nothing(kind)]);
  return (
    <fieldset className="v-map-evidence">
      <legend>{words.evidence}</legend>
      <p>{words.evidenceLead}</p>
      {evidence.map((one) => (
        <div key={one.key} className="v-map-evidence__one">
          <Fields map={map} one={one} change={(over) => change(one.key, over)} />
          <Button
            variant="plain"
            icon={TrashIcon}
            onClick={() => onChange(evidence.filter(({ key }) => key !== one.key))}
          >
            {words.removeEvidence}
          </Button>
        </div>
      ))}
      {evidence.length < MOST && (
        <div className="v-map-evidence__add">
          <Button variant="quiet" icon={PlusIcon} onClick={() => add("QUOTE")}>
            {words.addQuote}
          </Button>
          <Button variant="quiet" icon={PlusIcon} onClick={() => add("NUMBER")}>
            {words.addNumber}
          </Button>
          {map.questions.length > 0 && (
            <Button variant="quiet" icon={PlusIcon} onClick={() => add("SURVEY")}>
              {words.addSurvey}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function Fields({ map, one, change }: { map: Map; one: Evidence; change: (over: Partial<Evidence>) => void }) {
  const words = useAllTexts().journeyMap.card;
  const { language } = useLanguage();
  if (one.kind === "QUOTE") {
    return (
      <>
        <TextArea
          label={words.quote}
          rows={2}
          maxLength={400}
          value={one.text ?? ""}
          onChange={(text) => change({ text })}
        />
        <TextField
          label={words.source}
          help={words.sourceHelp}
          maxLength={120}
          value={one.source ?? ""}
          onChange={(source) => change({ source })}
        />
        <Looks text={`${one.text ?? ""}. ${one.source ?? ""}`} />
      </>
    );
  }
  if (one.kind === "NUMBER") {
    const names = JOURNEY_MAP_WORDS[language].measures;
    // a template's own number is chosen as that template
    const options = [
      ...MAP_MEASURES.filter((measure) => measure !== "DONE").map((measure) => ({
        value: measure as string,
        label: names[measure],
      })),
      ...map.templates.map(({ id, name }) => ({ value: id, label: `${names.DONE}: ${localized(name, language)}` })),
    ];
    return (
      <Select
        label={words.number}
        value={one.measure === "DONE" ? (one.templateId ?? "") : (one.measure ?? "")}
        options={options}
        onChange={(chosen) => {
          const measure = MAP_MEASURES.find((name) => name === chosen) as MapMeasure | undefined;
          change(measure ? { measure, templateId: null } : { measure: "DONE", templateId: chosen });
        }}
      />
    );
  }
  return (
    <Select
      label={words.question}
      value={one.surveyId && one.question ? `${one.surveyId}/${one.question}` : ""}
      options={map.questions.map(({ surveyId, question, title, surveyTitle, answered }) => ({
        value: `${surveyId}/${question}`,
        label: `${localized(title, language)} (${[localized(surveyTitle, language), ...(answered ? [JOURNEY_MAP_WORDS[language].answered(String(answered))] : [])].join(" · ")})`,
      }))}
      onChange={(chosen) => {
        const [surveyId = null, question = null] = chosen.split("/");
        change({ surveyId, question });
      }}
    />
  );
}
