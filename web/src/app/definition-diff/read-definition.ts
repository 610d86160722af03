import type { TemplateDefinition } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { DefinitionDiff_DefinitionFragmentDoc } from "../../../../graphql/generated/graphql";

/** Data of the API as the definition it is: without `__typename` and without what is empty. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== "__typename" && inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, bare(inner)]),
  );
}

/** A whole definition as the API gives it (`...DefinitionDiff_definition`): its shape is the domain's, with fragments only the types know of. */
export const readDefinition = (data: FragmentType<typeof DefinitionDiff_DefinitionFragmentDoc>): TemplateDefinition =>
  bare(readFragment(DefinitionDiff_DefinitionFragmentDoc, data)) as TemplateDefinition;
