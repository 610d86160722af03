import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  AdoptionCard_AdoptionFragmentDoc,
  type AdoptionCard_AdoptionFragment,
} from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import { Card, DefinitionLine, Disclosure, Row, Rows } from "../../../ui";

type Adoption = AdoptionCard_AdoptionFragment;
type AdoptionCardProps = { adoption: readonly FragmentType<typeof AdoptionCard_AdoptionFragmentDoc>[] };

const everybody = ({ older, trying, without }: Adoption): boolean => older + trying + without === 0;

/** Who has the newest version of what: what all have is one sentence, the rest a line each. */
export function AdoptionCard({ adoption }: AdoptionCardProps) {
  const texts = useAllTexts().national.adoption;
  const format = useFormat();
  const { language } = useLanguage();
  const all = adoption.map((one) => readFragment(AdoptionCard_AdoptionFragmentDoc, one));
  const whole = all.filter(everybody);
  const rest = all.filter((one) => !everybody(one));
  return (
    <Card title={texts.title}>
      {all.length === 0 && <p>{texts.none}</p>}
      {whole.length > 0 && (
        <>
          <p>{texts.allOn(format.words(whole.length), whole.length === 1)}</p>
          <Disclosure summary={texts.which}>
            <ul>
              {whole.map(({ templateId, name, versionNumber }) => (
                <li key={templateId}>
                  <Link to={`/punkter/${templateId}`}>{localized(name, language)}</Link> {versionNumber}
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {rest.length > 0 && (
        <Rows>
          {rest.map((one) => (
            <Row key={one.templateId}>
              <OneTemplate adoption={one} />
            </Row>
          ))}
        </Rows>
      )}
      <DefinitionLine asOf={format.today()}>{texts.how}</DefinitionLine>
    </Card>
  );
}

function OneTemplate({ adoption }: { adoption: Adoption }) {
  const texts = useAllTexts().national.adoption;
  const format = useFormat();
  const { language } = useLanguage();
  const { templateId, versionNumber, newest, older, trying, without, coming } = adoption;
  const name = localized(adoption.name, language);
  const parts = [
    texts.newest(format.number(newest), versionNumber),
    ...(older > 0 ? [texts.older(format.number(older))] : []),
    ...(trying > 0 ? [texts.trying(format.number(trying))] : []),
    ...(without > 0 ? [texts.without(format.number(without))] : []),
  ];
  return (
    <div className="v-national__line">
      <strong>{name}</strong>
      <p>
        {format.list(parts)}. {coming > 0 && format.sentence(texts.coming(format.words(coming), coming === 1))}
      </p>
      <p>
        <Link to={`/punkter/${templateId}/utrulling`} aria-label={texts.seeOf(name)}>
          {texts.see}
        </Link>
      </p>
    </div>
  );
}
