import { useState } from "react";
import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { ReminderRow_ReminderEntryFragmentDoc, type RemindersQuery } from "../../../../graphql/generated/graphql";
import { useRemindersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, ErrorState, Page, Pager, Row, Rows, Skeleton, Stack } from "../../ui";
import { ReminderForm } from "./ReminderForm";
import "./reminders.css";

const PAGE = 20;

/** Whether and when one is reminded, what the next mail would say, and what became of those before. */
export function Component() {
  const { reminders: texts, accounts } = useAllTexts();
  const [first, setFirst] = useState(PAGE);
  const [result, reload] = useRemindersQuery({ variables: { first, after: null } });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {result.data ? (
        <Shown data={result.data} busy={result.fetching} onMore={() => setFirst(first + PAGE)} onChanged={again} />
      ) : problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={again} />
      ) : (
        <Skeleton of="cards" count={3} />
      )}
    </Page>
  );
}

type ShownProps = { data: RemindersQuery; busy: boolean; onMore: () => void; onChanged: () => void };

function Shown({ data: { reminders, reminderLog }, busy, onMore, onChanged }: ShownProps) {
  const texts = useAllTexts().reminders;
  const { nodes, pageInfo } = reminderLog;
  return (
    <Stack>
      <ReminderForm reminders={reminders} onChanged={onChanged} />
      <Card title={texts.preview.title}>
        {reminders.preview ? (
          <div className="v-reminder">
            <p className="v-reminder__subject">{texts.preview.subject(reminders.preview.subject)}</p>
            {reminders.preview.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ) : (
          <p>{texts.preview.nothing}</p>
        )}
      </Card>
      <Card title={texts.log.title} lead={texts.log.lead}>
        {nodes.length === 0 ? (
          <p>{texts.log.empty}</p>
        ) : (
          <Rows>
            {nodes.map((entry) => (
              <ReminderRow key={entry.id} entry={entry} />
            ))}
          </Rows>
        )}
        <Pager shown={nodes.length} hasMore={pageInfo.hasNextPage && nodes.length < 100} busy={busy} onMore={onMore} />
      </Card>
    </Stack>
  );
}

function ReminderRow({ entry: given }: { entry: FragmentType<typeof ReminderRow_ReminderEntryFragmentDoc> }) {
  const { at, rule, outcome, reason } = readFragment(ReminderRow_ReminderEntryFragmentDoc, given);
  const texts = useAllTexts().reminders.log;
  const format = useFormat();
  const what = reason ? `${texts.outcomes[outcome]}: ${texts.reasons[reason]}` : texts.outcomes[outcome];
  return (
    <Row>
      <div className="v-reminder-row">
        <span>{texts.rules[rule]}</span>
        <span className="v-reminder-row__what">
          {format.sentence(what)} · {format.moment(at)}
        </span>
      </div>
    </Row>
  );
}
