import type { PlanText } from "@varde/domain";
import { WordByWord } from "../../app/definition-diff/DefinitionDiff";
import { useAllTexts } from "../../texts";
import { planChanges } from "./plan-changes";

/** What differs between a plan and an earlier version of it, word by word. */
export function PlanChanges({ before, after }: { before: PlanText; after: PlanText }) {
  const all = useAllTexts().plans;
  const texts = all.versions;
  const changes = planChanges(before, after);
  const labels = { ...all.columns, title: all.around.name, intro: all.around.intro, closing: all.around.closing };
  if (changes.length === 0) return <p>{texts.nothingChanged}</p>;
  return (
    <>
      {changes.map((change) => {
        if (change.kind === "MOVED") return <p key="moved">{texts.moved}</p>;
        const name = change.name === null ? all.around.title : change.name || all.newRow;
        return (
          <section key={`${change.kind} ${change.name ?? ""}`}>
            <h3>{change.kind === "CHANGED" ? name : texts[change.kind](name)}</h3>
            {change.kind === "CHANGED" &&
              change.parts.map(({ field, before: was, after: is }) => (
                <div key={field}>
                  <p className="v-plan__label">{labels[field]}</p>
                  <WordByWord before={was} after={is} />
                </div>
              ))}
          </section>
        );
      })}
    </>
  );
}
