import { columnsOf, PERSONAL_COLUMNS } from "./personal-columns.js";
import { PURPOSES } from "./purposes.js";
import type { PurposeId } from "./purposes.js";

const WHOM = {
  member: "medlemmer",
  sealed: "kryptert",
  holder: "de med verv",
  text: "fritekst",
  secret: "nøkler",
} as const;

/** The part of the record of processing (docs/personvern/protokoll.md) that follows from the schema, as Markdown in bokmål. */
export function recordOfProcessing(): string {
  return (Object.keys(PURPOSES) as PurposeId[])
    .map((id) => {
      const { title, why, basis, kept } = PURPOSES[id];
      const tables = Object.entries(PERSONAL_COLUMNS).filter(([, line]) => line.purpose === id);
      const rows = tables.map(([table]) => {
        const columns = (Object.keys(WHOM) as (keyof typeof WHOM)[]).flatMap((of) => {
          const names = columnsOf(table, of);
          return names.length === 0 ? [] : [`${WHOM[of]}: ${names.map((name) => `\`${name}\``).join(", ")}`];
        });
        return `- \`${table}\`: ${columns.join("; ")}`;
      });
      return [
        `### ${title.nb}`,
        "",
        `- Formål: ${why.nb}`,
        `- Grunnlag (forslag): ${basis.nb}`,
        `- Hvor lenge: ${kept.nb}`,
        "",
        ...rows,
      ].join("\n");
    })
    .join("\n\n");
}
