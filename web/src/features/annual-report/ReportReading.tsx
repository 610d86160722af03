import { REPORT_WORDS, reportBlocks, type Language, type ReportSection } from "@varde/domain";
import { photoPath } from "./report";
import { withKeys } from "./with-keys";

type Props = {
  language: Language;
  sections: readonly { section: ReportSection; body: string }[];
  photos: readonly { id: string; alt: string; width: number; height: number }[];
  board: readonly string[];
};

/** A report as it is read and printed. */
export function ReportReading({ language, sections, photos, board }: Props) {
  const words = REPORT_WORDS[language];
  return (
    <article className="v-report-reading" lang={language}>
      {sections
        .filter(({ body }) => body.trim() !== "")
        .map(({ section, body }) => (
          <section key={section}>
            <h2>{words.sections[section]}</h2>
            {withKeys(reportBlocks(body), (block) => JSON.stringify(block)).map(({ key, item: block }) =>
              block.kind === "paragraph" ? (
                <p key={key}>{block.text}</p>
              ) : (
                <ul key={key}>
                  {withKeys(block.items, (item) => item).map((one) => (
                    <li key={one.key}>{one.item}</li>
                  ))}
                </ul>
              ),
            )}
          </section>
        ))}
      {photos.length > 0 && (
        <section>
          <h2>{words.photos}</h2>
          {photos.map(({ id, alt, width, height }) => (
            <figure key={id}>
              <img src={photoPath(id)} alt={alt} width={width} height={height} loading="lazy" />
              {alt && <figcaption aria-hidden="true">{alt}</figcaption>}
            </figure>
          ))}
        </section>
      )}
      <section>
        <h2>{words.signatures}</h2>
        <ul>
          {board.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
