import type { ReactNode } from "react";
import { useAllTexts } from "../../texts";
import { Button, Tag } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { useRowWords, type Row } from "./plan";

const CELLS = ["aim", "measures", "resultAim"] as const;

/** What the columns are called, over them at the desk. Each cell says its own on the phone and to a screen reader. */
export function RowHead() {
  const { columns } = useAllTexts().plans;
  return (
    <div className="v-plan__head" aria-hidden>
      {(["activity", ...CELLS, "status"] as const).map((key) => (
        <span key={key}>{columns[key]}</span>
      ))}
    </div>
  );
}

type PlanRowProps = { row: Row; onOpen?: () => void; handle?: ReactNode };

/** A row as it is read. */
export function PlanRow({ row, onOpen, handle }: PlanRowProps) {
  const texts = useAllTexts().plans;
  const words = useRowWords();
  const name = row.activity || texts.newRow;
  const progress = words.progress(row);
  const due = words.due(row);
  return (
    <div className="v-plan__cells">
      <div className="v-plan__activity">
        {handle}
        <h2 className="v-plan__name">
          {row.nr && <span className="v-plan__nr">{row.nr}</span>} {name}
        </h2>
        {onOpen && (
          <Button variant="plain" iconOnly icon={PencilIcon} onClick={onOpen}>
            {texts.edit(name)}
          </Button>
        )}
      </div>
      {CELLS.map((key) => (
        <div className="v-plan__cell" key={key}>
          <p className="v-plan__label">{texts.columns[key]}</p>
          <p className="v-plan__text">{row[key] || <span className="v-plan__empty">{texts.empty}</span>}</p>
        </div>
      ))}
      <div className="v-plan__cell v-plan__far">
        <p className="v-plan__label">{texts.columns.status}</p>
        <p>
          <Tag tone={row.status === "DONE" ? "good" : "plain"}>{texts.statuses[row.status]}</Tag>
        </p>
        {progress && <p className="v-plan__line">{progress}</p>}
        <p className="v-plan__line">{words.who(row)}</p>
        {due && <p className="v-plan__line">{due}</p>}
        {row.goalText && <p className="v-plan__line">{texts.goal(row.goalText)}</p>}
        {row.learnt && <p className="v-plan__line">{texts.learnt(row.learnt)}</p>}
        {row.before && (
          <p className="v-plan__line">
            {texts.before(texts.statuses[row.before.status].toLocaleLowerCase())}{" "}
            {row.before.learnt && texts.learntBefore(row.before.learnt)}
          </p>
        )}
      </div>
    </div>
  );
}
