import type { TemplateDefinition } from "@varde/domain";
import { definitionRules } from "../definition.rules.js";
import { FILE_FORMAT, FORMAT_VERSION, MAX_FILE_BYTES } from "./template-file.rules.js";

export type FileFacts = {
  schemaUrl: string;
  organizationId: string;
  exportedAt: Date;
  key: string;
  versionNumber: string;
  definition: TemplateDefinition;
};

/**
 * A template as the text of a file, a part a line, so that two files can be compared line by line; or all in one line
 * where the room for it would make the file larger than one that is taken in again.
 */
export function writeTemplateFile(facts: FileFacts): string {
  // the rules put the parts in the order people read them; the database keeps them by length
  const ordered = definitionRules.safeParse(facts.definition);
  const file = {
    $schema: facts.schemaUrl,
    format: FILE_FORMAT,
    formatVersion: FORMAT_VERSION,
    organizationId: facts.organizationId,
    exportedAt: facts.exportedAt.toISOString(),
    template: {
      key: facts.key,
      versionNumber: facts.versionNumber,
      definition: ordered.success ? ordered.data : facts.definition,
    },
  };
  const wide = `${JSON.stringify(file, null, 2)}\n`;
  return Buffer.byteLength(wide) <= MAX_FILE_BYTES ? wide : `${JSON.stringify(file)}\n`;
}
