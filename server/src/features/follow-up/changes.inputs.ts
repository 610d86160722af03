import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";

@Input("That the overview has been looked at.")
export class LookAtOverviewInput extends KeyedInput {}
