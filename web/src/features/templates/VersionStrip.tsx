import { useAllTexts } from "../../texts";
import "./version-strip.css";

type Rolled = {
  versionNumber: string;
  returnsFrom: string | null;
  withdrawnAt: string | null;
  ring: "PILOT" | "WAVE" | "ALL";
  chapterCount: number;
};
const RINGS = ["PILOT", "WAVE", "ALL"] as const;

/** How far a template has come: filled = everyone, outlined = some chapters with their number, grey = empty. */
export function VersionStrip({ rollouts }: { rollouts: readonly Rolled[] }) {
  const texts = useAllTexts().templates;
  // newest first: the first of a ring is the one that counts there; what was taken back, and the way back, are no steps
  const steps = rollouts.filter((one) => one.returnsFrom === null && one.withdrawnAt === null).toReversed();
  const latest = new Map(steps.map((rollout) => [rollout.ring, rollout]));
  const words = RINGS.flatMap((ring) => {
    const found = latest.get(ring);
    return found ? [`${texts.rings[ring]} ${found.versionNumber}, ${texts.chapters(found.chapterCount)}`] : [];
  });
  return (
    <span className="v-strip" role="img" aria-label={texts.stripLabel(words.join("; ") || texts.notRolledOut)}>
      {RINGS.map((ring) => {
        const found = latest.get(ring);
        return (
          <span key={ring} className="v-strip__ring" data-state={found ? (ring === "ALL" ? "full" : "some") : "none"}>
            {texts.rings[ring]}
            {found && <strong>{found.versionNumber}</strong>}
            {found && ring !== "ALL" && <span>· {texts.chapters(found.chapterCount)}</span>}
          </span>
        );
      })}
    </span>
  );
}
