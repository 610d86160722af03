import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";

/** The fields of the answer that the client asked for, directly or through a fragment. */
function fieldsOf(info: GraphQLResolveInfo, of: readonly FieldNode[]): FieldNode[] {
  const within = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((one) => {
      if (one.kind === "Field") return [one];
      const part = one.kind === "FragmentSpread" ? info.fragments[one.name.value] : one;
      return within(part?.selectionSet);
    });
  return of.flatMap((node) => within(node.selectionSet));
}

/** Whether the client asked for this field of the answer. */
export const asksFor = (info: GraphQLResolveInfo, field: string): boolean =>
  fieldsOf(info, info.fieldNodes).some(({ name }) => name.value === field);

/** Whether this is all the client asked for of a field of the answer; true as well when it did not ask for that field. */
export function asksOnly(info: GraphQLResolveInfo, field: string, part: string): boolean {
  const of = fieldsOf(info, info.fieldNodes).filter(({ name }) => name.value === field);
  return fieldsOf(info, of).every(({ name }) => name.value === part || name.value === "__typename");
}
