import { Link } from "react-router";
import { EndMembershipDocument, ReinstateMemberDocument } from "../../../../graphql/generated/graphql";
import type { AgeingMembersQuery } from "../../../../graphql/generated/graphql";
import { useAgeingMembersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card, DefinitionLine, EmptyState, ErrorState, Page, Row, Rows, Skeleton } from "../../ui";
import { Outcome } from "./Outcome";
import "./life-events.css";

type Ageing = AgeingMembersQuery["ageingMembers"]["members"][number];

/** Who grows past the highest age this year. The board decides about each. */
export function Component() {
  const { ageing: texts, moves } = useTexts().lifeEvents;
  const [{ data, error, fetching }, reload] = useAgeingMembersQuery();
  const problem = errorOf(error);
  const refresh = () => reload({ requestPolicy: "network-only" });
  const { maxAge, members = [], more = false } = data?.ageingMembers ?? {};
  const some = maxAge != null && members.length > 0;
  return (
    <Page
      narrow
      title={!data ? texts.documentTitle : some ? texts.title(members.length, maxAge) : texts.none}
      documentTitle={texts.documentTitle}
      crumb={<Link to="/medlemmer">{moves.crumb}</Link>}
      {...(some && { lead: texts.lead })}
    >
      {!data && (problem ? <ErrorState {...problem} busy={fetching} onRetry={refresh} /> : <Skeleton of="cards" />)}
      {data && maxAge == null && <EmptyState title={texts.noLimit} />}
      {some && (
        <Card>
          <Rows>
            {members.map((member) => (
              <AgeingRow key={member.id} member={member} onChanged={refresh} />
            ))}
          </Rows>
        </Card>
      )}
      {more && <DefinitionLine>{texts.more}</DefinitionLine>}
    </Page>
  );
}

function AgeingRow({ member, onChanged }: { member: Ageing; onChanged: () => void }) {
  const { ageing: texts, doneUndo } = useTexts().lifeEvents;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const offerUndo = useUndo();
  const end = useAction(EndMembershipDocument);
  const reinstate = useAction(ReinstateMemberDocument);
  const { id, rev, name } = member;
  const finish = async (): Promise<void> => {
    const done = await end.run({ id, rev, reason: "AGED_OUT", leftOn: format.today() });
    onChanged();
    if (!done) return;
    const undo = () => void reinstate.run({ id, rev: rev + 1 }).then(onChanged);
    offerUndo({ message: doneUndo, undo });
  };
  return (
    <Row>
      <div className="v-life-row">
        <div>
          <Link to={`/medlemmer/${id}`}>{name}</Link>
          <p className="v-life-row__note">{texts.willBe(member.ageAtYearsEnd)}</p>
        </div>
        {mayWrite && (
          <Button variant="quiet" busy={end.busy} aria-label={texts.endOf(name)} onClick={() => void finish()}>
            {texts.end}
          </Button>
        )}
      </div>
      <Outcome action={end} />
    </Row>
  );
}
