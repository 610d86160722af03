import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  RolloutStrip_RolloutFragmentDoc,
  type RolloutStrip_RolloutFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Tag } from "../../ui";
import "./rollout-strip.css";

const RINGS = ["PILOT", "WAVE", "ALL"] as const;
type Ring = (typeof RINGS)[number];
const RADIUS: Record<Ring, number> = { PILOT: 7, WAVE: 13, ALL: 19 };

/** Three circles in one another: filled up to this ring, dashed where it is only previewed. */
function RingMark({ ring, previewed, reached }: { ring: Ring; previewed: boolean; reached: boolean }) {
  return (
    <svg
      className="v-ring"
      data-reached={reached ? "" : undefined}
      viewBox="-22 -22 44 44"
      width="44"
      height="44"
      aria-hidden
    >
      {RINGS.toReversed().map((one) => {
        const within = RADIUS[one] <= RADIUS[ring];
        return (
          <circle
            key={one}
            r={RADIUS[one]}
            className={within ? `v-ring__in v-ring__in--${one}` : "v-ring__out"}
            data-edge={one === ring && previewed ? "" : undefined}
          />
        );
      })}
    </svg>
  );
}

type RolloutStripProps = {
  rollouts: readonly FragmentType<typeof RolloutStrip_RolloutFragmentDoc>[];
  versionId: string;
  /** The ring that is being chosen, and what it would be. */
  next: { ring: "WAVE" | "ALL"; chapterCount: number; from: string } | null;
};

/** Pilot › Bølge › Alle of one version: what has been done, and what the page shows before it is. */
export function RolloutStrip({ rollouts, versionId, next }: RolloutStripProps) {
  const texts = useAllTexts();
  const words = texts.rollout.strip;
  const format = useFormat();
  const its = rollouts
    .map((rollout) => readFragment(RolloutStrip_RolloutFragmentDoc, rollout))
    .filter((rollout) => rollout.versionId === versionId && rollout.returnsFrom === null);
  const of = (ring: Ring): RolloutStrip_RolloutFragment[] => its.filter((rollout) => rollout.ring === ring);
  return (
    <ol className="v-rings" aria-label={words.label}>
      {RINGS.map((ring) => {
        const done = of(ring);
        const standing = done.filter(({ withdrawnAt }) => withdrawnAt === null);
        const [latest] = standing;
        const previewed = next?.ring === ring;
        const count = previewed ? next.chapterCount : standing.reduce((sum, { chapterCount }) => sum + chapterCount, 0);
        const from = previewed ? next.from : latest?.effectiveFrom;
        return (
          <li key={ring} className="v-rings__ring">
            <RingMark ring={ring} previewed={previewed} reached={previewed || standing.length > 0} />
            <span className="v-rings__text">
              <strong>
                {texts.templates.rings[ring]}
                {(previewed || standing.length > 0) && <span> {texts.templates.chapters(count)}</span>}
              </strong>
              <span className="v-rings__note">
                {from ? words.from(format.date(from)) : done.length > 0 ? words.withdrawn : words.none}
                {!previewed && standing.length > 1 && `, ${words.several(standing.length)}`}
              </span>
            </span>
            {previewed ? <Tag>{words.previewed}</Tag> : standing.length > 0 && <Tag tone="good">{words.done}</Tag>}
          </li>
        );
      })}
    </ol>
  );
}
