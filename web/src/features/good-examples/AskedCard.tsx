import { useState } from "react";
import { SetGoodExamplesDocument, type GoodExamplesQuery } from "../../../../graphql/generated/graphql";
import { useGoodExamplesQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Pager, Row, Rows, Skeleton, Tag } from "../../ui";
import "./good-examples.css";

type Node = GoodExamplesQuery["goodExamples"]["nodes"][number];

/** National: which chapters were asked what they do, what came of it, and the switch. */
export function AskedCard() {
  const texts = useAllTexts().goodExamples;
  const { language } = useLanguage();
  const format = useFormat();
  const maySet = useCan("SETTINGS_WRITE");
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Node[]>([]);
  const [{ data, fetching }, reload] = useGoodExamplesQuery({ variables: { after } });
  const [asking, setAsking] = useState(false);
  if (!data) return fetching ? <Skeleton of="cards" count={1} /> : null;
  const { goodExamples, goodExampleSetting: setting } = data;
  const { nodes, pageInfo } = goodExamples;
  const shown = [...earlier, ...nodes];
  const again = () => {
    setEarlier([]);
    setAfter(null);
    reload({ requestPolicy: "network-only" });
  };
  return (
    <Card title={texts.title} lead={setting.asks ? texts.lead : texts.off}>
      {shown.length === 0 && setting.asks && <p>{texts.none}</p>}
      {shown.length > 0 && (
        <Rows>
          {shown.map((one) => (
            <Row key={one.id}>
              <div className="v-good-example__asked">
                <p className="v-good-example__head">
                  {texts.asked(localized(one.templateName, language), one.chapterName)}
                  <Tag tone={one.state === "OPEN" ? "attention" : one.state === "ANSWERED" ? "good" : "plain"}>
                    {texts.states[one.state]}
                  </Tag>
                </p>
                <p className="v-good-example__meta">
                  {texts.when(format.fullDate(one.askedOn), format.fullDate(one.numbersUntil))}
                </p>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      <Pager
        shown={shown.length}
        hasMore={pageInfo.hasNextPage}
        busy={fetching}
        onMore={() => {
          setEarlier(shown);
          setAfter(pageInfo.endCursor);
        }}
      />
      {maySet && (
        <div>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {setting.asks ? texts.stop : texts.start}
          </Button>
        </div>
      )}
      {asking && <SwitchDialog {...setting} onClose={() => setAsking(false)} onChanged={again} />}
    </Card>
  );
}

type SwitchDialogProps = { asks: boolean; rev: number; onClose: () => void; onChanged: () => void };

function SwitchDialog({ asks, rev, onClose, onChanged }: SwitchDialogProps) {
  const { goodExamples: texts, practices } = useAllTexts();
  const set = useAction(SetGoodExamplesDocument);
  const send = async (): Promise<void> => {
    const done = await set.run({ rev, asks: !asks });
    // refused: somebody was first, and the card shows how it stands
    onChanged();
    if (done) onClose();
  };
  return (
    <Dialog
      open
      title={asks ? texts.stopTitle : texts.startTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {practices.cancel}
          </Button>
          <Button variant="primary" busy={set.busy} onClick={() => void send()}>
            {asks ? texts.stop : texts.start}
          </Button>
        </>
      }
    >
      <p>{asks ? texts.stopBody : texts.startBody}</p>
      {set.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {set.error && <ErrorState {...set.error} />}
    </Dialog>
  );
}
