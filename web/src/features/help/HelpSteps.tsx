import type { Topic } from "../../texts/help";
import { useHelpTexts } from "./useHelpTexts";

/** What one does on a page, in two to four short steps. */
export function HelpSteps({ topic }: { topic: Topic }) {
  const { steps } = useHelpTexts().topics[topic];
  return (
    <ol className="v-help__steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
