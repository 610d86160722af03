import { useNavigate } from "react-router";
import { useAllTexts } from "../../../texts";
import { Button } from "../../../ui";
import { BarChartIcon } from "../../../ui/icons";

type TrySimulationProps = { templateId: string; versionId: string; save: () => Promise<boolean> };

/** From when and how often it begins to what that would have meant this year, once all that is written is saved. */
export function TrySimulation({ templateId, versionId, save }: TrySimulationProps) {
  const texts = useAllTexts().rollout.simulation;
  const navigate = useNavigate();
  const look = async (): Promise<void> => {
    if (await save()) await navigate(`/punkter/${templateId}/simulering?versjon=${versionId}`);
  };
  return (
    <div>
      <Button icon={BarChartIcon} onClick={() => void look()}>
        {texts.try}
      </Button>
    </div>
  );
}
