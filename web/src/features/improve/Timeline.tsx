import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import type { StoryEvent } from "./story";
import { useEventWords } from "./useEventWords";

/** What happened, a year at a time, the newest first. */
export function Timeline({ events, templateId }: { events: readonly StoryEvent[]; templateId: string }) {
  const texts = useAllTexts().improve;
  const format = useFormat();
  const wordsOf = useEventWords();
  const writes = useCan("TEMPLATE_WRITE");
  const linkOf = ({ kind, id, beforeId, versionId }: StoryEvent) => {
    if (!writes) return null;
    if (kind === "VERSION" && beforeId)
      return { to: `/punkter/${templateId}/versjoner?fra=${beforeId}&til=${versionId}`, words: texts.seeChanges };
    if (kind === "PILOT" || kind === "PILOT_DECIDED")
      return { to: `/punkter/${templateId}/pilot/${id}`, words: texts.seePilot };
    return null;
  };
  return [...Map.groupBy(events, ({ on }) => on.slice(0, 4))].map(([year, those]) => (
    <section key={year} className="v-story__year">
      <h3>{year}</h3>
      <ol className="v-story__line">
        {those.map((event) => {
          const link = linkOf(event);
          return (
            <li key={`${event.kind} ${event.id}`} data-kind={event.kind}>
              <p className="v-story__what">{wordsOf(event)}</p>
              <p className="v-story__when">
                <time dateTime={event.on}>{format.fullDate(event.on)}</time>
                {link && (
                  <>
                    {" · "}
                    <Link to={link.to}>
                      {link.words}
                      <span className="v-hidden">: {wordsOf(event)}</span>
                    </Link>
                  </>
                )}
              </p>
              {event.text && <blockquote className="v-story__text">{event.text}</blockquote>}
            </li>
          );
        })}
      </ol>
    </section>
  ));
}
