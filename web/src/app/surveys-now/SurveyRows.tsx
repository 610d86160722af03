import { addDays } from "@varde/domain";
import { readFragment } from "../../../../graphql/generated";
import { SurveyRow_NowFragmentDoc, type SurveyRow_NowFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../format";
import { useViewer } from "../viewer";
import { localized, useTexts, useLanguage } from "../../texts";
import { RowCard, RowCards } from "../../ui";
import { ChatIcon } from "../../ui/icons";
import type { MaskedNow } from "./SurveysNow";

/** A line for each survey that is told of, and the way on: to the link and the poster, or to the results. */
export default function SurveyRows({ surveys }: { surveys: readonly MaskedNow[] }) {
  const texts = useTexts().workday.surveys;
  const { language } = useLanguage();
  const status = useStatus();
  return (
    <RowCards>
      {surveys.map((masked) => {
        const survey = readFragment(SurveyRow_NowFragmentDoc, masked);
        const ready = survey.moment === "READY";
        return (
          <RowCard
            key={survey.id}
            to={`/medlemsreisen/undersokelser/${survey.id}${ready ? "/resultater" : ""}`}
            icon={ChatIcon}
            title={texts.title[survey.moment](localized(survey.title, language))}
            status={status(survey)}
          />
        );
      })}
    </RowCards>
  );
}

function useStatus(): (survey: SurveyRow_NowFragment) => string {
  const texts = useTexts().workday.surveys;
  const format = useFormat();
  const { seat } = useViewer();
  const own = seat.unitKind === "CHAPTER";
  return ({ moment, opensOn, closesOn, answeredAtLeast }) => {
    if (moment === "READY") return own ? texts.readyOwn : texts.ready;
    if (moment === "PLANNED") return texts.between(format.date(opensOn), format.date(closesOn));
    const soon = closesOn <= addDays(format.today(), 1);
    const until = texts.until(soon ? format.relativeDay(closesOn) : format.date(closesOn));
    if (!answeredAtLeast) return own ? `${until} ${texts.ask}` : until;
    return `${until} ${(own ? texts.soFar : texts.soFarWhole)(format.number(answeredAtLeast))}`;
  };
}
