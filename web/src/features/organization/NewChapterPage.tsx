import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { CreateChapterDocument } from "../../../../graphql/generated/graphql";
import { useRegionsQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Card, DateField, Form, FormActions, Page, Select } from "../../ui";
import { CHAPTER_FIELDS, ChapterFields, NO_REGION, type ChapterForm } from "./ChapterFields";
import { Failed } from "./Failed";
import "./organization.css";

/** A new chapter; afterwards its page, where the board is invited. */
export function Component() {
  const texts = useTexts().organization.chapter;
  const navigate = useNavigate();
  const { today } = useFormat();
  const [regions] = useRegionsQuery();
  const create = useAction(CreateChapterDocument);
  const [id] = useState(newId);
  const [form, setForm] = useState<ChapterForm>({ name: "", shortName: "", county: "", municipalities: [] });
  const [regionId, setRegionId] = useState(NO_REGION);
  const [openedOn, setOpenedOn] = useState(today());
  const send = async () => {
    const done = await create.run({ id, ...form, regionId: regionId === NO_REGION ? null : regionId, openedOn });
    if (done) await navigate(`/lag/${id}`, { replace: true });
  };
  return (
    <Page narrow title={texts.newTitle} crumb={<Link to="/lag">{texts.crumb}</Link>}>
      <Card>
        <Form onSubmit={() => void send()} problems={create.otherProblems([...CHAPTER_FIELDS, "regionId", "openedOn"])}>
          <ChapterFields value={form} onChange={setForm} problemAt={create.problemAt} />
          <Select
            label={texts.region}
            value={regionId}
            onChange={setRegionId}
            problem={create.problemAt("regionId")}
            options={[
              { value: NO_REGION, label: texts.noRegion },
              ...(regions.data?.organization.regions ?? [])
                .filter((region) => region.closedOn === null)
                .map((region) => ({ value: region.id, label: region.name })),
            ]}
          />
          <DateField
            label={texts.openedOn}
            value={openedOn}
            onChange={setOpenedOn}
            problem={create.problemAt("openedOn")}
          />
          <Failed error={create.error} />
          <FormActions>
            <Button variant="primary" type="submit" busy={create.busy}>
              {texts.create}
            </Button>
          </FormActions>
        </Form>
      </Card>
    </Page>
  );
}
