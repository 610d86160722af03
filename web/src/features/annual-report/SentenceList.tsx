import {
  changedNumber,
  renewSentence,
  staleSentences,
  takeSentence,
  type ReportSection,
  type ReportSource,
  type StaleSentence,
  type TakenSentence,
} from "@varde/domain";
import { useState } from "react";
import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Button, Disclosure } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import type { Sentence } from "./report";

/** Where one can look at what was counted; null for what is no fact. */
const PLACES: Record<ReportSource, ((year: number) => string) | null> = {
  STANDARD: null,
  BOARD: () => "/styret",
  MEMBERS: () => "/medlemmer",
  FEES: () => "/medlemmer",
  MEETINGS: () => "/treff",
  PLAN: (year) => `/handlingsplan/${year}`,
  TASKS: () => "/oppgaver",
  PRACTICES: () => "/laget",
};

type Props = {
  section: ReportSection;
  year: number;
  body: string;
  taken: readonly TakenSentence[];
  sentences: readonly Sentence[];
  countedOn: string;
  onChange: (body: string, taken: readonly TakenSentence[]) => void;
};

/** What the year's facts say of a section, each with where it is from; and the sentences in the text that the facts now say otherwise. */
export function SentenceList({ section, year, body, taken, sentences, countedOn, onChange }: Props) {
  const texts = useAllTexts().annualReport.sentences;
  const format = useFormat();
  const own = sentences.filter((one) => one.section === section);
  const stale = staleSentences(taken, sentences);
  // an empty section begins with what there is to take in
  const [open] = useState(body.trim() === "");
  const missing = own.filter(({ text }) => !body.includes(text));
  const without = (key: string): TakenSentence[] => taken.filter((one) => one.key !== key);
  const takeIn = ({ key, text }: Sentence): void =>
    onChange(takeSentence(section, body, text), [...without(key), { key, text }]);
  const takeAll = (): void =>
    onChange(
      missing.reduce((text, one) => takeSentence(section, text, one.text), body),
      [
        ...taken.filter((one) => missing.every(({ key }) => key !== one.key)),
        ...missing.map(({ key, text }) => ({ key, text })),
      ],
    );
  const renew = (one: StaleSentence): void => {
    const renewed = renewSentence(body, one);
    onChange(
      renewed ?? body,
      one.now === null ? without(one.key) : [...without(one.key), { key: one.key, text: one.now }],
    );
  };
  return (
    <div className="v-report-sentences">
      {stale.map((one) => (
        <StaleNote key={one.key} stale={one} body={body} onRenew={() => renew(one)} />
      ))}
      {own.length > 0 && (
        <Disclosure open={open} summary={texts.summary(own.length, missing.length)}>
          {missing.length > 1 && (
            <Button icon={PlusIcon} onClick={takeAll}>
              {texts.insertAll(missing.length)}
            </Button>
          )}
          <ul className="v-report-sentences__list">
            {own.map((sentence) => {
              const path = PLACES[sentence.source]?.(year);
              return (
                <li key={sentence.key}>
                  <div>
                    <p>{sentence.text}</p>
                    <p className="v-report-sentences__source">
                      {texts.sources[sentence.source](format.date(countedOn))}{" "}
                      {body.includes(sentence.text) && `${texts.there} `}
                      {path && <Link to={path}>{texts.look}</Link>}
                    </p>
                  </div>
                  {!body.includes(sentence.text) && (
                    <Button variant="plain" iconOnly icon={PlusIcon} onClick={() => takeIn(sentence)}>
                      {texts.insertThis(sentence.text)}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function StaleNote({ stale, body, onRenew }: { stale: StaleSentence; body: string; onRenew: () => void }) {
  const texts = useAllTexts().annualReport.sentences;
  const number = stale.now === null ? null : changedNumber(stale.was, stale.now);
  const stands = renewSentence(body, stale) !== null;
  return (
    <Alert
      tone="info"
      title={number ? texts.numberChanged(number.was, number.now) : stale.now === null ? texts.gone : texts.changed}
      action={<Button onClick={onRenew}>{stands ? texts.renew : texts.fine}</Button>}
    >
      <p>{stale.now ?? stale.was}</p>
      {!stands && <p>{texts.yourOwn}</p>}
    </Alert>
  );
}
