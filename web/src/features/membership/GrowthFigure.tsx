import type { LocalDate } from "@varde/domain";
import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { GrowthFigure_MembershipGrowthFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { DataTable, DefinitionLine } from "../../ui";
import { came, GROWTH_PARTS, growthSentence } from "./growth-words";
import "./membership.css";

type Props = { growth: FragmentType<typeof GrowthFigure_MembershipGrowthFragmentDoc>; asOf: LocalDate };

/** Who came and who went, as bars from a middle or as the table they are drawn from. */
export function GrowthFigure({ growth: masked, asOf }: Props) {
  const growth = readFragment(GrowthFigure_MembershipGrowthFragmentDoc, masked);
  const { membership: texts, ui } = useAllTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...GROWTH_PARTS.map((part) => growth[part]));
  const signed = (part: (typeof GROWTH_PARTS)[number]): string => {
    const n = growth[part];
    return n === 0 ? format.number(0) : `${came(part) ? "+" : "−"}${format.number(n)}`;
  };
  const rows = [
    { key: "opening", name: texts.opening, n: format.number(growth.opening) },
    ...GROWTH_PARTS.map((part) => ({ key: part, name: texts.parts[part], n: signed(part) })),
  ];
  return (
    <figure className="v-growth">
      {asTable ? (
        <DataTable
          caption={texts.figure}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: "part",
              header: texts.part,
              rowHeader: true,
              wrap: true,
              cell: ({ name }) => name,
              sum: texts.closing,
            },
            {
              key: "count",
              header: texts.count,
              numeric: true,
              cell: ({ n }) => n,
              sum: format.number(growth.closing),
            },
          ]}
        />
      ) : (
        <div
          role="img"
          className="v-growth__picture"
          aria-label={`${texts.figure}. ${growthSentence(growth, texts, format.number)}`}
        >
          {GROWTH_PARTS.map((part) => (
            <div key={part} className="v-growth__row" data-came={came(part) || undefined}>
              <span className="v-growth__name">{texts.parts[part]}</span>
              <span className="v-growth__track">
                {growth[part] > 0 && (
                  <span className="v-growth__bar" style={{ inlineSize: `${(100 * growth[part]) / most}%` }} />
                )}
              </span>
              <span className="v-growth__n">{signed(part)}</span>
            </div>
          ))}
        </div>
      )}
      <figcaption className="v-growth__foot">
        <DefinitionLine
          asOf={asOf}
          how={
            <ul>
              {texts.how.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
        >
          {texts.defined}
        </DefinitionLine>
        <button type="button" className="v-text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? ui.outcome.asChart : ui.outcome.asTable}
        </button>
      </figcaption>
    </figure>
  );
}
