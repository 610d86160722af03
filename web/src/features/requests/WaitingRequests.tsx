import { useRequestsWaitingQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useLive } from "../../app/live";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, ButtonLink } from "../../ui";

/** On the front page of those who look after chapters: that somebody waits for an answer. What is about members is not counted. */
export function WaitingRequests() {
  const decides = useCan("WAIVER_DECIDE");
  const texts = useAllTexts().requestsPage.overview;
  const format = useFormat();
  const [{ data }, again] = useRequestsWaitingQuery({ pause: !decides });
  useLive(() => decides && again({ requestPolicy: "network-only" }));
  if (!data) return null;
  const { duties, aboutMembers } = data.requestsWaiting;
  if (duties === 0 && !aboutMembers) return null;
  const title = duties === 0 ? texts.onlyMembers : format.sentence(texts.duties(format.words(duties), duties > 1));
  return (
    <Alert
      tone="info"
      title={title}
      action={
        <ButtonLink variant="secondary" to="/onsker">
          {texts.go}
        </ButtonLink>
      }
    >
      {duties > 0 && aboutMembers && texts.members}
    </Alert>
  );
}
