import { Skeleton as DsSkeleton } from "@digdir/designsystemet-react";
import { useTexts } from "../texts";
import { VisuallyHidden } from "./VisuallyHidden";
import "./skeleton.css";

const KEYS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"];

function Bone({ shape }: { shape: string }) {
  return <DsSkeleton className={`v-bone v-bone--${shape}`} />;
}

/** In the shape of what comes, so that nothing jumps: the hero card and row cards, a table, lines of text, or a whole page. */
export function Skeleton({ of, count = 3 }: { of: "cards" | "hero" | "table" | "text" | "page"; count?: number }) {
  const texts = useTexts().app;
  const keys = KEYS.slice(0, count);
  return (
    <div className="v-skeleton" role="status">
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      <div aria-hidden className="v-skeleton__shapes">
        {of === "page" && (
          <div className="v-skeleton__head">
            <Bone shape="meta" />
            <Bone shape="title" />
            <Bone shape="lead" />
          </div>
        )}
        {of === "hero" && <Bone shape="hero" />}
        {(of === "cards" || of === "hero" || of === "page") && keys.map((key) => <Bone key={key} shape="card" />)}
        {of === "table" && (
          <div className="v-skeleton__table">
            {keys.map((key) => (
              <div key={key} className="v-skeleton__row">
                <Bone shape="cell" />
                <Bone shape="bar" />
              </div>
            ))}
          </div>
        )}
        {of === "text" && keys.map((key) => <Bone key={key} shape="line" />)}
      </div>
    </div>
  );
}
