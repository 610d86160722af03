import { useState } from "react";
import { OrderExportDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useViewer } from "../../../app/viewer";
import { useAllTexts } from "../../../texts";
import { Button, Card, Chips, ErrorState, Form, FormActions, RadioCards, Select } from "../../../ui";

type Kind = "REPORT" | "TABLES";
type Content = "CORE" | "ALL";
type Props = { regions: readonly { id: string; name: string }[]; onOrdered: () => void };

/** What kind of file, which interaction points, and for national whose. */
export function OrderForm({ regions, onOrdered }: Props) {
  const texts = useAllTexts().exportOrders;
  const { seat } = useViewer();
  const order = useAction(OrderExportDocument);
  const [kind, setKind] = useState<Kind>("REPORT");
  const [content, setContent] = useState<Content>("CORE");
  const [scope, setScope] = useState("whole");
  // a table has the regions as a column
  const shown = kind === "TABLES" && scope === "each" ? "whole" : scope;
  const submit = async (): Promise<void> => {
    const regionId = shown === "whole" || shown === "each" ? null : shown;
    if (await order.run({ kind, content, regionId, eachRegion: shown === "each" })) onOrdered();
  };
  return (
    <Card title={texts.order}>
      <Form onSubmit={() => void submit()} problems={order.otherProblems(["content", "eachRegion"])}>
        <RadioCards
          label={texts.kind}
          value={kind}
          options={(["REPORT", "TABLES"] as const).map((value) => ({
            value,
            label: texts.kinds[value],
            help: texts.kindHelp[value],
          }))}
          onChange={setKind}
        />
        <Chips
          label={texts.content}
          problem={order.problemAt("content")}
          value={content}
          options={(["CORE", "ALL"] as const).map((value) => ({ value, label: texts.contents[value] }))}
          onChange={setContent}
        />
        {seat.unitKind === "ORGANIZATION" && regions.length > 1 && (
          <Select
            label={texts.scope}
            problem={order.problemAt("eachRegion")}
            value={shown}
            options={[
              { value: "whole", label: texts.whole },
              ...(kind === "REPORT" ? [{ value: "each", label: texts.each }] : []),
              ...regions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setScope}
          />
        )}
        <FormActions>
          <Button type="submit" variant="primary" busy={order.busy}>
            {texts.submit}
          </Button>
        </FormActions>
        {order.error && <ErrorState {...order.error} />}
      </Form>
    </Card>
  );
}
