import { addMonths } from "@varde/domain";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, FormActions, TextArea } from "../../ui";
import type { Preview } from "./RolloutPreview";

const NAMED = 4;

type RolloutCapProps = {
  preview: Preview;
  reason: string;
  problem: string | undefined;
  onReason: (reason: string) => void;
  onPostpone: (from: string) => void;
  /** The chapters that stay below the cap; null when there are none. */
  onWithout: (chapterIds: string[]) => void;
};

/** The chapters a roll-out takes above the cap: why that is all right, or what else one may do. */
export function RolloutCap({ preview, reason, problem, onReason, onPostpone, onWithout }: RolloutCapProps) {
  const { rollout: words, templates } = useAllTexts();
  const format = useFormat();
  const cap = preview.capMinutes / 60;
  const above = preview.chapters.filter(({ aboveCap }) => aboveCap);
  const below = preview.chapters.filter(({ aboveCap }) => !aboveCap);
  const already = below.filter(({ hoursAfter }) => hoursAfter > cap).length;
  const monthName = format.month(`${preview.month}-01`);
  if (above.length === 0) return already > 0 ? <Card>{words.capCard.already(already)}</Card> : null;
  const names = above.slice(0, NAMED).map(({ shortName }) => shortName);
  if (above.length > NAMED) names.push(words.capCard.others(above.length - NAMED));
  const next = addMonths(`${preview.month}-01`, 1);
  return (
    <Card
      tone="attention"
      title={words.capCard.title(
        format.sentence(above.length <= 12 ? words.sum(format.words(above.length)) : templates.chapters(above.length)),
      )}
    >
      <p>{words.capCard.body(format.list(names), format.number(cap, 1), monthName)}</p>
      {already > 0 && <p>{words.capCard.already(already)}</p>}
      <FormActions>
        <Button onClick={() => onPostpone(next)}>{words.capCard.postpone(format.month(next))}</Button>
        {below.length > 0 && (
          <Button onClick={() => onWithout(below.map(({ chapterId }) => chapterId))}>{words.capCard.without}</Button>
        )}
      </FormActions>
      <TextArea
        label={words.capCard.reason}
        help={words.capCard.reasonHelp}
        value={reason}
        maxLength={500}
        problem={problem}
        onChange={onReason}
      />
    </Card>
  );
}
