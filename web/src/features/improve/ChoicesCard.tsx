import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card } from "../../ui";
import type { StoryEvent } from "./story";

const KINDS = ["importance", "performance", "reach", "effort"] as const;

/** What was known of it each time the few were chosen: each score as a bar and as its number. */
export function ChoicesCard({ events }: { events: readonly StoryEvent[] }) {
  const texts = useAllTexts().improve;
  const { kinds } = useAllTexts().coreChoice;
  const format = useFormat();
  const chooses = useCan("TEMPLATE_WRITE");
  const choices = events.flatMap((event) => (event.chosen ? [{ event, chosen: event.chosen }] : []));
  if (choices.length === 0)
    return (
      <Card title={texts.choices} lead={texts.choicesNone}>
        {chooses && <Link to="/punkter/kjernepakke/velg">{texts.choose}</Link>}
      </Card>
    );
  const said = (value: number | null) => (value === null ? texts.unknown : format.number(value));
  const names = {
    importance: kinds.IMPORTANCE,
    performance: kinds.PERFORMANCE,
    reach: kinds.REACH,
    effort: kinds.EFFORT,
  };
  return (
    <Card title={texts.choices} lead={texts.choicesLead}>
      {choices.map(({ event, chosen }) => (
        <section key={event.id} className="v-story__choice">
          <h3>{texts.choice(event.year ?? 0)}</h3>
          {event.text && <p>{event.text}</p>}
          <dl className="v-story__scores">
            {KINDS.map((kind) => (
              <div key={kind}>
                <dt>{names[kind]}</dt>
                <dd>
                  {chosen[kind] !== null && (
                    <span className="v-story__scale" aria-hidden>
                      <span style={{ inlineSize: `${chosen[kind]}%` }} />
                    </span>
                  )}
                  <span>{said(chosen[kind])}</span>
                </dd>
              </div>
            ))}
            <div>
              <dt>{texts.dots}</dt>
              <dd>{said(chosen.dots)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Card>
  );
}
