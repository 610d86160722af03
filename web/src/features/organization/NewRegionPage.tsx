import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { CreateRegionDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Card, DateField, Form, FormActions, Page, TextField } from "../../ui";
import { Failed } from "./Failed";

/** A new region; afterwards its page, where the coordinator is invited. */
export function Component() {
  const { region: texts, chapter } = useTexts().organization;
  const navigate = useNavigate();
  const { today } = useFormat();
  const create = useAction(CreateRegionDocument);
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [openedOn, setOpenedOn] = useState(today());
  const send = async () => {
    const done = await create.run({ id, name, openedOn });
    if (done) await navigate(`/lag/regioner/${id}`, { replace: true });
  };
  return (
    <Page narrow title={texts.newTitle} crumb={<Link to="/lag">{chapter.crumb}</Link>}>
      <Card>
        <Form onSubmit={() => void send()} problems={create.otherProblems(["name", "openedOn"])}>
          <TextField
            label={texts.name}
            value={name}
            maxLength={80}
            onChange={setName}
            problem={create.problemAt("name")}
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
