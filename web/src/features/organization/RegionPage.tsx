import { useState } from "react";
import { Link, useParams } from "react-router";
import { CloseRegionDocument, UpdateRegionDocument, type RegionsQuery } from "../../../../graphql/generated/graphql";
import { useRegionsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, Form, FormActions, Page, Skeleton, Stack, TextField } from "../../ui";
import { Failed } from "./Failed";
import { SeatList } from "./SeatList";
import "./organization.css";

type Region = RegionsQuery["organization"]["regions"][number];

/** One region: its name, its coordinators, and its end. */
export function Component() {
  const { id = "" } = useParams();
  const { region: texts, chapter: words } = useTexts().organization;
  const format = useFormat();
  const mayWrite = useCan("UNIT_WRITE");
  const mayGrant = useCan("SEAT_GRANT");
  const [result, reload] = useRegionsQuery();
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  const region = result.data?.organization.regions.find((one) => one.id === id);
  if (!region) {
    return problem || (result.data && !result.fetching) ? (
      <ErrorState
        heading="h1"
        code={problem?.code ?? "NOT_FOUND"}
        requestId={problem?.requestId ?? null}
        busy={result.fetching}
        onRetry={again}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  const open = region.closedOn === null;
  return (
    <Page
      narrow
      title={region.name}
      crumb={<Link to="/lag">{words.crumb}</Link>}
      lead={texts.chapterCount(format.number(region.chapterCount), region.chapterCount === 1)}
    >
      {region.closedOn && <Alert title={texts.closedOn(format.fullDate(region.closedOn))} />}
      <Stack>
        <SeatList
          of={{ regionId: region.id }}
          unitName={region.name}
          title={texts.coordinators}
          roles={open && mayGrant ? ["REGION_COORDINATOR"] : []}
        />
        {open && mayWrite && <RegionEditor key={region.id} region={region} onChanged={again} />}
      </Stack>
    </Page>
  );
}

function RegionEditor({ region, onChanged }: { region: Region; onChanged: () => void }) {
  const { organization, ui } = useTexts();
  const texts = organization.region;
  const { today } = useFormat();
  const update = useAction(UpdateRegionDocument);
  const close = useAction(CloseRegionDocument);
  const [name, setName] = useState(region.name);
  const [asking, setAsking] = useState(false);
  const save = async () => {
    await update.run({ id: region.id, rev: region.rev, name });
    onChanged();
  };
  const end = async () => {
    const done = await close.run({ id: region.id, rev: region.rev, closedOn: today() });
    if (!done) return;
    setAsking(false);
    onChanged();
  };
  return (
    <>
      <Card title={texts.nameTitle}>
        <Form onSubmit={() => void save()} problems={update.otherProblems(["name"])}>
          <TextField
            label={texts.name}
            hideLabel
            value={name}
            maxLength={80}
            onChange={setName}
            problem={update.problemAt("name")}
          />
          <Failed error={update.error} />
          <FormActions>
            <Button type="submit" busy={update.busy}>
              {ui.actions.save}
            </Button>
          </FormActions>
        </Form>
      </Card>
      <Card title={texts.close} lead={texts.closeHelp}>
        <div className="v-tools">
          <Button onClick={() => setAsking(true)}>{texts.close}</Button>
        </div>
      </Card>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.closeTitle(region.name)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{ui.actions.cancel}</Button>
            <Button variant="danger" busy={close.busy} onClick={() => void end()}>
              {texts.closeAct}
            </Button>
          </>
        }
      >
        <p>{texts.closeBody}</p>
        {close.otherProblems().map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        <Failed error={close.error} />
      </Dialog>
    </>
  );
}
