import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { AddMemberDocument } from "../../../../graphql/generated/graphql";
import { useSelfJoinAgeQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { ErrorState, Page, Skeleton } from "../../ui";
import { emptyDraft } from "./member-draft";
import { MemberForm } from "./MemberForm";

/** A new member of the chapter. */
export function Component() {
  const texts = useTexts().members;
  const format = useFormat();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const add = useAction(AddMemberDocument);
  const [result, retry] = useSelfJoinAgeQuery();
  const problem = errorOf(result.error);
  if (!result.data) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={() => retry()}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  return (
    <Page narrow title={texts.form.newTitle} crumb={<Link to="/medlemmer">{texts.page.back}</Link>}>
      <MemberForm
        start={emptyDraft(format.today())}
        selfJoinAge={result.data.organization.selfJoinAge}
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
