import type { Channel, LocalizedText as Text, ReportField as ReportFieldData } from "@varde/domain";
import type { TemplateDefinition as Definition } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Meeting } from "../meetings/index.js";
import { CrisisContact } from "../organization/index.js";
import { OverlayPart } from "../adaptations/index.js";
import { ChannelEnum, ReportField, TemplateDefinition } from "../templates/index.js";
import { TakeOver } from "./take-over.type.js";
import { Answer, Touchpoint, TouchpointContact } from "./touchpoint.type.js";

@Output("A message with its merge fields filled. With anything missing it cannot be copied or sent.")
export class FilledMessage {
  @Field(() => String, { description: "Its key in the template." })
  key!: string;
  @Field(() => ChannelEnum, { description: "SMS, e-mail or conversation guide." })
  channel!: Channel;
  @Field(() => LocalizedText, { description: "What it is called." })
  title!: Text;
  @Field(() => LocalizedText, { nullable: true, description: "The subject of an e-mail." })
  subject!: Text | null;
  @Field(() => LocalizedText, {
    description: "The text. A guide is made of sections that begin with a line `## Heading`.",
  })
  body!: Text;
  @Field(() => [String], { description: "Names of the merge fields that are empty and stand as `{{name}}`." })
  missing!: string[];
}

@Output("What one board member has done of a touchpoint that each of them does.")
export class TouchpointPart {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "The holder's name." })
  name!: string;
  @Field(() => Boolean, { description: "It is the seat that asks." })
  mine!: boolean;
  @Field(() => Date, { nullable: true, description: "When they confirmed it; null while they have not." })
  doneAt!: Date | null;
}

@Output("One touchpoint with all it takes to carry it out.")
export class TouchpointDetail {
  @Field(() => Touchpoint, { description: "The touchpoint." })
  touchpoint!: Touchpoint;
  @Field(() => TouchpointContact, {
    nullable: true,
    description: "How to reach the member; null above the chapter and for what is about no one person.",
  })
  contact!: TouchpointContact | null;
  @Field(() => TemplateDefinition, {
    description: "What national designed, in the chapter's own words where it has any.",
  })
  definition!: Definition;
  @Field(() => [OverlayPart], { description: "What of it is the chapter's own; empty above the chapter." })
  adapted!: OverlayPart[];
  @Field(() => Boolean, { description: "National has left something open for the chapter to adapt." })
  adaptable!: boolean;
  @Field(() => String, { description: "The version's number, `major.minor`." })
  versionNumber!: string;
  @Field(() => [FilledMessage], { description: "The messages, filled." })
  messages!: FilledMessage[];
  @Field(() => [Answer], { description: "What has been answered." })
  answers!: Answer[];
  @Field(() => [ReportField], {
    description: "What is asked of this touchpoint: a period report has its one question.",
  })
  reportFields!: ReportFieldData[];
  @Field(() => [Answer], { description: "What the register and the meeting already say." })
  prefilled!: Answer[];
  @Field(() => Meeting, { nullable: true, description: "The meeting the board has chosen." })
  meeting!: Meeting | null;
  @Field(() => Meeting, {
    nullable: true,
    description: "The meeting that fills the messages while none is chosen: the chapter's next.",
  })
  nextMeeting!: Meeting | null;
  @Field(() => [CrisisContact], { description: "Whom to call when a conversation gets heavy." })
  crisisContacts!: CrisisContact[];
  @Field(() => TakeOver, {
    nullable: true,
    description: "What taking it over on behalf of the chapter asks; null when the seat may not, and in the chapter.",
  })
  takeOver!: TakeOver | null;
  @Field(() => [TouchpointPart], {
    description:
      "Of what each board member does: who is on the board or has confirmed it, the confirmed first. Empty for all else, and above the chapter.",
  })
  parts!: TouchpointPart[];
}

@Output("The touchpoint as it stands after a change, or as somebody else left it.")
export class TouchpointPayload {
  /** of the rest, what was not asked for need not be there */
  @Field(() => TouchpointDetail, { nullable: true, description: "The touchpoint; null when there is none to show." })
  detail!: Pick<TouchpointDetail, "touchpoint"> | null;
  @Field(() => Touchpoint, {
    nullable: true,
    description:
      "What to go on with: open, not resting and nobody else's, of the same template first, then by due day. Null for none.",
  })
  next?: Touchpoint | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A template the board may start by hand.")
export class StartableTemplate {
  @Field(() => ID, { description: "The template." })
  id!: string;
  @Field(() => String, { description: "Its key." })
  key!: string;
  @Field(() => LocalizedText, { description: "Its name." })
  name!: Text;
  @Field(() => LocalizedText, { description: "What it is for." })
  purpose!: Text;
  @Field(() => Boolean, { description: "It is about one member, who must be named when it is started." })
  aboutMember!: boolean;
  @Field(() => Int, { nullable: true, description: "Minutes it takes; null when not said." })
  minutes!: number | null;
}

@Output("What was started by hand.")
export class StartTouchpointPayload {
  @Field(() => Int, { description: "How many touchpoints there are from this start." })
  created!: number;
  @Field(() => [ID], { description: "Their ids." })
  touchpointIds!: string[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
