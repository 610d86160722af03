import { useState } from "react";
import { RollOutDocument } from "../../../../graphql/generated/graphql";
import { useRolloutPreviewQuery } from "../../../../graphql/generated/hooks";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { isNear, type Choice } from "./RolloutChoice";
import type { Done } from "./RolloutDone";
import type { Preview } from "./RolloutPreview";

const scopeOf = ({ to, from, catchUp, chapterIds, regionIds, sizeClasses }: Choice) => ({
  effectiveFrom: from,
  catchUp,
  chapterIds: to === "chapters" ? chapterIds : null,
  regionIds: to === "regions" ? regionIds : null,
  sizeClasses: to === "sizes" ? sizeClasses : null,
});

/** What is chosen, what it would do, the press, and what it did. */
export function useRollout(templateId: string, versionId: string) {
  const today = useFormat().today();
  const [choice, setChoice] = useState<Choice>({
    to: "all",
    regionIds: [],
    sizeClasses: [],
    chapterIds: [],
    from: today,
    catchUp: "SKIP",
  });
  const [id, setId] = useState(newId);
  const [reason, setReason] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const act = useAction(RollOutDocument);
  const scope = scopeOf(choice);
  const chosen =
    isNear(choice.from, today) && (scope.chapterIds ?? scope.regionIds ?? scope.sizeClasses ?? ["all"]).length > 0;
  const [result, ask] = useRolloutPreviewQuery({ variables: { input: { templateId, ...scope } }, pause: !chosen });
  const preview: Preview | undefined = chosen && !result.error ? result.data?.rolloutPreview : undefined;
  const problem: Failure | null = chosen ? errorOf(result.error) : null;
  const again = (): void => ask({ requestPolicy: "network-only" });

  const submit = async (): Promise<void> => {
    const capReason = preview && preview.chaptersAboveCap > 0 ? reason : null;
    const answer = await act.run({ id, templateId, versionId, capReason, ...scope });
    const rollout = answer?.rollOut.rollout;
    if (!rollout) return;
    setDone({
      chapters: rollout.chapterCount,
      made: rollout.touchpointCount,
      lifted: rollout.liftedCount,
      cancelled: rollout.cancelledCount,
      left: rollout.leftCount,
    });
    // another press is another roll-out
    setId(newId());
    setReason("");
    again();
  };
  const change = (next: Choice): void => {
    setChoice(next);
    setDone(null);
  };
  return {
    choice,
    change,
    reason,
    setReason,
    preview,
    chosen,
    problem,
    fetching: result.fetching,
    again,
    act,
    submit,
    done,
  };
}
