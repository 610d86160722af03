import { useTexts } from "../texts";
import "./progress.css";

const MAX = 12;

/** A segment a step; the words say the rest. Over twelve steps it is one bar. */
export function Progress({ done, of, label }: { done: number; of: number; label?: string }) {
  const texts = useTexts().ui;
  const parts = of > MAX ? 1 : of;
  const spoken = texts.progress(done, of);
  return (
    <div className="v-progress" role="img" aria-label={label ? `${label}: ${spoken}` : spoken}>
      {Array.from({ length: parts }, (_, index) => {
        const key = `step-${index}`;
        if (of > MAX) return <progress key={key} className="v-progress__whole" value={done} max={of} />;
        return (
          <span key={key} className={index < done ? "v-progress__part v-progress__part--done" : "v-progress__part"} />
        );
      })}
    </div>
  );
}
