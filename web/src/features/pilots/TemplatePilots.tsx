import { Link } from "react-router";
import { useTemplatePilotsQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Row, Rows, Tag } from "../../ui";

/** The pilots of a template. Beside the page's own matter: nothing stands there while it is fetched or when there is none. */
export function TemplatePilots({ templateId }: { templateId: string }) {
  const texts = useAllTexts().pilots;
  const { chapters: chapterWords } = useAllTexts().templates;
  const format = useFormat();
  const [{ data }] = useTemplatePilotsQuery({ variables: { templateId } });
  const pilots = data?.pilots.nodes ?? [];
  if (pilots.length === 0) return null;
  return (
    <Card title={texts.onTemplate.title}>
      <Rows>
        {pilots.map((pilot) => (
          <Row key={pilot.id}>
            <p className="v-version__head">
              <strong>{pilot.versionNumber}</strong>
              <Tag tone={pilot.phase === "ASKING" ? "attention" : "plain"}>{texts.phases[pilot.phase]}</Tag>
              <span>
                {texts.onTemplate.line(
                  chapterWords(pilot.chapters.length),
                  format.date(pilot.startsOn),
                  format.date(pilot.endsOn),
                )}
              </span>
            </p>
            <p className="v-version__note">
              {pilot.decision && pilot.decidedAt
                ? texts.onTemplate.decided(
                    texts.decided[pilot.decision],
                    pilot.decidedBy ?? "",
                    format.moment(pilot.decidedAt),
                  )
                : texts.onTemplate.answers(pilot.answers.length, pilot.chapters.length)}
            </p>
            <Link to={`/punkter/${templateId}/pilot/${pilot.id}`}>{texts.onTemplate.open(pilot.versionNumber)}</Link>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
