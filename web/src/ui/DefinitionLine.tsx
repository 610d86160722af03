import type { LocalDate } from "@varde/domain";
import type { ReactNode } from "react";
import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import "./definition-line.css";

/** Under every picture: what is counted, per which day, and how. `how` is folded behind «Slik regner vi». */
export function DefinitionLine({ asOf, how, children }: { asOf?: LocalDate; how?: ReactNode; children?: ReactNode }) {
  const texts = useTexts().ui.definition;
  const format = useFormat();
  return (
    <div className="v-definition">
      <p>
        {children}
        {children !== undefined && asOf !== undefined && " "}
        {asOf !== undefined && `${texts.asOf(format.fullDate(asOf))}.`}
      </p>
      {how !== undefined && (
        <details>
          <summary className="v-definition__how">{texts.howWeCount}</summary>
          <div className="v-definition__text">{how}</div>
        </details>
      )}
    </div>
  );
}
