import { z } from "zod";
import type { TemplateDefinition } from "@varde/domain";
import { definitionRules } from "../definition.rules.js";

/** What a template file calls itself. */
export const FILE_FORMAT = "varde.touchpoint-template";
/** The version we write and read. A file of a later one is refused whole: we cannot know what it leaves out. */
export const FORMAT_VERSION = 1;
/** Bytes of a file, at most. */
export const MAX_FILE_BYTES = 256 * 1024;
/** Where the server shows the JSON Schema of template files; the same address for as long as the version is read. */
export const SCHEMA_PATH = `/skjema/${FILE_FORMAT}-${FORMAT_VERSION}.json`;

/** One touchpoint template as a file. `$schema` and `exportedAt` are for the reader and decide nothing. */
export const templateFileRules = z.strictObject({
  $schema: z.string().max(300).optional(),
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  organizationId: z.guid(),
  exportedAt: z.iso.datetime({ offset: true }).optional(),
  template: z.strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    versionNumber: z
      .string()
      .regex(/^\d{1,5}\.\d{1,5}$/)
      .optional(),
    definition: definitionRules,
  }),
});

export type TemplateFileContent = {
  organizationId: string;
  template: { key: string; definition: TemplateDefinition };
};

/** The JSON Schema of template files, made from the rules that importing uses. */
export const templateFileSchema = (address: string): object => ({
  $id: address,
  title: "Varde touchpoint template",
  description: "One touchpoint template, as exported from Varde and imported again.",
  ...z.toJSONSchema(templateFileRules, { io: "input" }),
});
