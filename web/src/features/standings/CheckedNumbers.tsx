import { daysBetween } from "@varde/domain";
import { useStandingCheckQuery } from "../../../../graphql/generated/hooks";
import type { StandingCheckQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert } from "../../ui";

/** A check that is older than this was not made last night, nor the night before. */
const LATE_DAYS = 2;

/** To national's administrators: that somebody counts the numbers again, and what to do when they do not agree. */
export function CheckedNumbers() {
  const mayRead = useCan("SETTINGS_WRITE");
  const texts = useAllTexts().kept.check;
  const format = useFormat();
  const [{ data }] = useStandingCheckQuery({ pause: !mayRead });
  if (!data) return null;
  const check = data.standingCheck;
  if (!check) return <p className="v-checked">{texts.never}</p>;
  if (check.differing > 0) return <Differs check={check} />;
  const late = daysBetween(check.checkedOn, format.today()) > LATE_DAYS;
  if (late) {
    return (
      <Alert tone="warn" title={texts.late(format.fullDate(check.checkedOn))}>
        {texts.lateBody}
      </Alert>
    );
  }
  return <p className="v-checked">{texts.same(format.relativeDay(check.checkedOn))}</p>;
}

function Differs({ check }: { check: NonNullable<StandingCheckQuery["standingCheck"]> }) {
  const texts = useAllTexts().kept.check;
  const { language } = useLanguage();
  const format = useFormat();
  const { checkedOn, differing, differences } = check;
  return (
    <Alert tone="warn" title={texts.differs(format.relativeDay(checkedOn), format.number(differing), differing === 1)}>
      <p>{differences.length > 0 ? texts.some : texts.members}</p>
      {differences.length > 0 && (
        <ul className="v-checked__list">
          {differences.map(({ of, month, chapter, templateName }) => {
            const period = format.period(month.slice(0, 7));
            const name = localized(templateName, language);
            return (
              <li key={[of, month, chapter.id, name].join("/")}>
                {texts.cell(chapter.shortName, name, period, texts.of[of])}
              </li>
            );
          })}
        </ul>
      )}
      <p>
        {texts.rebuild} <code>pnpm varde standings rebuild</code>.
      </p>
    </Alert>
  );
}
