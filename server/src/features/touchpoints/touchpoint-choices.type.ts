import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalizedText } from "../../kernel/graphql/shared-types.js";

@Output("A template of which the chapter has or has had touchpoints.")
export class TouchpointTemplateChoice {
  @Field(() => ID, { description: "The template." })
  id!: string;
  @Field(() => LocalizedText, { description: "Its name in its newest version." })
  name!: Text;
}

@Output("A seat of the chapter's board that holds today.")
export class TouchpointSeatChoice {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "The holder's name." })
  name!: string;
}

@Output("What the acting chapter's list can be narrowed to.")
export class TouchpointChoices {
  @Field(() => [TouchpointTemplateChoice], { description: "Templates, 100 at most." })
  templates!: TouchpointTemplateChoice[];
  @Field(() => [TouchpointSeatChoice], { description: "The board, 100 at most." })
  seats!: TouchpointSeatChoice[];
}
