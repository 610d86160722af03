import type { TodayQuery } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card } from "../../ui";
import "./grant-return.css";

/** The return that waits, how far it has come, and the annual report of the same year where it is not finished. */
export default function ReturnDueCard({ due }: { due: NonNullable<TodayQuery["grantReturnDue"]> }) {
  const texts = useAllTexts().grantReturn.due;
  const { year, state, signed, reportFinished } = due;
  const back = state === "RETURNED";
  return (
    <Card
      title={back ? texts.back(year) : texts.title(year)}
      lead={signed > 0 ? texts.signed : back ? texts.backBody : texts.body}
    >
      <div className="v-return-tools">
        <ButtonLink to={`/arsrapport/${year}`}>{texts.open}</ButtonLink>
        {!reportFinished && (
          <ButtonLink variant="plain" to={`/arsmelding/${year}`}>
            {texts.report(year)}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
