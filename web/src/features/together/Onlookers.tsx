import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { EyeIcon } from "../../ui/icons";
import { useLooking } from "./useLooking";
import { useStillTrue } from "./useStillTrue";
import { useTogether } from "./useTogether";
import "./together.css";

const firstName = (name: string): string => name.split(" ")[0] ?? name;

/** «Jonas ser på denne nå», and tells the others the same of oneself. Nothing stands there when one is alone. */
export function Onlookers({ touchpointId, on }: { touchpointId: string; on: boolean }) {
  const texts = useTexts().together;
  const format = useFormat();
  const { shared } = useTogether(touchpointId);
  useLooking(touchpointId, on);
  const others = useStillTrue(shared?.onlookers ?? []);
  const names = format.list(others.map(({ name }) => firstName(name)));
  // there before anybody comes, or a screen reader would not say it
  return (
    <div className="v-onlookers" data-some={others.length > 0 || undefined}>
      <p role="status">
        {others.length > 0 && (
          <>
            <EyeIcon aria-hidden fontSize="1.25rem" />
            {texts.looking(names)}
          </>
        )}
      </p>
    </div>
  );
}
