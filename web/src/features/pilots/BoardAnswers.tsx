import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Disclosure } from "../../ui";
import type { Pilot } from "./scoreboard-words";

const VERDICTS = ["KEEP", "CHANGE", "DROP"] as const;

/** What the boards say, always with the chapter's name: it is the board's word, whether the numbers judge or not. */
export function BoardAnswers({ pilot }: { pilot: Pilot }) {
  const texts = useAllTexts().pilots;
  const words = texts.answers;
  const format = useFormat();
  const { answers, chapters } = pilot;
  const count = (verdict: (typeof VERDICTS)[number]): number =>
    answers.filter((answer) => answer.verdict === verdict).length;
  const missing = chapters.length - answers.length;
  const asked = pilot.phase === "ASKING" || pilot.phase === "DECIDED";
  return (
    <Card
      title={
        answers.length > 0
          ? words.title(format.sentence(format.words(count("KEEP"))), format.words(answers.length))
          : words.none
      }
    >
      {!asked && <p>{words.notAsked(format.relativeDay(pilot.endsOn))}</p>}
      {answers.length > 0 && (
        <>
          <dl className="v-answers-count">
            {VERDICTS.map((verdict) => (
              <div key={verdict}>
                <dt>{texts.verdicts[verdict]}</dt>
                <dd>
                  <span className="v-answers-count__marks" aria-hidden>
                    {Array.from({ length: Math.min(12, count(verdict)) }, (_, i) => (
                      <span
                        key={i}
                        className={`v-answers-count__mark v-answers-count__mark--${verdict.toLowerCase()}`}
                      />
                    ))}
                  </span>
                  <strong>{count(verdict)}</strong>
                </dd>
              </div>
            ))}
          </dl>
          <ul className="v-board-quotes" aria-label={words.list}>
            {answers.map((answer) => (
              <li key={answer.chapterId}>
                <p className={answer.why ? undefined : "v-board-quotes__none"}>
                  {answer.why ? `«${answer.why}»` : words.noWords}
                </p>
                <p className="v-board-quotes__by">{words.by(answer.chapterName, texts.verdicts[answer.verdict])}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked && missing > 0 && <p className="v-pilot__note">{words.missing(missing)}</p>}
      <Disclosure summary={`${texts.chapters} (${chapters.length})`}>
        <p>{format.list(chapters.map(({ name }) => name))}</p>
        {pilot.seed && <p className="v-pilot__note">{texts.seed(pilot.seed)}</p>}
        <p className="v-pilot__note">{texts.started(pilot.startedBy, format.moment(pilot.createdAt))}</p>
      </Disclosure>
    </Card>
  );
}
