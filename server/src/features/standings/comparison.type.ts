import { Field, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { ChapterRef, ComparedTemplate, MembershipEnum, Share, StandingCounts } from "./counts.type.js";
import type { Membership } from "./counts.type.js";
import { PeerGroup } from "./peers.type.js";

@Output("One chapter in a comparison.")
export class ComparisonRow {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => StandingCounts, { description: "How its touchpoints stand." })
  counts!: StandingCounts;
  @Field(() => Share, { description: "(On time + late) of closed." })
  completion!: Share;
  @Field(() => Share, { description: "On time of closed." })
  timeliness!: Share;
  @Field(() => Share, {
    description: "Waived of all that was expected, beside the others so that nothing hides there.",
  })
  waiverShare!: Share;
  @Field(() => Boolean, { description: "Too few persons to say anything about the outcome." })
  hidden!: boolean;
  @Field(() => Boolean, { description: "The touchpoints behind the numbers may be read." })
  drillable!: boolean;
}

@Output("Chapters side by side for a template and a period.")
export class Comparison {
  @Field(() => ComparedTemplate, { description: "The template." })
  template!: ComparedTemplate;
  @Field(() => String, { description: "The period's id." })
  period!: string;
  @Field(() => LocalDateScalar, { description: "Its first day." })
  periodStart!: string;
  @Field(() => LocalDateScalar, { description: "Its last day." })
  periodEnd!: string;
  @Field(() => LocalDateScalar, { description: "The day the numbers stand for." })
  referenceDate!: string;
  @Field(() => Boolean, { description: "True: counts of persons from a published quarterly snapshot. False: live." })
  fromSnapshot!: boolean;
  @Field(() => [ComparisonRow], { description: "The chapters of the reach by name; never ranked." })
  rows!: ComparisonRow[];
  @Field(() => StandingCounts, { description: "All of them together; counts also what is hidden in a row." })
  total!: StandingCounts;
  @Field(() => Share, { description: "Sum of the rows' numerators of sum of their denominators." })
  completion!: Share;
  @Field(() => Share, { description: "Sum of the rows' numerators of sum of their denominators." })
  timeliness!: Share;
  @Field(() => [Int], {
    description: "Major versions behind the numbers; more than one means that the series is broken.",
  })
  majors!: number[];
  @Field(() => String, { description: "The unit the total stands for." })
  scopeName!: string;
  @Field(() => PeerGroup, {
    nullable: true,
    description:
      "The size its chapters have, when one was asked for; the total is theirs. Of a snapshot it is then the sum of what they show.",
  })
  group!: PeerGroup | null;
  @Field(() => MembershipEnum, { description: "Which day's regions; a snapshot is always as it was." })
  membership!: Membership;
  @Field(() => LocalDateScalar, { description: "The day whose regions the chapters are counted in." })
  membershipOn!: string;
  @Field(() => Boolean, {
    description: "Some chapter was in another region on the period's last day than today, so the two readings differ.",
  })
  regionsMoved!: boolean;
  @Field(() => [ChapterRef], {
    description: "Chapters of the region on that day that are out of reach now, and in no number here.",
  })
  elsewhere!: ChapterRef[];
}
