import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { CoreRow_CoreFragmentDoc, OutcomeOf_CountsFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { OutcomeBar, StatusWord } from "../../ui";
import { OnTimeOf } from "./ComparisonTable";
import { outcomeOf } from "./outcome-of";
import { usePeriodName } from "./usePeriodName";
import { viewSearch } from "./view";

/** One point of the core set: count first, then the bar, then what is not judged yet. */
export function CoreRow({ core }: { core: FragmentType<typeof CoreRow_CoreFragmentDoc> }) {
  const { template, versionNumber, period, counts: masked } = readFragment(CoreRow_CoreFragmentDoc, core);
  const counts = readFragment(OutcomeOf_CountsFragmentDoc, masked);
  const {
    standings,
    ui,
    improve: { crumb: years },
  } = useAllTexts();
  const texts = standings.overview;
  const { outcome } = ui;
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const name = localized(template.name, language);
  const percent =
    counts.onTime !== null && counts.closed !== null ? format.percent(counts.onTime, counts.closed) : null;
  return (
    <li className="v-core__row">
      <span className="v-core__what">
        <Link to={`/sammenlign${viewSearch({ template: template.id, period })}`}>{name}</Link>
        <span className="v-core__meta">
          {periodName(period)}
          {versionNumber !== null && <> · {texts.version(versionNumber)}</>}
          {" · "}
          <Link to={`/punkter/${template.id}/gjennom-arene`}>
            {years}
            <span className="v-hidden">: {name}</span>
          </Link>
        </span>
      </span>
      <span className="v-core__outcome">
        <span className="v-core__counts">
          <span>
            <OnTimeOf counts={counts} /> {counts.closed !== 0 && counts.onTime !== null && texts.onTime}
          </span>
          {percent && <span className="v-core__percent">{percent}</span>}
        </span>
        <OutcomeBar outcome={outcomeOf(counts)} label={texts.outcomeOf(name)} size="medium" />
        {(!!counts.open || !!counts.overdue || !!counts.waived || !!counts.takenOver) && (
          <span className="v-core__pending">
            {!!counts.open && <StatusWord status="OPEN">{texts.open(format.number(counts.open))}</StatusWord>}
            {!!counts.overdue && (
              <StatusWord status="OVERDUE">{texts.overdue(format.number(counts.overdue))}</StatusWord>
            )}
            {!!counts.waived && <StatusWord status="WAIVED">{texts.waived(format.number(counts.waived))}</StatusWord>}
            {!!counts.takenOver && (
              <StatusWord status="TAKEN_OVER">
                {outcome.part(format.number(counts.takenOver), outcome.takenOver)}
              </StatusWord>
            )}
          </span>
        )}
      </span>
    </li>
  );
}
