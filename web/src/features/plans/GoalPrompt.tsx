import { measurablePhrases } from "@varde/domain";
import { useAllTexts, useLanguage } from "../../texts";
import { Button } from "../../ui";
import type { Row } from "./plan";

type GoalPromptProps = { row: Row; year: number; onUse: (resultAim: string) => void };

/** Offers three ways to say the goal so that one can see it reached; nothing where it is said already. */
export function GoalPrompt({ row, year, onUse }: GoalPromptProps) {
  const texts = useAllTexts().plans.row;
  const { language } = useLanguage();
  const phrases = measurablePhrases(row, year, language);
  if (phrases.length === 0) return null;
  const use = (phrase: string): void => onUse([row.resultAim.trim(), phrase].filter(Boolean).join("\n"));
  return (
    <div className="v-plan__prompt">
      <p>{texts.prompt}</p>
      <ul>
        {phrases.map((phrase) => (
          <li key={phrase}>
            <Button variant="quiet" onClick={() => use(phrase)}>
              {phrase}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
