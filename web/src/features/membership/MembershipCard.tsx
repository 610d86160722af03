import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { MembershipCard_OwnMembershipFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DefinitionLine } from "../../ui";
import { growthSentence } from "./growth-words";

/** How many members the chapter has and who came and left this year, and the way to the rest. */
export function MembershipCard({
  membership,
}: {
  membership: FragmentType<typeof MembershipCard_OwnMembershipFragmentDoc>;
}) {
  const { active, period, referenceDate, growth } = readFragment(MembershipCard_OwnMembershipFragmentDoc, membership);
  const texts = useAllTexts().membership;
  const format = useFormat();
  return (
    <Card title={texts.card.title}>
      <p>
        {texts.heading(format.number(active), active === 1)}. {format.period(period)}:{" "}
        {growthSentence(growth, texts, format.number)}
      </p>
      <DefinitionLine asOf={referenceDate} />
      <div>
        <ButtonLink variant="secondary" to="/medlemmer/tall">
          {texts.card.see}
        </ButtonLink>
      </div>
    </Card>
  );
}
