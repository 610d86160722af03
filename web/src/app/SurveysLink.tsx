import { useCan } from "./viewer";
import { useAllTexts } from "../texts";
import { RowCard, RowCards } from "../ui";

/** The way to the surveys, for whoever may see them. */
export function SurveysLink() {
  const texts = useAllTexts().surveys;
  if (!useCan("SURVEY_READ")) return null;
  return (
    <RowCards>
      <RowCard to="/medlemsreisen/undersokelser" title={texts.title} status={texts.lead} />
    </RowCards>
  );
}
