import { osloDate } from "@varde/domain";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import type { FederationData, SettingName } from "./setting";

/** Who changed a setting last, and when, as the trail has it. */
export function LastChange({ of, changes }: { of: SettingName; changes: FederationData["changes"] }) {
  const { federation: texts } = useAllTexts();
  const format = useFormat();
  const change = changes.find(({ setting }) => setting === of);
  const words = change
    ? texts.changed(format.fullDate(osloDate(new Date(change.at))), change.actorName ?? null)
    : texts.neverChanged;
  return <p className="v-setting__changed">{words}</p>;
}
