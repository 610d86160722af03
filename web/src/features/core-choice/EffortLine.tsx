import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert } from "../../ui";
import type { Candidates } from "./words";

/** What the core set of today takes of a chapter, against what every chapter can manage; and where that limit is set. */
export function EffortLine({ candidates: { candidates, limitMinutes, ownLimit } }: { candidates: Candidates }) {
  const texts = useAllTexts().coreChoice.effort;
  const format = useFormat();
  const maySet = useCan("SETTINGS_WRITE");
  const now = candidates.filter(({ corePosition }) => corePosition !== null);
  const unknown = now.filter(({ minutes }) => minutes === null).length;
  const sum = now.reduce((all, { minutes }) => all + (minutes ?? 0), 0);
  const over = sum > limitMinutes;
  return (
    <Alert
      tone={over ? "warn" : "info"}
      title={now.length === 0 ? texts.nothing : over ? texts.over(format.minutes(sum - limitMinutes)) : texts.within}
      {...(maySet && { action: <Link to="/innstillinger#kjernepakkens-tak">{texts.set}</Link> })}
    >
      {now.length > 0 && <p>{texts.sum(format.words(now.length), format.minutes(sum))}</p>}
      <p>
        {texts.limit(format.minutes(limitMinutes))} {ownLimit ? texts.own : texts.asCap}
      </p>
      {unknown > 0 && <p>{texts.unknown(format.sentence(format.words(unknown)), unknown === 1)}</p>}
    </Alert>
  );
}
