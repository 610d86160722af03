import { lockScreenWords, smsInfo } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { AudienceCard_OutreachAudienceFragmentDoc } from "../../../../graphql/generated/graphql";
import { useOutreachNumbersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { Alert, Button, ButtonLink, Card, CopyButton, ErrorState, Row, Rows, Skeleton, TextArea } from "../../ui";
import { ChatIcon } from "../../ui/icons";
import { AudienceCard } from "./AudienceCard";
import type { Draft } from "./InvitePage";
import { useOutreachTexts } from "./outreach-words";

/** A text the board sends from its own phone: to copy, counted as it is paid for, and the numbers in groups. */
export function ByText({ draft, text, onText }: { draft: Draft; text: string; onText: (text: string) => void }) {
  const texts = useOutreachTexts();
  const { segments, outsideGsm7 } = smsInfo(text);
  const telling = lockScreenWords(text).join(", ");
  const { reached } = readFragment(AudienceCard_OutreachAudienceFragmentDoc, draft.byText);
  return (
    <div className="v-outreach">
      <AudienceCard way="text" audience={draft.byText} />
      <Card>
        <TextArea
          label={texts.body}
          rows={6}
          value={text}
          onChange={onText}
          footnote={texts.smsCount(segments)}
          {...(outsideGsm7.length > 0 && segments > 1 && { help: texts.odd(outsideGsm7.join(" ")) })}
        />
        {telling && <Alert tone="warn" title={texts.tellingText(telling)} />}
        <p className="v-outreach__bubble" aria-label={texts.preview}>
          {text}
        </p>
        <div className="v-outreach__acts">
          <CopyButton variant="primary" text={text} label={texts.copyText} />
          <ButtonLink variant="quiet" icon={ChatIcon} href={`sms:?&body=${encodeURIComponent(text)}`}>
            {texts.openText}
          </ButtonLink>
        </div>
      </Card>
      <Card title={texts.numbers} lead={reached === 0 ? texts.noNumbers : texts.numbersBody}>
        {reached > 0 && <Numbers />}
      </Card>
    </div>
  );
}

/** Fetched when they are asked for, and nowhere kept. */
function Numbers() {
  const texts = useOutreachTexts();
  const [asked, setAsked] = useState(false);
  const [{ data, error, fetching }, retry] = useOutreachNumbersQuery({ pause: !asked, requestPolicy: "network-only" });
  const failure = errorOf(error);
  if (!asked)
    return (
      <div>
        <Button variant="secondary" onClick={() => setAsked(true)}>
          {texts.showNumbers}
        </Button>
      </div>
    );
  if (!data)
    return failure ? (
      <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
    ) : (
      <Skeleton of="text" count={2} />
    );
  // all groups but the last are of one size
  const size = data.outreachNumbers[0]?.numbers.length ?? 0;
  const groups = data.outreachNumbers.map(({ numbers }, index) => {
    const first = index * size + 1;
    return { first, last: first + numbers.length - 1, numbers };
  });
  return (
    <Rows>
      {groups.map(({ first, last, numbers }) => (
        <Row key={first}>
          <div className="v-outreach__numbers">
            <span>
              <strong>{texts.group(first, last)}</strong>
              <span className="v-outreach__list">{numbers.join(", ")}</span>
            </span>
            <CopyButton text={numbers.join(", ")} label={texts.copyGroup(first, last)} />
          </div>
        </Row>
      ))}
    </Rows>
  );
}
