import type { SurveyQuestion } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { ResultQuestions_SurveyFragmentDoc, type SurveyResultsQuery } from "../../../../graphql/generated/graphql";
import { useSurveyResultsQuery, useSurveysQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../format";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Select } from "../../ui";
import { sharesOf } from "./shares";

type Props = {
  /** Takes the share, 0 to 100, and where it is from: the question, the answer, how many answered, and the survey. */
  onChosen: (share: number, source: string) => void;
};

/** A number from the newest survey that is published: how many of all who answered gave one answer. Nothing where there is no such survey. */
export function ShareFromSurvey({ onChosen }: Props) {
  const [{ data }] = useSurveysQuery();
  const newest = data?.surveys.find(({ state }) => state === "CLOSED");
  return newest ? <FromSurvey id={newest.id} onChosen={onChosen} /> : null;
}

function FromSurvey({ id, onChosen }: Props & { id: string }) {
  const [{ data }] = useSurveyResultsQuery({ variables: { id } });
  return data?.surveyResults.publishedOn ? <Choose {...data} onChosen={onChosen} /> : null;
}

function Choose({ survey, surveyResults, onChosen }: SurveyResultsQuery & Props) {
  const texts = useAllTexts().surveyResults;
  const format = useFormat();
  const { language } = useLanguage();
  const [key, setKey] = useState("");
  const [answer, setAnswer] = useState("");
  const questions = readFragment(ResultQuestions_SurveyFragmentDoc, survey).definition.questions as SurveyQuestion[];
  const all = sharesOf(questions, surveyResults.tables, (text) => localized(text, language));
  const asked = [...new Map(all.map((one) => [one.key, one.title])).entries()];
  const offered = all.filter((one) => one.key === key);
  const chosen = offered.find((one) => one.id === answer);
  const take = (): void => {
    if (!chosen) return;
    const whose = `${localized(survey.title, language)}, ${format.fullDate(survey.closesOn ?? "")}`;
    onChosen(chosen.share, texts.shareSource(chosen.title, chosen.label, format.number(chosen.n), whose));
  };
  return (
    <>
      <Select
        label={texts.shareQuestion}
        value={key}
        options={asked.map(([value, label]) => ({ value, label }))}
        onChange={(next) => {
          setKey(next);
          setAnswer("");
        }}
      />
      {key !== "" && (
        <Select
          label={texts.shareAnswer}
          value={answer}
          options={offered.map(({ id, label, share }) => ({
            value: id,
            label: `${label}: ${format.percent(share, 100)}`,
          }))}
          onChange={setAnswer}
        />
      )}
      {chosen && (
        <div>
          <Button onClick={take}>{texts.shareTake}</Button>
        </div>
      )}
    </>
  );
}
