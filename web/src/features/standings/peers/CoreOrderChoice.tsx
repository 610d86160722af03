import { useAllTexts } from "../../../texts";
import { Select } from "../../../ui";
import { coreOrderOf, coreOrderText, type CoreOrder } from "./core-order";

const NAME = "lag";

/** By name until another order is asked for: the heads of the table lead to the points, so it is chosen here. */
export function CoreOrderChoice(props: {
  points: readonly { id: string; name: string }[];
  order: CoreOrder | null;
  onOrder: (order: CoreOrder | null) => void;
}) {
  const { points, order, onOrder } = props;
  const { peers, standings } = useAllTexts();
  const ids = points.map(({ id }) => id);
  const both = (point: { id: string; name: string }, descending: boolean) => ({
    value: coreOrderText({ id: point.id, descending }),
    label: (descending ? peers.core.most : peers.core.fewest)(point.name),
  });
  return (
    <div className="v-core-order">
      <Select
        label={standings.table.sort}
        value={order ? coreOrderText(order) : NAME}
        options={[
          { value: NAME, label: standings.table.chapter },
          ...points.flatMap((point) => [both(point, true), both(point, false)]),
        ]}
        onChange={(text) => onOrder(coreOrderOf(text, ids))}
      />
    </div>
  );
}
