import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { PaperView_PaperFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";

type Props = { paper: FragmentType<typeof PaperView_PaperFragmentDoc>; level?: 2 | 3 };

/** The return as it is signed: everything on it, in the order of the paper. */
export function PaperView({ paper: masked, level = 3 }: Props) {
  const paper = readFragment(PaperView_PaperFragmentDoc, masked);
  const texts = useAllTexts().grantReturn;
  const format = useFormat();
  const Heading = level === 2 ? "h2" : "h3";
  const { electedOn, periodTo, counted } = paper;
  const day = (on: string | null | undefined): string => (on ? format.fullDate(on) : texts.none);
  const facts: [string, string][] = [
    [texts.chapter, paper.chapter],
    [texts.municipality, paper.municipality || texts.none],
    [texts.county, paper.county || texts.none],
    [texts.items.ELECTED, day(electedOn)],
    [texts.items.PERIOD, electedOn && periodTo ? `${day(electedOn)} – ${day(periodTo)}` : texts.none],
    [
      texts.items.BOARD,
      paper.board
        .map(({ name, role }) => (role === "CHAPTER_LEADER" ? `${name} (${texts.leader})` : name))
        .join(", ") || texts.none,
    ],
  ];
  return (
    <div className="v-return-paper">
      <dl className="v-return-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Heading>{texts.items.ACTIVITY}</Heading>
      <p className="v-return-words">{paper.activity || texts.none}</p>
      <Heading>{texts.items.MEMBERS}</Heading>
      <p>{counted.sentence}</p>
      <dl className="v-return-facts">
        {counted.rules.map(({ name, outcome }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{outcome}</dd>
          </div>
        ))}
      </dl>
      <p className="v-return-quiet">{texts.source(counted.source)}</p>
      {paper.papers.length > 0 && (
        <>
          <Heading>{texts.items.PAPERS}</Heading>
          <ul className="v-return-list">
            {paper.papers.map(({ paper: which, from }) => (
              <li key={which}>
                {texts.papers[which]}:{" "}
                {from === "REGISTER" ? texts.inVarde : from === "BOARD" ? texts.isSent : texts.isMissing}
              </li>
            ))}
          </ul>
        </>
      )}
      {paper.corrections.length > 0 && (
        <>
          <Heading>{texts.otherwise}</Heading>
          <ul className="v-return-list">
            {paper.corrections.map(({ field, registered, reason }) => (
              <li key={field}>
                {texts.fields[field]}, {texts.was(registered, reason)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="v-return-quiet">
        {texts.fingerprint}: <code className="v-return-hash">{paper.hash}</code>
      </p>
    </div>
  );
}
