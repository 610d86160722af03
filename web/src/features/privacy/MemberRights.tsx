import { useState } from "react";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card, FormActions } from "../../ui";
import { CopyDialog } from "./CopyDialog";
import { EraseDialog } from "./EraseDialog";

type Props = {
  memberId: string;
  rev: number;
  /** no longer a member of the chapter: nothing is corrected */
  gone: boolean;
  /** nothing is left to erase */
  forgotten: boolean;
};

/** What the leader does when a member asks: a copy of everything, or erasure. Nothing for anybody else. */
export function MemberRights({ memberId, rev, gone, forgotten }: Props) {
  const texts = useTexts().privacy.rights;
  const [asking, setAsking] = useState<"copy" | "erase" | null>(null);
  if (!useCan("MEMBER_RIGHTS")) return null;
  const close = () => setAsking(null);
  return (
    <Card title={texts.title} {...(!forgotten && { lead: texts.lead })}>
      {!gone && <p>{texts.correct}</p>}
      <FormActions>
        <Button variant="quiet" onClick={() => setAsking("copy")}>
          {texts.copy}
        </Button>
        {!forgotten && (
          <Button variant="plain" onClick={() => setAsking("erase")}>
            {texts.erase}
          </Button>
        )}
      </FormActions>
      {asking === "copy" && <CopyDialog memberId={memberId} onClose={close} />}
      {asking === "erase" && <EraseDialog memberId={memberId} rev={rev} onClose={close} />}
    </Card>
  );
}
