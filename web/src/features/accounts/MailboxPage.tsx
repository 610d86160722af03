import { useState } from "react";
import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { MailboxLetter_MailboxMessageFragmentDoc } from "../../../../graphql/generated/graphql";
import { useMailboxQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Button, ButtonLink, Card, EmptyState, ErrorState, Page, Pager, Skeleton, Stack } from "../../ui";
import { ArrowCirclepathIcon } from "../../ui/icons";
import "./sign-in.css";

const PAGE = 20;
const LINK = /https?:\/\/\S+/;

/** What was sent, in demo and development: links work as in a mail program. */
export function Component() {
  const { accounts, ui } = useTexts();
  const texts = accounts.mailbox;
  const { back } = ui.actions;
  const [first, setFirst] = useState(PAGE);
  const [{ data, fetching, error }, ask] = useMailboxQuery({
    variables: { first, after: null },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  const again = (): void => ask({ requestPolicy: "network-only" });
  const letters = data?.mailbox.nodes;

  return (
    <Page
      title={texts.title}
      narrow
      lead={texts.lead}
      crumb={<Link to="/">{back}</Link>}
      action={
        <Button icon={ArrowCirclepathIcon} busy={fetching} onClick={again}>
          {texts.refresh}
        </Button>
      }
    >
      {failure && !letters && <ErrorState {...failure} busy={fetching} onRetry={again} />}
      {!failure && !letters && <Skeleton of="cards" count={3} />}
      {letters?.length === 0 && <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>}
      {letters && letters.length > 0 && (
        <Stack>
          {letters.map((letter) => (
            <MailboxLetter key={letter.id} letter={letter} />
          ))}
        </Stack>
      )}
      {letters && (
        <Pager
          shown={letters.length}
          hasMore={data.mailbox.pageInfo.hasNextPage && first < 100}
          busy={fetching}
          onMore={() => setFirst(Math.min(first + PAGE, 100))}
        />
      )}
    </Page>
  );
}

function MailboxLetter({ letter }: { letter: FragmentType<typeof MailboxLetter_MailboxMessageFragmentDoc> }) {
  const texts = useTexts().accounts.mailbox;
  const format = useFormat();
  const { to, from, subject, text, sentAt } = readFragment(MailboxLetter_MailboxMessageFragmentDoc, letter);
  const link = LINK.exec(text)?.[0];
  return (
    <Card title={subject}>
      <dl className="a-facts">
        <dt>{texts.from}</dt>
        <dd>{from}</dd>
        <dt>{texts.to}</dt>
        <dd>{to}</dd>
        <dt>{texts.sent}</dt>
        <dd>{format.moment(sentAt)}</dd>
      </dl>
      <p className="a-letter">{text.trim()}</p>
      {link && (
        <div>
          <ButtonLink href={link} variant="quiet">
            {texts.open}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
