import { containsNationalId, MAP_CARD_KINDS, MAP_MEASURES, STAGES } from "@varde/domain";
import type { Language, MapCardKind, MapEvidence, MapMeasure, Stage } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { StageEnum } from "../templates/index.js";
import { MAP_TEXTS } from "./journey-map.texts.js";
import { EvidenceKindEnum, MapCardKindEnum, MapMeasureEnum, MapStartEnum } from "./journey-map.type.js";
import type { EvidenceKind, MapStart } from "./journey-map.type.js";

@Input("Begins the map of a year.")
export class StartJourneyMapInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => Int, { description: "This year or the next." })
  year!: number;
  @Field(() => MapStartEnum, { description: "What it begins with." })
  from!: MapStart;
}

@Input("What a card rests on.")
export class JourneyMapEvidenceInput {
  @Field(() => ID, { description: "Unlike that of the card's others." })
  key!: string;
  @Field(() => EvidenceKindEnum, { description: "What kind." })
  kind!: EvidenceKind;
  @Field(() => String, { nullable: true, description: "Of a quote: the words, at most 400 characters." })
  text?: string | null;
  @Field(() => String, { nullable: true, description: "Of a quote: where it is from, at most 120 characters." })
  source?: string | null;
  @Field(() => MapMeasureEnum, { nullable: true, description: "Of a number: which." })
  measure?: MapMeasure | null;
  @Field(() => ID, { nullable: true, description: "Of the number DONE: of which template." })
  templateId?: string | null;
  @Field(() => ID, { nullable: true, description: "Of a survey: which." })
  surveyId?: string | null;
  @Field(() => String, { nullable: true, description: "Of a survey: the key of the question." })
  question?: string | null;
}

@Input("A card as it is written: `id` is made by the client, `rev` 0 for a new one.")
export class SaveCardInput extends ChangeInput {
  @Field(() => ID, { description: "The map." })
  mapId!: string;
  @Field(() => StageEnum, { description: "Where a new one begins; one that is there is moved by `moveCard`." })
  stage!: Stage;
  @Field(() => MapCardKindEnum, { description: "What it tells of." })
  kind!: MapCardKind;
  @Field(() => String, { description: "At most 80 characters; may be empty with a template." })
  title!: string;
  @Field(() => String, { description: "At most 600 characters." })
  text!: string;
  @Field(() => String, { description: "A role or a group, at most 60 characters." })
  owner!: string;
  @Field(() => ID, { nullable: true, description: "The template it stands for." })
  templateId?: string | null;
  @Field(() => [JourneyMapEvidenceInput], { description: "What it rests on, at most eight." })
  evidence!: JourneyMapEvidenceInput[];
  @Field(() => ID, {
    nullable: true,
    description: "Of a new one that was taken away and is put back: the first card it was copied from.",
  })
  origin?: string | null;
}

@Input("Where a card goes.")
export class MoveCardInput extends KeyedInput {
  @Field(() => ID, { description: "The map." })
  mapId!: string;
  @Field(() => ID, { description: "The card." })
  id!: string;
  @Field(() => StageEnum, { description: "The column." })
  stage!: Stage;
  @Field(() => ID, {
    nullable: true,
    description: "The card it stands before; last when left out, or when that one is elsewhere by now.",
  })
  beforeId?: string | null;
}

@Input("Takes a card away.")
export class DeleteCardInput extends ChangeInput {
  @Field(() => ID, { description: "The map." })
  mapId!: string;
}

@Input("How a stage feels.")
export class SetFeelingInput extends KeyedInput {
  @Field(() => ID, { description: "The map." })
  mapId!: string;
  @Field(() => StageEnum, { description: "The stage." })
  stage!: Stage;
  @Field(() => Int, { description: "The `rev` of the feeling that the change is based on." })
  rev!: number;
  @Field(() => Int, { nullable: true, description: "-2 to 2; null takes it away." })
  mark?: number | null;
  @Field(() => String, { description: "Why, at most 160 characters." })
  words!: string;
}

@Input("Lets all of the organization read a draft, or not.")
export class ShareJourneyMapInput extends ChangeInput {
  @Field(() => Boolean, { description: "Whether all may read it." })
  shared!: boolean;
}

@Input("Keeps the map as that year's: after this it never changes.")
export class KeepJourneyMapInput extends ChangeInput {}

// a database takes neither NUL nor half of a pair, and no control sign is anything one wrote
const clean = (text: string): string =>
  text
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "")
    .trim()
    .normalize("NFC");

export function mapRules(language: Language) {
  const words = (text: keyof typeof MAP_TEXTS) => say(language, MAP_TEXTS[text]);
  const text = (most: number) =>
    z
      .string()
      .max(20_000)
      .transform(clean)
      .pipe(
        z
          .string()
          .max(most)
          .refine((typed) => !containsNationalId(typed), words("nationalId")),
      );
  const orNone = (most: number) => text(most).nullish();
  const id = z.uuid().nullish();
  const evidence = z
    .object({
      key: z.string().min(1).max(40),
      kind: z.enum(["QUOTE", "NUMBER", "SURVEY"]),
      text: orNone(400),
      source: orNone(120),
      measure: z.enum(MAP_MEASURES).nullish(),
      templateId: id,
      surveyId: id,
      question: orNone(60),
    })
    .transform((one, { addIssue }): MapEvidence => {
      const lacks = (path: string, message: string): MapEvidence => {
        addIssue({ code: "custom", path: [path], message });
        return { key: one.key, kind: "QUOTE", text: "", source: "" };
      };
      const { key } = one;
      if (one.kind === "QUOTE") {
        if (!one.text) return lacks("text", words("quote"));
        return { key, kind: "QUOTE", text: one.text, source: one.source ?? "" };
      }
      if (one.kind === "NUMBER") {
        if (!one.measure || (one.measure === "DONE" && !one.templateId)) return lacks("measure", words("number"));
        return {
          key,
          kind: "NUMBER",
          measure: one.measure,
          templateId: one.measure === "DONE" ? one.templateId! : null,
        };
      }
      if (!one.surveyId || !one.question) return lacks("question", words("question"));
      return { key, kind: "SURVEY", surveyId: one.surveyId, question: one.question };
    });
  return {
    card: z
      .object({
        id: z.uuid(),
        stage: z.enum(STAGES),
        kind: z.enum(MAP_CARD_KINDS),
        title: text(80),
        text: text(600),
        owner: text(60),
        templateId: id.transform((one) => one ?? null),
        origin: id.transform((one) => one ?? null),
        evidence: z
          .array(evidence)
          .max(8)
          .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
      })
      .refine(({ title, templateId }) => title !== "" || templateId !== null, {
        path: ["title"],
        message: words("title"),
      }),
    feeling: z.object({
      mark: z
        .int()
        .min(-2)
        .max(2)
        .nullish()
        .transform((mark) => mark ?? null),
      words: text(160),
    }),
  };
}
