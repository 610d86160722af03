import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { MEETING_TEXTS } from "./meeting.texts.js";
import { MEETING_KINDS, MeetingKindEnum } from "./meeting.type.js";
import type { MeetingKind } from "./meeting.type.js";

@Input("A meeting as its short form holds it.")
export class SaveMeetingInput extends KeyedInput {
  @Field(() => ID, { description: "The meeting's id, made by the client for a new one." })
  id!: string;
  @Field(() => Int, { description: "The `rev` the change is based on; 0 for a new meeting." })
  rev!: number;
  @Field(() => MeetingKindEnum, { description: "What kind of meeting." })
  kind!: MeetingKind;
  @Field(() => String, { nullable: true, description: "What it is called, at most 120 characters." })
  title?: string | null;
  @Field(() => LocalDateScalar, { description: "The day it is held, in the past or ahead." })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: "When it starts, `HH:MM`." })
  startsAt?: string | null;
  @Field(() => String, { nullable: true, description: "Where, at most 120 characters." })
  place?: string | null;
  @Field(() => String, { nullable: true, description: "Who meets people at the door, at most 80 characters." })
  host?: string | null;
  @Field(() => String, { nullable: true, description: "An https address, at most 300 characters." })
  link?: string | null;
  @Field(() => Int, { nullable: true, description: "How many came, 0-5000; only of a meeting that has been." })
  attendance?: number | null;
  @Field(() => ID, { nullable: true, description: "A touchpoint that shall use this meeting." })
  touchpointId?: string | null;
}

@Input("Calls off a meeting.")
export class CancelMeetingInput extends ChangeInput {}

function isHttps(text: string): boolean {
  try {
    const url = new URL(text);
    return url.protocol === "https:" && url.hostname.includes(".") && url.username === "" && url.password === "";
  } catch {
    return false;
  }
}

/** What a meeting's form must hold, with the sentences in the asker's language. `today` is Oslo's. */
export function meetingRules(language: Language, today: string) {
  const line = (most: number) =>
    z
      .string()
      .transform((text) => text.trim().normalize("NFC"))
      .pipe(
        z
          .string()
          .max(most)
          .refine((text) => !containsNationalId(text), say(language, MEETING_TEXTS.nationalId)),
      )
      .transform((text) => text || null)
      .nullish()
      .transform((text) => text ?? null);
  return z
    .object({
      id: z.uuid(),
      rev: z.int().min(0),
      kind: z.enum(MEETING_KINDS),
      title: line(120),
      heldOn: z
        .string()
        .refine((day) => day >= "2000-01-01" && day <= "2100-12-31", say(language, MEETING_TEXTS.unlikelyDay)),
      startsAt: z
        .string()
        .transform((text) => text.trim())
        .refine((text) => text === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), say(language, MEETING_TEXTS.time))
        .transform((text) => text || null)
        .nullish()
        .transform((text) => text ?? null),
      place: line(120),
      host: line(80),
      link: line(300).refine((text) => text === null || isHttps(text), say(language, MEETING_TEXTS.link)),
      attendance: z
        .int()
        .min(0)
        .max(5000)
        .nullish()
        .transform((n) => n ?? null),
      touchpointId: z
        .uuid()
        .nullish()
        .transform((id) => id ?? null),
    })
    .refine((meeting) => meeting.attendance === null || meeting.heldOn <= today, {
      path: ["attendance"],
      message: say(language, MEETING_TEXTS.notHeldYet),
    });
}
export type MeetingFacts = z.infer<ReturnType<typeof meetingRules>>;
