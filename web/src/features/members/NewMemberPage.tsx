import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { AddMemberDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Page } from "../../ui";
import { emptyDraft } from "./member-draft";
import { MemberForm } from "./MemberForm";

/** The age from which one joins alone, until the server has said otherwise: it decides. */
const USUAL_SELF_JOIN_AGE = 15;

/** A new member of the chapter. */
export function Component() {
  const texts = useTexts().members;
  const format = useFormat();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const add = useAction(AddMemberDocument);
  return (
    <Page narrow title={texts.form.newTitle} crumb={<Link to="/medlemmer">{texts.page.back}</Link>}>
      <MemberForm
        start={emptyDraft(format.today())}
        selfJoinAge={USUAL_SELF_JOIN_AGE}
        action={add}
        save={texts.form.add}
        backTo="/medlemmer"
        onSave={(member) => {
          void add.run({ id, member }).then((done) => done && navigate(`/medlemmer/${id}`, { replace: true }));
        }}
      />
    </Page>
  );
}
