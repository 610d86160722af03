import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { SeatAccess_AccountSeatFragmentDoc } from "../../../../graphql/generated/graphql";
import { useMyAccessQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { areasOf } from "./access-areas";
import "./my-account.css";

/** What each of one's seats shows, and why; until when it does. */
export function Component() {
  const { myAccount, accounts } = useAllTexts();
  const texts = myAccount.access;
  const [result, reload] = useMyAccessQuery({ requestPolicy: "cache-and-network" });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {result.data ? (
        <Stack>
          {result.data.myAccount.seats.length === 0 && (
            <EmptyState title={texts.noneTitle}>{texts.noneBody}</EmptyState>
          )}
          {result.data.myAccount.seats.map((seat) => (
            <SeatAccess key={seat.id} seat={seat} />
          ))}
        </Stack>
      ) : problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={again} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}

function SeatAccess({ seat: given }: { seat: FragmentType<typeof SeatAccess_AccountSeatFragmentDoc> }) {
  const seat = readFragment(SeatAccess_AccountSeatFragmentDoc, given);
  const { myAccount, app } = useAllTexts();
  const texts = myAccount.access;
  const format = useFormat();
  const { seat: acting } = useViewer();
  const from = format.date(seat.validFrom);
  const to = seat.validTo && format.date(seat.validTo);
  const held = to ? texts.fromTo(from, to) : texts.from(from);
  const other = seat.toCome || !to ? texts.notYet(from) : texts.over(to);
  return (
    <Card
      title={`${app.seat.roles[seat.role]}, ${seat.unitName}`}
      lead={seat.holds ? held : other}
      {...(seat.id === acting.id && { aside: myAccount.devices.current })}
    >
      {seat.holds && (
        <dl className="a-access">
          {areasOf(seat.capabilities).map((area) => (
            <div key={area}>
              <dt>{texts.areas[area].what}</dt>
              <dd className="v-quiet">{texts.areas[area].why}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
