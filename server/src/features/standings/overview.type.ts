import { Field, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { ChapterRef, ComparedTemplate, StandingCounts } from "./counts.type.js";

@Output("How one template of the core set stands in the reach.")
export class CoreStanding {
  @Field(() => ComparedTemplate, { description: "The template." })
  template!: ComparedTemplate;
  @Field(() => StandingCounts, { description: "All chapters of the reach together." })
  counts!: StandingCounts;
  @Field(() => String, { nullable: true, description: "The version in use, such as `1.2`." })
  versionNumber!: string | null;
  @Field(() => Int, { description: "Chapters the numbers are about." })
  chapterCount!: number;
  @Field(() => Boolean, { description: "From a published quarterly snapshot, not live." })
  fromSnapshot!: boolean;
  @Field(() => LocalDateScalar, { description: "The day the numbers stand for." })
  referenceDate!: string;
  @Field(() => Int, { description: "Estimated seconds to report." })
  burdenSeconds!: number;
  @Field(() => String, { description: "The period's id." })
  period!: string;
}

@Output("A chapter that may need help. What is counted are its duties, never persons.")
export class ChapterNeed {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => Int, { description: "Duties past their deadline that can still be done." })
  overdue!: number;
  @Field(() => Int, { description: "Duties that were missed in the last twelve months." })
  missed!: number;
  @Field(() => Int, {
    nullable: true,
    description: "Days since anyone of its board was here; null when nobody ever was.",
  })
  daysSinceSignIn!: number | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day its board answered a greeting by asking for help, while nobody has written since; two weeks.",
  })
  askedForHelpOn!: string | null;
  @Field(() => Int, { description: "Board seats that hold today and have a person." })
  activeSeats!: number;
}

@Output("What a region or the federation wants to know first.")
export class Overview {
  @Field(() => [CoreStanding], { description: "The core set, in its order." })
  core!: CoreStanding[];
  @Field(() => [ChapterNeed], {
    description: "Chapters that may need help: those that asked, then the most silent; never a rank.",
  })
  needs!: ChapterNeed[];
  @Field(() => Int, { description: "Chapters in the reach." })
  chapterCount!: number;
  @Field(() => LocalDateScalar, { description: "The day the live numbers stand for." })
  referenceDate!: string;
}

@Output("A chapter's own numbers of one period, exact.")
export class OwnPeriod {
  @Field(() => String, { description: "The period's id." })
  period!: string;
  @Field(() => StandingCounts, { description: "How its touchpoints stand; nothing is hidden." })
  counts!: StandingCounts;
}

@Output("A chapter against itself, for one template of the core set.")
export class OwnStanding {
  @Field(() => ComparedTemplate, { description: "The template." })
  template!: ComparedTemplate;
  @Field(() => [OwnPeriod], { description: "This period and the three before it, newest first." })
  periods!: OwnPeriod[];
}
