import { useEffect, useRef, useState } from "react";
import { CommentOnTouchpointDocument, RemoveCommentDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ErrorState, Row, Rows, TextArea, VisuallyHidden } from "../../ui";
import { ChatIcon } from "../../ui/icons";
import type { Shared } from "./useTogether";

const MOST = 500;

/** What the board says to each other, oldest first, and room to say more. The warning stands there always. */
export function Comments({ shared, onChanged }: { shared: Shared; onChanged: () => void }) {
  const texts = useTexts().together;
  const format = useFormat();
  const remove = useAction(RemoveCommentDocument);
  const { comments, touchpointId } = shared;
  const takeAway = async (id: string): Promise<void> => {
    await remove.run({ id });
    onChanged();
  };
  return (
    <div className="v-talk">
      {comments.length > 0 && (
        <Rows>
          {comments.map(({ id, text, writtenBy, mine, createdAt }) => (
            <Row key={id}>
              <article className="v-talk__one">
                <p className="v-talk__by">
                  <strong>{mine ? texts.you : writtenBy}</strong> <span>{format.moment(createdAt)}</span>
                </p>
                <p className="v-talk__text">{text}</p>
                {mine && (
                  <Button variant="plain" className="v-talk__remove" onClick={() => void takeAway(id)}>
                    {texts.remove}
                    <VisuallyHidden> {texts.removeWhich(text.slice(0, 40))}</VisuallyHidden>
                  </Button>
                )}
              </article>
            </Row>
          ))}
        </Rows>
      )}
      {remove.error && <ErrorState {...remove.error} />}
      <Write touchpointId={touchpointId} onWritten={onChanged} />
    </div>
  );
}

function Write({ touchpointId, onWritten }: { touchpointId: string; onWritten: () => void }) {
  const texts = useTexts().together;
  const say = useAction(CommentOnTouchpointDocument);
  const place = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState(false);
  const [id, setId] = useState(newId);
  const [text, setText] = useState("");
  useEffect(() => {
    if (writing) place.current?.querySelector("textarea")?.focus();
  }, [writing]);
  const send = async (): Promise<void> => {
    if (!(await say.run({ id, touchpointId, text }))) return;
    setText("");
    setId(newId());
    setWriting(false);
    onWritten();
  };
  if (!writing) {
    return (
      <div className="v-talk__start">
        <Button variant="quiet" icon={ChatIcon} onClick={() => setWriting(true)}>
          {texts.start}
        </Button>
        <p>{texts.warning}</p>
      </div>
    );
  }
  return (
    <div ref={place} className="v-talk">
      <TextArea
        label={texts.write}
        help={`${texts.warning} ${texts.who}`}
        problem={say.problemAt("text")}
        rows={3}
        maxLength={MOST}
        value={text}
        onChange={setText}
      />
      {say.otherProblems(["text"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {say.error && <ErrorState {...say.error} />}
      <div className="v-assignee__acts">
        <Button busy={say.busy} onClick={() => void send()}>
          {texts.send}
        </Button>
        <Button variant="plain" onClick={() => setWriting(false)}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
