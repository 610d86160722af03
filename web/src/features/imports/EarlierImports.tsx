import { useMemberImportsQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, RowCard, RowCards } from "../../ui";
import { newAndChanged, withoutMoves } from "./import-words";

/** Files sent before, to go on with or to see what became of them. Nothing is said where there are none. */
export function EarlierImports() {
  const texts = useAllTexts().imports;
  const format = useFormat();
  const [{ data }] = useMemberImportsQuery({ requestPolicy: "cache-and-network" });
  const nodes = data?.memberImports.nodes ?? [];
  if (nodes.length === 0) return null;
  return (
    <Card title={texts.earlier}>
      <RowCards joined>
        {nodes.map(({ id, state, createdAt, applied }) => (
          <RowCard
            key={id}
            to={`/medlemmer/importer/${id}`}
            title={format.moment(createdAt)}
            aside={newAndChanged(texts, format, withoutMoves(applied)) ?? texts.states[state]}
          />
        ))}
      </RowCards>
    </Card>
  );
}
