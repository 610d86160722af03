import type { Simulation_SimulationFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";

const IN_WORDS = 12;

/** «Hadde dette gått siden 1. januar: 214 oppgaver, 37 i uke 52, tre lag over taket.», or why it could not be counted. */
export function useSimulationSentence(): (simulation: Simulation_SimulationFragment) => string {
  const words = useAllTexts().rollout.simulation;
  const format = useFormat();
  return ({ state, from, total, peak, rounded, chaptersAboveCap: above }) => {
    if (state !== "RUN") return words[state];
    const year = from.slice(0, 4);
    const since = year === format.today().slice(0, 4) ? words.since(format.date(from)) : words.during(year);
    if (total === 0) return words.nothing(since);
    const tasks = words.tasks(total).replace(String(total), format.number(total));
    const inWords = above <= IN_WORDS ? format.words(above) : format.number(above);
    return words.sentence(
      since,
      rounded ? words.about(tasks) : tasks,
      peak ? words.peak(format.number(peak.n), String(Number(peak.week.slice(6)))) : "",
      words.above(above, inWords),
    );
  };
}
