import { Link } from "react-router";
import type { TodayQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage } from "../../texts";
import { Card, Row, Rows, Tag } from "../../ui";
import { useHandoverTexts } from "./words";

/** The first tasks of somebody new on the board, in the order of their deadlines. */
export default function FirstTasksCard({ tasks }: { tasks: TodayQuery["firstTasks"] }) {
  const texts = useHandoverTexts();
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <Card title={texts.first.title} lead={texts.first.body}>
      <Rows>
        {tasks.map((task) => (
          <Row key={task.id}>
            <Link to={`/oppgaver/${task.id}`}>{localized(task.title, language)}</Link>{" "}
            {task.done ? <Tag tone="good">{texts.first.done}</Tag> : texts.tasks.due(format.date(task.dueOn))}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
