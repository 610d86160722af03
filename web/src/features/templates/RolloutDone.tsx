import { useAllTexts } from "../../texts";
import { Alert, ButtonLink } from "../../ui";

/** What a roll-out did to the chapters' duties. */
export type Done = { chapters: number; made: number; lifted: number; cancelled: number; left: number };

export function RolloutDone({ done, templateId }: { done: Done; templateId: string }) {
  const { rollout: words, templates } = useAllTexts();
  return (
    <Alert
      live
      tone="success"
      title={words.doneTitle(templates.chapters(done.chapters))}
      action={<ButtonLink to={`/punkter/${templateId}`}>{words.back}</ButtonLink>}
    >
      {didInWords(done, words.done) ?? words.done.nothing}
    </Alert>
  );
}

type DoneWords = {
  made(n: number): string;
  lifted(n: number): string;
  cancelled(n: number): string;
  left(n: number): string;
};

/** «18 oppgaver laget · 6 løftet»; null when nothing was touched. */
export function didInWords({ made, lifted, cancelled, left }: Omit<Done, "chapters">, words: DoneWords): string | null {
  const parts = [
    made > 0 && words.made(made),
    lifted > 0 && words.lifted(lifted),
    cancelled > 0 && words.cancelled(cancelled),
    left > 0 && words.left(left),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(" · ") : null;
}
