import { Field, Float, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalizedText } from "../../kernel/graphql/shared-types.js";

export const MEMBERSHIPS = ["AS_IS", "AS_WAS"] as const;
export type Membership = (typeof MEMBERSHIPS)[number];
export const MembershipEnum = enumOf(
  MEMBERSHIPS,
  "RegionMembership",
  "Which day's regions chapters are counted in: as they are today, or as they were on the period's last day.",
);

const hidden = "; null is hidden";

@Output(
  "Touchpoints by how they stand. Null is hidden: a count of 1-4 persons, or one that such a count could be computed from; shown as `:`.",
)
export class StandingCounts {
  @Field(() => Int, { nullable: true, description: `Closed within the deadline${hidden}.` })
  onTime!: number | null;
  @Field(() => Int, { nullable: true, description: `Closed after the deadline${hidden}.` })
  late!: number | null;
  @Field(() => Int, { nullable: true, description: `Not closed when it could no longer be${hidden}.` })
  missed!: number | null;
  @Field(() => Int, { nullable: true, description: `On time + late + missed${hidden}.` })
  closed!: number | null;
  @Field(() => Int, { nullable: true, description: `Late + missed, for when the two are not told apart${hidden}.` })
  lateOrMissed!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `Done by national on behalf of a chapter where nobody was at it; in no share, and never about members${hidden}.`,
  })
  takenOver!: number | null;
  @Field(() => Int, { nullable: true, description: `Not closed, the deadline not passed; not judged yet${hidden}.` })
  open!: number | null;
  @Field(() => Int, { nullable: true, description: `Not closed, the deadline passed, not missed yet${hidden}.` })
  overdue!: number | null;
  @Field(() => Int, { nullable: true, description: `Found not to be relevant${hidden}.` })
  waived!: number | null;
  @Field(() => Int, { nullable: true, description: `Closed as «nobody this time»; in no denominator${hidden}.` })
  empty!: number | null;
  @Field(() => Int, { nullable: true, description: `Cancelled; in no denominator${hidden}.` })
  cancelled!: number | null;
}

@Output("A share with what it was computed from.")
export class Share {
  @Field(() => Int, { nullable: true, description: "The part; null when hidden." })
  numerator!: number | null;
  @Field(() => Int, { nullable: true, description: "Of how many; null when hidden." })
  denominator!: number | null;
  @Field(() => Float, { nullable: true, description: "0-1; null when the denominator is 0 or a part is hidden." })
  share!: number | null;
}

@Output("A chapter, as a row of a table names it.")
export class ChapterRef {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its full name." })
  name!: string;
  @Field(() => String, { description: "Its neutral short name." })
  shortName!: string;
  @Field(() => String, {
    description: "Its county today, two digits as in SSB; empty for the members without a chapter.",
  })
  county!: string;
  @Field(() => ID, { nullable: true, description: "The region it belongs to today." })
  regionId!: string | null;
  @Field(() => String, { nullable: true, description: "That region's name." })
  regionName!: string | null;
}

@Output("A template whose numbers can be compared.")
export class ComparedTemplate {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its key." })
  key!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  name!: LocalizedText;
  @Field(() => Boolean, {
    description: "Its touchpoints are about one member each: compared by published quarterly snapshots.",
  })
  aboutMember!: boolean;
  @Field(() => Int, { nullable: true, description: "Its place in the organization's core set." })
  corePosition!: number | null;
  @Field(() => [String], {
    description:
      "The periods that make sense, newest first: `2026-H2`, `2026-Q3`, `2026-10`, `2026`; for those about members `R12-2026-09-30`, the twelve months up to a quarter's end (`R24-`, `R36-`: two or three years).",
  })
  periods!: string[];
}
