import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import type { StoryEvent } from "./story";

/** What happened, in one sentence. */
export function useEventWords(): (event: StoryEvent) => string {
  const { events, decisions, answers } = useAllTexts().improve;
  const format = useFormat();
  return ({ kind, version, chapter, chapters, changes, decision, year }) => {
    const [number, where] = [version ?? "", chapter ?? ""];
    const many = format.number(chapters ?? 0);
    switch (kind) {
      case "VERSION":
        return changes === null ? events.first(number) : events.version(number, format.number(changes), changes === 1);
      case "CHOSEN":
        return events.chosen(year ?? 0);
      case "NOT_CHOSEN":
        return events.notChosen(year ?? 0);
      case "PILOT":
        return events.pilot(number, many, chapters === 1);
      case "PILOT_DECIDED":
        return events.decided(number, decisions[(decision ?? "REVISE") as keyof typeof decisions]);
      case "ROLLOUT":
        return events.rollout(number, many, chapters === 1);
      case "WITHDRAWN":
        return events.withdrawn(number);
      case "PRACTICE":
        return events.practice(where);
      case "PROPOSAL":
        return events.proposal(where);
      case "PROPOSAL_DECIDED":
        return events.answered(where, answers[(decision ?? "DECLINED") as keyof typeof answers]);
    }
  };
}
