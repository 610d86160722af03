import { Link } from "react-router";
import { SeeTakenOverDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button } from "../../ui";
import { useTaskWords } from "./task-words";
import type { TaskLine } from "./useToday";

type Props = { tasks: readonly TaskLine[]; onSeen: () => void };

/** What national did on the board's behalf while nobody was here, until one of the board has seen it. */
export function TakenOverNotice({ tasks, onSeen }: Props) {
  const texts = useTexts().workday.takenOver;
  const words = useTaskWords();
  const see = useAction(SeeTakenOverDocument);
  if (tasks.length === 0) return null;
  const ids = tasks.map(({ id }) => id);
  return (
    <Alert
      tone="info"
      title={texts.title(tasks.length)}
      action={
        <Button variant="quiet" busy={see.busy} onClick={() => void see.run({ ids }).then(onSeen)}>
          {texts.seen}
        </Button>
      }
    >
      {tasks.map((task) => (
        <p key={task.id}>
          <Link to={`/oppgaver/${task.id}`}>{words.whole(task)}</Link>
        </p>
      ))}
      <p>{texts.lead}</p>
    </Alert>
  );
}
