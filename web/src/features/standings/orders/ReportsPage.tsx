import { useExportOrdersQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useAllTexts } from "../../../texts";
import { Card, EmptyState, ErrorState, Page, Row, Rows, Skeleton, Stack } from "../../../ui";
import { OrderForm } from "./OrderForm";
import { OrderLine } from "./OrderLine";
import { useWatch } from "./useWatch";
import "./orders.css";

const UNDERWAY = new Set(["WAITING", "MAKING"]);

/** Files that are ordered: what one wants, how far each has come, and where one fetches it. */
export function Component() {
  const texts = useAllTexts().exportOrders;
  const [{ data, error, fetching }, retry] = useExportOrdersQuery({ requestPolicy: "cache-and-network" });
  const again = (): void => retry({ requestPolicy: "network-only" });
  const orders = data?.exportOrders ?? [];
  const underway = orders.filter(({ state }) => UNDERWAY.has(state));
  // what has moved on since is watched closely again
  useWatch(
    underway.length === 0 ? null : underway.map(({ id, state, done }) => `${id} ${state} ${done}`).join(),
    again,
  );
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" count={3} />;
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Stack>
        <OrderForm regions={data.organization.regions.filter(({ closedOn }) => closedOn === null)} onOrdered={again} />
        <Card title={texts.yours}>
          {orders.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
          ) : (
            <Rows>
              {orders.map((order) => (
                <Row key={order.id}>
                  <OrderLine order={order} onChanged={again} />
                </Row>
              ))}
            </Rows>
          )}
        </Card>
      </Stack>
    </Page>
  );
}
