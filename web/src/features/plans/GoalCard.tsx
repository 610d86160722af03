import type { StrategyPageQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, Disclosure } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { DragHandle } from "../templates";
import type { Goal } from "./useGoals";

type GoalCardProps = {
  goal: Goal;
  /** how many chapters there are; null for a chapter, which is not told of the others */
  tally: StrategyPageQuery["planTally"] | null;
  moves: boolean;
  onEdit?: () => void;
};

/** A goal, and above the chapters who stands behind it and whose plan does not. */
export function GoalCard({ goal, tally, moves, onEdit }: GoalCardProps) {
  const texts = useAllTexts().plans.strategy;
  const format = useFormat();
  const unplanned = tally ? tally.chapters - tally.adopted - tally.drafts : 0;
  const names = (all: readonly string[], whole: number): string =>
    `${all.join(", ")}.${whole > all.length ? ` ${texts.more}` : ""}`;
  return (
    <Card
      title={
        moves ? (
          <span className="v-plan__activity">
            <DragHandle name={goal.text} /> {goal.text}
          </span>
        ) : (
          goal.text
        )
      }
      {...(goal.why && { lead: goal.why })}
      {...(onEdit && {
        aside: (
          <Button variant="plain" iconOnly icon={PencilIcon} onClick={onEdit}>
            {texts.edit(goal.text)}
          </Button>
        ),
      })}
      tone={tally && goal.chapters === 0 ? "attention" : "plain"}
    >
      {tally &&
        (goal.chapters === 0 ? (
          <p className="v-goal__who">{texts.nobody}</p>
        ) : (
          <>
            <p className="v-goal__who">{texts.standing(format.number(goal.chapters), format.number(tally.chapters))}</p>
            <Disclosure summary={texts.who}>
              <div className="v-goal__names">
                <p>{texts.behind(names(goal.chapterNames, goal.chapters))}</p>
                {goal.without.length > 0 && (
                  <p>{texts.without(names(goal.without, tally.adopted + tally.drafts - goal.chapters))}</p>
                )}
                {unplanned > 0 && <p>{texts.unplanned(format.number(unplanned))}</p>}
              </div>
            </Disclosure>
          </>
        ))}
    </Card>
  );
}
