import { Field } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, Problem } from "../../kernel/graphql/shared-types.js";

@Output("One's own secret address for a calendar, for the seat acted in.")
export class CalendarFeed {
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => Boolean, { description: "Whether the year's days are in it too." })
  withYear!: boolean;
}

@Output("The address after the change.")
export class CalendarFeedPayload {
  @Field(() => CalendarFeed, { nullable: true, description: "The address that works now; null for none." })
  calendarFeed!: CalendarFeed | null;
  @Field(() => String, {
    nullable: true,
    description: "The address itself, shown this once: whoever has it sees the chapter's meetings and deadlines.",
  })
  url!: string | null;
  @Field(() => [Problem], { description: "What to mend; then nothing is changed." })
  problems!: ProblemData[];
}

@Input("Makes a new address for one's calendar; the one before stops working.")
export class CreateCalendarFeedInput extends KeyedInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the year's days are in it too: the organization's, of the annual meeting and of the plan.",
  })
  withYear!: boolean;
}

@Input("Ends the address of one's calendar.")
export class RevokeCalendarFeedInput extends KeyedInput {}
