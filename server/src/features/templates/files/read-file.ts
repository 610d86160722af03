import type { Language, TemplateDefinition } from "@varde/domain";
import type { z } from "zod";
import type { ProblemData } from "../../../kernel/errors/refusal.js";
import { bytesOf, MAX_DEFINITION_BYTES, withoutNulls } from "../definition.rules.js";
import { locate } from "./locate.js";
import type { Located, Place } from "./locate.js";
import { FILE_FORMAT, FORMAT_VERSION, MAX_FILE_BYTES, templateFileRules } from "./template-file.rules.js";
import type { TemplateFileContent } from "./template-file.rules.js";
import { FILE_TEXTS, sayIssue } from "./template-file.texts.js";
import type { FileText } from "./template-file.texts.js";

/** Problems shown at once; whoever has more mends these first. */
const MOST_PROBLEMS = 50;

export type ReadFile = { content: TemplateFileContent } | { problems: ProblemData[] };

/** What is wrong, with its line at the front: whoever reads only the sentence must find the place too. */
function problem(language: Language, place: Place, path: readonly PropertyKey[], reason: string): ProblemData {
  const where = FILE_TEXTS.place(place.line, place.column)[language];
  return { code: "INVALID", path: ["file", ...path.map(String)], line: place.line, message: `${where}: ${reason}` };
}

/** What decides before the content is looked at: what it is, who wrote it, and for whom. */
function wrongKind(file: Located, organizationId: string): { path: string[]; text: FileText } | null {
  const { value } = file;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { path: [], text: "notTemplate" };
  const { format, formatVersion, organizationId: owner } = value as Record<string, unknown>;
  if (format !== FILE_FORMAT) return { path: ["format"], text: "notTemplate" };
  if (typeof formatVersion === "number" && Number.isInteger(formatVersion) && formatVersion > FORMAT_VERSION)
    return { path: ["formatVersion"], text: "newer" };
  if (formatVersion !== FORMAT_VERSION) return { path: ["formatVersion"], text: "unknownVersion" };
  if (typeof owner !== "string" || owner.toLowerCase() !== organizationId)
    return { path: ["organizationId"], text: "otherOrganization" };
  return null;
}

function issueProblems(language: Language, file: Located, issue: z.core.$ZodIssue): ProblemData[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return problem(language, file.at(path, true), path, FILE_TEXTS.unknownName(key)[language]);
    });
  }
  const reason = sayIssue(language, issue, isMissing(file.value, issue.path));
  return [problem(language, file.at(issue.path), issue.path, reason)];
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return true;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return false;
}

/**
 * Reads a template file of the organization, or says everything that is wrong with it, in the order of the file. Pure:
 * nothing is asked of or written to the database.
 */
export function readTemplateFile(language: Language, organizationId: string, text: string): ReadFile {
  const whole = (reason: FileText): ReadFile => ({
    problems: [{ code: "INVALID", path: ["file"], message: FILE_TEXTS[reason][language] }],
  });
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) return whole("tooLarge");
  // some editors put a mark before the text
  const file = locate(text.replace(/^\ufeff/, ""));
  if (Array.isArray(file)) {
    return {
      problems: file
        .slice(0, MOST_PROBLEMS)
        .map(({ path, code, ...place }) => problem(language, place, path, FILE_TEXTS[code][language])),
    };
  }
  const wrong = wrongKind(file, organizationId);
  if (wrong)
    return { problems: [problem(language, file.at(wrong.path), wrong.path, FILE_TEXTS[wrong.text][language])] };
  const read = templateFileRules.safeParse(file.value);
  if (!read.success) {
    const problems = read.error.issues.flatMap((issue) => issueProblems(language, file, issue));
    return { problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_PROBLEMS) };
  }
  const { template } = read.data;
  const definition = withoutNulls(template.definition) as TemplateDefinition;
  if (bytesOf(definition) > MAX_DEFINITION_BYTES) return whole("definitionTooLarge");
  return { content: { organizationId, template: { key: template.key, definition } } };
}
