import { z } from "zod";
import type { Language } from "@varde/domain";
import { Refusal } from "./refusal.js";

const LOCALES = { nb: z.locales.no(), nn: z.locales.nn(), en: z.locales.en() };

/** Checks an input against its rules; refuses with one problem a field, in the asker's language. Returns the cleaned input. */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown, language: Language): T {
  const { localeError } = LOCALES[language];
  const result = schema.safeParse(input, localeError ? { error: localeError } : undefined);
  if (result.success) return result.data;
  throw new Refusal(
    result.error.issues.map((issue) => ({
      code: "INVALID" as const,
      path: issue.path.map(String),
      message: issue.message,
    })),
  );
}
