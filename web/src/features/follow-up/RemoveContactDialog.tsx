import { RemoveContactDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Dialog } from "../../ui";
import { ActionFailed } from "../news";
import type { Entry } from "./FollowUpCard";

type Props = { chapterId: string; entry: Entry; onClose: () => void; onRemoved: () => void };

/** A line of the log is somebody's memory: asked before it goes. */
export function RemoveContactDialog({ chapterId, entry, onClose, onRemoved }: Props) {
  const all = useAllTexts();
  const texts = all.followUp.remove;
  const remove = useAction(RemoveContactDocument);
  const act = async (): Promise<void> => {
    if (await remove.run({ id: entry.id, chapterId, rev: entry.rev ?? 0 })) onRemoved();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button onClick={onClose}>{all.ui.actions.cancel}</Button>
          <Button variant="danger" busy={remove.busy} onClick={() => void act()}>
            {texts.act}
          </Button>
        </>
      }
    >
      <p>{texts.body}</p>
      <ActionFailed problems={remove.otherProblems()} error={remove.error} />
    </Dialog>
  );
}
