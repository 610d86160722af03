import { osloDate } from "@varde/domain";
import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  ExportOrder_ExportOrderFragmentDoc,
  OrderExportDocument,
  RemoveExportDocument,
  type ExportOrder_ExportOrderFragment,
} from "../../../../../graphql/generated/graphql";
import type { Failure } from "../../../app/errors";
import { fetchStandingsFile } from "../../../app/fetch-file";
import { useFormat } from "../../../app/format";
import { plainName, saveFile } from "../../../app/save-file";
import { useAction } from "../../../app/useAction";
import { useAllTexts, useLanguage } from "../../../texts";
import { Alert, Button, ErrorState, Progress } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";

type Props = { order: FragmentType<typeof ExportOrder_ExportOrderFragmentDoc>; onChanged: () => void };

const ENDS = { REPORT: "pdf", TABLES: "xlsx" } as const;

/** One ordered file: its state in a word, how far it has come, and what one can do. */
export function OrderLine({ order: masked, onChanged }: Props) {
  const order = readFragment(ExportOrder_ExportOrderFragmentDoc, masked);
  const texts = useAllTexts().exportOrders;
  const format = useFormat();
  const again = useAction(OrderExportDocument);
  const remove = useAction(RemoveExportDocument);
  const scope = order.eachRegion ? texts.eachIn(order.scopeName) : order.scopeName;
  const name = `${texts.name(texts.words[order.kind], texts.inName[order.content])}: ${scope}`;
  const over = order.state === "FAILED" || order.state === "EXPIRED";
  const { kind, content, regionId, eachRegion } = order;
  const act = async (done: Promise<unknown>): Promise<void> => {
    if (await done) onChanged();
  };
  return (
    <div className="v-order">
      <div className="v-order__text">
        <h3 className="v-order__name">{name}</h3>
        <p>
          <strong role="status">{texts.states[order.state]}</strong> <Told order={order} />
        </p>
        {(order.state === "WAITING" || order.state === "MAKING") && (
          <Progress done={order.done} of={order.total} label={name} />
        )}
        <p className="v-order__when">{texts.ordered(format.moment(order.orderedAt))}</p>
      </div>
      <div className="v-order__actions">
        {order.state === "READY" && <Fetch order={order} name={name} />}
        {over && (
          <Button
            busy={again.busy}
            aria-label={texts.of(texts.again, name)}
            onClick={() => void act(again.run({ kind, content, regionId, eachRegion }))}
          >
            {texts.again}
          </Button>
        )}
        <Button
          variant="plain"
          busy={remove.busy}
          aria-label={texts.of(texts.remove, name)}
          onClick={() => void act(remove.run({ id: order.id }))}
        >
          {texts.remove}
        </Button>
      </div>
      {again.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {[again.error, remove.error].map((error) => error && <ErrorState key={error.code} {...error} />)}
    </div>
  );
}

/** How far, until when, or what to do. */
function Told({ order }: { order: ExportOrder_ExportOrderFragment }) {
  const texts = useAllTexts().exportOrders;
  const format = useFormat();
  const { state, done, total, bytes, expiresAt, problem } = order;
  if (state === "MAKING") return done < total ? texts.reading(format.outOf(done, total)) : texts.joining;
  if (state === "READY") {
    return texts.ready(texts.size(format.number(Math.ceil((bytes ?? 0) / 1000))), format.moment(expiresAt));
  }
  if (state === "EXPIRED") return texts.expired;
  return state === "FAILED" ? texts.failed[problem ?? "ERROR"] : null;
}

function Fetch({ order, name }: { order: ExportOrder_ExportOrderFragment; name: string }) {
  const texts = useAllTexts().exportOrders;
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await fetchStandingsFile({ format: "ORDERED", orderId: order.id }, language);
    setBusy(false);
    setFailure("failure" in answer ? answer.failure : null);
    const on = osloDate(new Date(order.orderedAt));
    const called = plainName(texts.file(texts.words[order.kind], order.scopeName, on));
    if ("file" in answer) saveFile(answer.file, `${called}.${ENDS[order.kind]}`, answer.file.type);
  };
  return (
    <>
      <Button icon={DownloadIcon} busy={busy} aria-label={texts.of(texts.fetch, name)} onClick={() => void take()}>
        {texts.fetch}
      </Button>
      {failure &&
        (failure.code === "FORBIDDEN" ? (
          <Alert tone="warn" live>
            {texts.moved}
          </Alert>
        ) : (
          <ErrorState {...failure} />
        ))}
    </>
  );
}
