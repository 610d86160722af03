import { useNavigate } from "react-router";
import { ActAsDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import type { ViewerSeat } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, EmptyState, ErrorState, Page, Tag } from "../../ui";
import { ChevronRightIcon, PersonGroupIcon } from "../../ui/icons";
import "./demo-people.css";

/** The offices one holds; a press acts in another. Everything shown belongs to one of them at a time. */
export function SeatChooser({ seats, current }: { seats: readonly ViewerSeat[]; current: string | null }) {
  const { accounts, app } = useTexts();
  const texts = accounts.seats;
  const format = useFormat();
  const navigate = useNavigate();
  const session = useSession();
  const actAs = useAction(ActAsDocument, { stepUp: false });

  async function choose(seatId: string): Promise<void> {
    if (!(await actAs.run({ seatId }))) return;
    await session.refresh();
    void navigate("/");
  }

  if (seats.length === 0) {
    return (
      <Page narrow title={texts.noneTitle}>
        <EmptyState
          title={texts.noneBody}
          action={
            <ButtonLink to="/logg-ut" variant="quiet">
              {app.more.signOut}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      {actAs.error?.code === "STEP_UP_REQUIRED" ? (
        <Alert
          tone="warn"
          live
          action={
            <ButtonLink to="/logg-inn" variant="quiet">
              {texts.signInAgain}
            </ButtonLink>
          }
        >
          <p>{texts.stepUp}</p>
        </Alert>
      ) : (
        actAs.error && <ErrorState {...actAs.error} />
      )}
      <ul className="a-people">
        {seats.map(({ id, role, unitName, organizationName, unitKind, validTo }) => (
          <li key={id}>
            <button
              type="button"
              className="a-person"
              aria-current={id === current || undefined}
              aria-disabled={actAs.busy || id === current || undefined}
              onClick={actAs.busy || id === current ? undefined : () => void choose(id)}
            >
              <span className="v-disc" aria-hidden>
                <PersonGroupIcon aria-hidden fontSize="1.375rem" />
              </span>
              <span className="a-person__text">
                <span className="a-person__name">{unitName}</span>
                <span className="a-person__role">
                  {app.seat.roles[role]}
                  {validTo && `, ${texts.until(format.date(validTo))}`}
                </span>
                {unitKind !== "ORGANIZATION" && <span className="a-person__does">{organizationName}</span>}
              </span>
              {id === current ? (
                <Tag tone="good">{texts.current}</Tag>
              ) : (
                <ChevronRightIcon aria-hidden className="a-person__chevron" fontSize="1.375rem" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
