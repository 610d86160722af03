import type {
  Lockable,
  Overlay as OverlayData,
  OverlayPart as OverlayPartData,
  OwnMessage as OwnMessageData,
  OwnStep as OwnStepData,
  OwnText as OwnTextData,
} from "@varde/domain";
import { Field, Int } from "type-graphql";
import { Input, Output } from "../../kernel/graphql/output.js";
import { LockableEnum } from "../templates/index.js";

@Output("A chapter's own words by language; where there are none, national's stand.")
export class OwnText implements OwnTextData {
  @Field(() => String, { nullable: true, description: "Bokmål." })
  nb?: string | null;
  @Field(() => String, { nullable: true, description: "Nynorsk." })
  nn?: string | null;
  @Field(() => String, { nullable: true, description: "English." })
  en?: string | null;
}

@Output("A step in the chapter's own words, or one it has added.")
export class OwnStep implements OwnStepData {
  @Field(() => String, { description: "National's key, or the chapter's own (`own-…`) for an added one." })
  key!: string;
  @Field(() => OwnText, { description: "The words." })
  text!: OwnText;
}

@Output("A message in the chapter's own words.")
export class OwnMessage implements OwnMessageData {
  @Field(() => String, { description: "National's key." })
  key!: string;
  @Field(() => OwnText, { nullable: true, description: "What it is called." })
  title?: OwnText | null;
  @Field(() => OwnText, { nullable: true, description: "Subject of an e-mail." })
  subject?: OwnText | null;
  @Field(() => OwnText, { nullable: true, description: "The text." })
  body?: OwnText | null;
}

@Output("What a chapter has changed in one version, by national's keys. Never the report, and never what is judged.")
export class Overlay implements OverlayData {
  @Field(() => [OwnStep], { description: "National's steps in own words." })
  steps!: OwnStep[];
  @Field(() => [OwnStep], { description: "Own steps after national's, five at most." })
  added!: OwnStep[];
  @Field(() => [String], { description: "Keys of national's steps that are left out." })
  omitted!: string[];
  @Field(() => [OwnMessage], { description: "Messages in own words." })
  messages!: OwnMessage[];
  @Field(() => Int, {
    nullable: true,
    description: "Whole days the board's own deadline comes before national's; null for none.",
  })
  dueDaysEarlier?: number | null;
}

@Output("One thing an overlay changes: a step, a message or the own deadline.")
export class OverlayPart implements OverlayPartData {
  @Field(() => LockableEnum, { description: "Of which part." })
  part!: Lockable;
  @Field(() => String, { description: "The key of the step or message; empty for the deadline." })
  key!: string;
}

@Input("A chapter's own words by language.")
export class OwnTextInput implements OwnTextData {
  @Field(() => String, { nullable: true, description: "Bokmål." })
  nb?: string | null;
  @Field(() => String, { nullable: true, description: "Nynorsk." })
  nn?: string | null;
  @Field(() => String, { nullable: true, description: "English." })
  en?: string | null;
}

@Input("A step in own words.")
export class OwnStepInput implements OwnStepData {
  @Field(() => String, { description: "National's key; of an added step a key that begins with `own-`." })
  key!: string;
  @Field(() => OwnTextInput, { description: "The words; an added step has bokmål." })
  text!: OwnTextInput;
}

@Input("A message in own words.")
export class OwnMessageInput implements OwnMessageData {
  @Field(() => String, { description: "National's key." })
  key!: string;
  @Field(() => OwnTextInput, { nullable: true, description: "What it is called, at most 120 characters." })
  title?: OwnTextInput | null;
  @Field(() => OwnTextInput, { nullable: true, description: "Subject of an e-mail, at most 200 characters." })
  subject?: OwnTextInput | null;
  @Field(() => OwnTextInput, { nullable: true, description: "The text, at most 5000 characters." })
  body?: OwnTextInput | null;
}

@Input("The whole of what a chapter changes in a version.")
export class OverlayInput implements OverlayData {
  @Field(() => [OwnStepInput], { description: "National's steps in own words." })
  steps!: OwnStepInput[];
  @Field(() => [OwnStepInput], { description: "Own steps, five at most." })
  added!: OwnStepInput[];
  @Field(() => [String], { description: "Keys of national's steps that are left out." })
  omitted!: string[];
  @Field(() => [OwnMessageInput], { description: "Messages in own words." })
  messages!: OwnMessageInput[];
  @Field(() => Int, { nullable: true, description: "Days the own deadline comes before national's, 1-180." })
  dueDaysEarlier?: number | null;
}

@Input("One thing an overlay changes.")
export class OverlayPartInput implements OverlayPartData {
  @Field(() => LockableEnum, { description: "Of which part." })
  part!: Lockable;
  @Field(() => String, { description: "The key of the step or message." })
  key!: string;
}
