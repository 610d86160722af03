import { Button, Card } from "../../../ui";
import { useHelpTexts } from "../../help";

const STAGES = ["read", "call", "tick", "outcome"] as const;
export type CoachStage = (typeof STAGES)[number];

type CoachCardProps = { stage: CoachStage; onNext: () => void; onSkip: () => void };

/** What to try now. Said to a screen reader when it changes; the page itself may be used in any order. */
export function CoachCard({ stage, onNext, onSkip }: CoachCardProps) {
  const texts = useHelpTexts().rehearsal;
  const coach = texts.coach[stage];
  return (
    <Card>
      <div role="status" className="v-coach">
        <p className="v-coach__at">{texts.at(STAGES.indexOf(stage) + 1, STAGES.length)}</p>
        <h2 className="v-coach__title">{coach.title}</h2>
        <p>{coach.body}</p>
        {stage === "read" && <p>{texts.invented}</p>}
      </div>
      <div className="v-coach__acts">
        {"next" in coach && (
          <Button variant="secondary" onClick={onNext}>
            {coach.next}
          </Button>
        )}
        <Button variant="plain" onClick={onSkip}>
          {texts.skip}
        </Button>
      </div>
    </Card>
  );
}
