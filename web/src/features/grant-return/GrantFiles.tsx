import { useState } from "react";
import { OrderGrantExportDocument, type GrantExportsQuery } from "../../../../graphql/generated/graphql";
import { useGrantExportsQuery } from "../../../../graphql/generated/hooks";
import type { Failure } from "../../app/errors";
import { fetchStandingsFile } from "../../app/fetch-file";
import { useFormat } from "../../app/format";
import { saveFile } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, ErrorState, Row, Rows } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import { useWatch } from "../standings";

const ENDS = { RETURN_TABLE: "xlsx", RETURNS: "zip" } as const;
type Ordered = GrantExportsQuery["grantExports"][number];

/** All of a year taken out: ordered, made by a job, and fetched here for a day. */
export function GrantFiles({ year }: { year: number }) {
  const texts = useAllTexts().grantReturn.all;
  const [{ data }, reload] = useGrantExportsQuery({ requestPolicy: "cache-and-network" });
  const look = (): void => reload({ requestPolicy: "network-only" });
  const order = useAction(OrderGrantExportDocument);
  const mine = (data?.grantExports ?? []).filter((one) => one.year === year && one.state !== "EXPIRED");
  const waiting = mine.filter(({ state }) => state === "WAITING" || state === "MAKING");
  useWatch(waiting.length > 0 ? waiting.map(({ id }) => id).join() : null, look);
  const make = async (kind: keyof typeof ENDS): Promise<void> => {
    if (await order.run({ year, kind })) look();
  };
  return (
    <Card title={texts.takeOut} lead={texts.takeOutHelp}>
      <div className="v-return-tools">
        {(["RETURN_TABLE", "RETURNS"] as const).map((kind) => (
          <Button key={kind} busy={order.busy} onClick={() => void make(kind)}>
            {texts.order[kind]}
          </Button>
        ))}
      </div>
      {order.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {order.error && <ErrorState {...order.error} />}
      {mine.length > 0 && (
        <Rows>
          {mine.map((one) => (
            <Row key={one.id}>
              <FileLine file={one} />
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  );
}

function FileLine({ file }: { file: Ordered }) {
  const texts = useAllTexts().grantReturn.all;
  const { language } = useLanguage();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await fetchStandingsFile({ format: "ORDERED", orderId: file.id }, language);
    setBusy(false);
    setFailure("failure" in answer ? answer.failure : null);
    if ("file" in answer) saveFile(answer.file, `arsrapporter-${file.year}.${ENDS[file.kind]}`, answer.file.type);
  };
  return (
    <div className="v-return-item__head">
      <span>
        {texts.kinds[file.kind]}, {format.moment(file.orderedAt)}:{" "}
        <span role="status">{texts.fileStates[file.state]}</span>
      </span>
      {file.state === "READY" && (
        <Button icon={DownloadIcon} busy={busy} onClick={() => void take()}>
          {texts.fetchFile(texts.kinds[file.kind])}
        </Button>
      )}
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
