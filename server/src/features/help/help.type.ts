import { Field } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";

@Output("Somebody one can ask, by name and office.")
export class Helper {
  @Field(() => String, { description: "Their name." })
  name!: string;
  @Field(() => RoleEnum, { description: "Their office." })
  role!: Role;
  @Field(() => String, { description: "Of what: the short name of a chapter, a region or the organization." })
  unit!: string;
}

@Output("Whom to ask, and whether one has practised.")
export class Help {
  @Field(() => [Helper], { description: "Those nearest first; twelve at most, and never oneself." })
  people!: Helper[];
  @Field(() => Boolean, {
    description: "A practice task is offered: one sits on a board, has closed nothing, and has not said no.",
  })
  practiceOffered!: boolean;
}

@Output("What became of it.")
export class HelpPayload {
  @Field(() => Help, { nullable: true, description: "As it stands now." })
  help!: Help | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
