import type { Language, LevelTerm } from "@varde/domain";
import { LEVEL_TERMS } from "@varde/domain";
import { Field } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LanguageEnum } from "../../kernel/graphql/shared-types.js";

export const LevelTermEnum = enumOf(LEVEL_TERMS, "LevelTerm", "What the tier between national and chapters is called.");

@Output("What every page shows of the organization acted in: its words, languages and colour.")
export class ViewerOrganization {
  @Field(() => LevelTermEnum, { description: "What the tier between national and chapters is called." })
  levelTerm!: LevelTerm;
  @Field(() => [LanguageEnum], { description: "The languages one may choose." })
  languages!: Language[];
  @Field(() => String, { nullable: true, description: "Its main colour, `#rrggbb`; null for the app's own." })
  mainColour!: string | null;
}
