import { useState } from "react";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card, FormActions } from "../../ui";
import { CopyDialog } from "./CopyDialog";
import { EraseDialog } from "./EraseDialog";

type Props = { memberId: string; rev: number };

/** What the leader does when a member asks: a copy of everything, or erasure. Nothing for anybody else. */
export function MemberRights({ memberId, rev }: Props) {
  const texts = useTexts().privacy.rights;
  const [asking, setAsking] = useState<"copy" | "erase" | null>(null);
  if (!useCan("MEMBER_RIGHTS")) return null;
  const close = () => setAsking(null);
  return (
    <Card title={texts.title} lead={texts.lead}>
      <p>{texts.correct}</p>
      <FormActions>
        <Button variant="quiet" onClick={() => setAsking("copy")}>
          {texts.copy}
        </Button>
        <Button variant="plain" onClick={() => setAsking("erase")}>
          {texts.erase}
        </Button>
      </FormActions>
      {asking === "copy" && <CopyDialog memberId={memberId} onClose={close} />}
      {asking === "erase" && <EraseDialog memberId={memberId} rev={rev} onClose={close} />}
    </Card>
  );
}
