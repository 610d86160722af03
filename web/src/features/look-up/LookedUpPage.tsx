import { useEffect, useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  LookUpRow_LookUpFragmentDoc,
  MemberPage_MemberDetailFragmentDoc,
  type LookedUpQuery,
} from "../../../../graphql/generated/graphql";
import { useLookedUpQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, ButtonLink, Card, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { ContactCard, fullName, TimelineCard } from "../members";

/** The card of one member who was looked up, to read, until its time is over: then nothing of it is left on the page. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().lookUp;
  const [{ data, error, fetching }, retry] = useLookedUpQuery({ variables: { id }, requestPolicy: "network-only" });
  const [over, setOver] = useState(false);
  const until = data && readFragment(LookUpRow_LookUpFragmentDoc, data.lookedUp.lookUp).expiresAt;
  useEffect(() => {
    if (!until) return undefined;
    const timer = setTimeout(() => setOver(true), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  const failure = errorOf(error);
  const back = <ButtonLink to="/oppslag">{texts.back}</ButtonLink>;
  if (over || failure?.code === "NOT_FOUND")
    return (
      <Page narrow title={texts.documentTitle}>
        <EmptyState title={texts.over} action={back}>
          {texts.overBody}
        </EmptyState>
      </Page>
    );
  if (failure && !data)
    return (
      <ErrorState
        heading="h1"
        code={failure.code}
        requestId={failure.requestId}
        busy={fetching}
        onRetry={() => retry()}
        action={back}
      />
    );
  return data ? <Opened data={data.lookedUp} /> : <Skeleton of="page" />;
}

function Opened({ data }: { data: LookedUpQuery["lookedUp"] }) {
  const { lookUp: texts, members, workday } = useAllTexts();
  const format = useFormat();
  const lookUp = readFragment(LookUpRow_LookUpFragmentDoc, data.lookUp);
  const detail = readFragment(MemberPage_MemberDetailFragmentDoc, data.detail);
  const { member } = detail;
  const wish = members.wishes[member.preference](
    member.firstName,
    member.contactAgainOn ? format.date(member.contactAgainOn) : "",
  );
  const lead = [
    lookUp.chapterName,
    members.since(format.date(member.joinedOn)),
    detail.age !== null && members.age(format.number(detail.age)),
  ];
  return (
    <Page
      narrow
      title={fullName(member)}
      // a title is kept in the browser's history
      documentTitle={texts.documentTitle}
      crumb={<Link to="/oppslag">{texts.title}</Link>}
      lead={lead.filter(Boolean).join(" · ")}
    >
      <Stack>
        <Alert title={texts.openUntil(format.time(lookUp.expiresAt))}>
          <p>{texts.seenBy(workday.lookedUp.reasons[lookUp.reason], lookUp.words)}</p>
        </Alert>
        <Card title={texts.wish}>{wish}</Card>
        <ContactCard detail={detail} />
        <TimelineCard events={detail.timeline} />
      </Stack>
    </Page>
  );
}
