import { useState } from "react";
import type { Simulation_SimulationFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { DataTable, DefinitionLine, WeekBars } from "../../ui";
import { PictureButtons, weeksPicture } from "../standings";
import { useSimulationSentence } from "./useSimulationWords";
import "./rollout.css";

/** `name`: of what it is, where it can be taken out as a picture. */
type SimulationFigureProps = { simulation: Simulation_SimulationFragment; wide?: boolean; name?: string };

/** The weeks of a simulation as bars or as a table, with what is counted under it. */
export function SimulationFigure({ simulation, wide, name }: SimulationFigureProps) {
  const { rollout, takeOut, ui } = useAllTexts();
  const words = rollout.simulation;
  const format = useFormat();
  const sentence = useSimulationSentence();
  const [asTable, setAsTable] = useState(false);
  const number = (n: number): string => format.number(n);
  return (
    <figure className="v-simulation">
      {asTable ? (
        <div className="v-simulation__table">
          <DataTable
            caption={words.chart}
            rows={simulation.weeks}
            rowKey={({ week }) => week}
            highlight={({ week }) => week === simulation.peak?.week}
            columns={[
              {
                key: "week",
                header: words.weekHead,
                rowHeader: true,
                cell: ({ week }) =>
                  `${format.sentence(words.week(String(Number(week.slice(6)))))}, ${week.slice(0, 4)}`,
              },
              { key: "n", header: words.count, numeric: true, cell: ({ n }) => number(n) },
            ]}
          />
        </div>
      ) : (
        <WeekBars
          weeks={simulation.weeks}
          peak={simulation.peak}
          label={`${words.chart}. ${sentence(simulation)}`}
          weekWord={words.week}
          number={number}
          {...(wide && { wide })}
        />
      )}
      <figcaption className="v-simulation__foot">
        <DefinitionLine asOf={simulation.to} how={<p>{words.how}</p>}>
          {words.definition}
          {simulation.rounded && ` ${words.rounded}`}
        </DefinitionLine>
        <button type="button" className="v-text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? ui.outcome.asChart : ui.outcome.asTable}
        </button>
        {name !== undefined && (
          <PictureButtons
            fileName={[name, words.chart, simulation.to].join(" ")}
            picture={(measure) =>
              weeksPicture(
                {
                  title: sentence(simulation),
                  lead: `${name}. ${words.chart}.`,
                  weeks: simulation.weeks,
                  peak: simulation.peak,
                  weekWord: words.week,
                  number,
                  notes: [
                    words.definition,
                    ...(simulation.rounded ? [words.rounded] : []),
                    takeOut.asOf(format.fullDate(simulation.to)),
                  ],
                },
                measure,
              )
            }
            of={words.chart}
          />
        )}
      </figcaption>
    </figure>
  );
}
