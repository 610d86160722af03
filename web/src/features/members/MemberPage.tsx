import { useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  MemberPage_MemberDetailFragmentDoc,
  type MemberPage_MemberDetailFragment,
  type MemberQuery,
} from "../../../../graphql/generated/graphql";
import { useMemberQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { PencilIcon, PlusIcon } from "../../ui/icons";
import { MemberLifeEvents } from "../life-events";
import { MemberRights } from "../privacy";
import { StartTaskDialog } from "../touchpoints";
import { ContactCard } from "./ContactCard";
import { FeesCard } from "./FeesCard";
import { HeldBackTasks } from "./HeldBackTasks";
import { fullName } from "./member-words";
import { MemberTasks } from "./MemberTasks";
import { PreferenceCard } from "./PreferenceCard";
import { TimelineCard } from "./TimelineCard";

export type MemberData = MemberPage_MemberDetailFragment;

/** One member: how to reach them, what they have asked for, and what there has been. */
export function Component() {
  const { id = "" } = useParams();
  const [result, retry] = useMemberQuery({ variables: { id } });
  const texts = useTexts().members.page;
  const problem = errorOf(result.error);
  if (!result.data) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={() => retry()}
        action={<ButtonLink to="/medlemmer">{texts.back}</ButtonLink>}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  return <Opened key={id} data={result.data} refresh={() => retry({ requestPolicy: "network-only" })} />;
}

function Opened({ data, refresh }: { data: MemberQuery; refresh: () => void }) {
  const detail = readFragment(MemberPage_MemberDetailFragmentDoc, data.member);
  const { member } = detail;
  const texts = useTexts().members;
  const format = useFormat();
  const [starting, setStarting] = useState(false);
  const gone = member.leftOn !== null && member.leftOn <= format.today();
  // who left may be thanked for a while; who died, moved or was listed twice is not contacted from here
  const mayContact = !gone || !member.endReason || ["LEFT", "AGED_OUT"].includes(member.endReason);
  // who moved is a member elsewhere, and what was done here is still about them
  const forgotten = detail.contactsEmptiedOn !== null && member.endReason !== "MOVED";
  const mayWrite = useCan("MEMBER_WRITE") && !gone;
  const mayStart = useCan("TOUCHPOINT_WRITE") && !gone;
  const age = detail.age !== null ? texts.age(format.number(detail.age)) : null;
  const born = member.birthYear !== null ? texts.born(String(member.birthYear)) : null;
  const life = <MemberLifeEvents memberId={member.id} rev={member.rev} onChanged={refresh} />;
  const lead = [
    texts.since(format.date(member.joinedOn)),
    member.joinedChapterOn !== member.joinedOn && texts.inChapterSince(format.date(member.joinedChapterOn)),
    age ?? born,
  ];
  return (
    <Page
      narrow
      title={fullName(member)}
      // a title is kept in the browser's history
      documentTitle={texts.page.documentTitle}
      crumb={<Link to="/medlemmer">{texts.page.back}</Link>}
      lead={lead.filter(Boolean).join(" · ")}
      {...(mayWrite && {
        action: (
          <ButtonLink to={`/medlemmer/${member.id}/rett`} variant="quiet" icon={PencilIcon}>
            {texts.page.edit}
          </ButtonLink>
        ),
      })}
    >
      <Stack>
        {gone && !forgotten && <Alert tone="info" title={texts.page.hasEnded} />}
        {gone && life}
        {mayContact && <ContactCard detail={detail} />}
        {detail.sameContact.length > 0 && (
          <Alert tone="info" title={texts.page.sameContact}>
            <p>{texts.page.sameContactBody}</p>
            <ul>
              {detail.sameContact.map((other) => (
                <li key={other.id}>
                  <Link to={`/medlemmer/${other.id}`}>{fullName(other)}</Link>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {!forgotten && <PreferenceCard detail={detail} editable={mayWrite} onConflict={refresh} />}
        {!gone && life}
        {!forgotten && (
          <>
            <Card title={texts.page.tasks}>
              <MemberTasks memberId={member.id} first={data.memberTouchpoints} />
              <HeldBackTasks tasks={data.memberHeldBack} />
              {mayStart && (
                <div>
                  <Button variant="quiet" icon={PlusIcon} onClick={() => setStarting(true)}>
                    {texts.page.start}
                  </Button>
                </div>
              )}
            </Card>
            <FeesCard detail={detail} editable={mayWrite} onConflict={refresh} />
          </>
        )}
        <TimelineCard events={detail.timeline} />
        <MemberRights memberId={member.id} rev={member.rev} gone={gone} forgotten={forgotten} />
      </Stack>
      <StartTaskDialog
        open={starting}
        onClose={() => setStarting(false)}
        about={{ id: member.id, name: fullName(member) }}
      />
    </Page>
  );
}
