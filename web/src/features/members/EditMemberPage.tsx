import { Link, useNavigate, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { MemberPage_MemberDetailFragmentDoc, UpdateMemberDocument } from "../../../../graphql/generated/graphql";
import { useMemberQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { ErrorState, Page, Skeleton } from "../../ui";
import { draftOf, factsOf } from "./member-draft";
import { MemberForm } from "./MemberForm";
import type { MemberData } from "./MemberPage";

/** Corrects what the register holds of a member; ten seconds to take it back. */
export function Component() {
  const { id = "" } = useParams();
  const [result, retry] = useMemberQuery({ variables: { id } });
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
  const detail = readFragment(MemberPage_MemberDetailFragmentDoc, result.data.member);
  return <Opened key={id} detail={detail} refresh={() => retry({ requestPolicy: "network-only" })} />;
}

function Opened({ detail, refresh }: { detail: MemberData; refresh: () => void }) {
  const texts = useTexts().members;
  const navigate = useNavigate();
  const offerUndo = useUndo();
  const save = useAction(UpdateMemberDocument);
  const takeBack = useAction(UpdateMemberDocument);
  const { id, rev } = detail.member;
  const page = `/medlemmer/${id}`;

  async function send(member: ReturnType<typeof factsOf>): Promise<void> {
    const before = factsOf(draftOf(detail));
    const done = await save.run({ id, rev, member });
    const saved = done?.updateMember.detail;
    if (!saved) return refresh();
    const now = readFragment(MemberPage_MemberDetailFragmentDoc, saved).member.rev;
    await navigate(page, { replace: true });
    offerUndo({ message: texts.form.undo, undo: () => void takeBack.run({ id, rev: now, member: before }) });
  }

  return (
    <Page narrow title={texts.form.editTitle} crumb={<Link to={page}>{texts.page.documentTitle}</Link>}>
      <MemberForm
        start={draftOf(detail)}
        selfJoinAge={detail.selfJoinAge}
        action={save}
        save={texts.form.save}
        backTo={page}
        onSave={(member) => void send(member)}
      />
    </Page>
  );
}
