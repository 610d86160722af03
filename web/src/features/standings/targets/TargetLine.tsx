import type { ReactNode } from "react";
import type { TargetWords_ProgressFragment as Progress } from "../../../../../graphql/generated/graphql";
import { Tag } from "../../../ui";
import type { Seen } from "./target-words";
import { useTargetWords } from "./useTargetWords";
import "./targets.css";

/** What is to be reached, how it is measured, and how far one has come: words, then numbers. */
export function TargetLine({
  seen,
  progress,
  children,
}: {
  seen: Seen;
  /** null where there is nothing for all together */
  progress: Progress | null;
  children?: ReactNode;
}) {
  const words = useTargetWords();
  return (
    <div className="v-target">
      <p className="v-target__head">
        <strong>{words.name(seen)}</strong>
        {progress && <TargetStatusTag progress={progress} />}
      </p>
      {progress && <p>{words.said(seen, progress)}</p>}
      <p className="v-target__measured">{words.measured(seen)}</p>
      {children}
    </div>
  );
}

/** Plain but for what is reached: nobody is painted red. */
export function TargetStatusTag({ progress }: { progress: Progress }) {
  const words = useTargetWords();
  return <Tag tone={progress.status === "REACHED" ? "good" : "plain"}>{words.stands(progress)}</Tag>;
}
