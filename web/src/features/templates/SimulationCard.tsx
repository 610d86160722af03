import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { Simulation_SimulationFragmentDoc } from "../../../../graphql/generated/graphql";
import { useSimulateTemplateQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, ErrorState, Skeleton } from "../../ui";
import { SimulationFigure } from "./SimulationFigure";
import { useSimulationSentence } from "./useSimulationWords";

/** What a version would have asked this year, small, with the way to the whole of it. */
export function SimulationCard({ templateId, versionId }: { templateId: string; versionId: string }) {
  const words = useAllTexts().rollout.simulation;
  const year = useFormat().today().slice(0, 4);
  const sentence = useSimulationSentence();
  const [result, reload] = useSimulateTemplateQuery({ variables: { templateId, versionId, year: null } });
  const problem = errorOf(result.error);
  const simulation = readFragment(Simulation_SimulationFragmentDoc, result.data?.simulateTemplate);
  if (!simulation) {
    return problem ? (
      <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
    ) : (
      <Card>
        <Skeleton of="text" count={6} />
      </Card>
    );
  }
  return (
    <Card title={words.title(simulation.versionNumber, year)}>
      <p>{sentence(simulation)}</p>
      {simulation.total > 0 && <SimulationFigure simulation={simulation} />}
      {simulation.state === "RUN" && (
        <p>
          <Link to={`/punkter/${templateId}/simulering?versjon=${versionId}`}>{words.open}</Link>
        </p>
      )}
    </Card>
  );
}
