import { MarkBoardMessageReadDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { CheckmarkIcon } from "../../ui/icons";
import { ActionFailed } from "./ActionFailed";

/** The seat has read the message and is not told of it again. */
export function MarkRead({ message, onRead }: { message: { id: string; title: string }; onRead: () => void }) {
  const texts = useTexts().news;
  const mark = useAction(MarkBoardMessageReadDocument);
  const act = async () => {
    if (await mark.run({ id: message.id })) onRead();
  };
  return (
    <>
      <Button
        variant="secondary"
        icon={CheckmarkIcon}
        busy={mark.busy}
        aria-label={texts.readTitle(message.title)}
        onClick={() => void act()}
      >
        {texts.read}
      </Button>
      <ActionFailed problems={mark.otherProblems()} error={mark.error} />
    </>
  );
}
