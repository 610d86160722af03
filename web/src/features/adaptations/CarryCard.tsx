import type { Overlay } from "@varde/domain";
import { useState } from "react";
import { CarryOverlayDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, Card, ErrorState } from "../../ui";
import { readOverlay } from "./read-overlay";

type Carried = { id: string | null; rev: number; overlay: Overlay };

/** Takes what the chapter wrote for an earlier version over to this one. */
export function CarryCard({
  from,
  versionId,
  onCarried,
}: {
  from: { versionId: string; versionNumber: string };
  versionId: string;
  onCarried: (carried: Carried, left: string[]) => void;
}) {
  const texts = useTexts().adaptations;
  const { language } = useLanguage();
  const carry = useAction(CarryOverlayDocument);
  const [id] = useState(newId);
  const act = async (): Promise<void> => {
    const done = (await carry.run({ id, versionId, fromVersionId: from.versionId }))?.carryOverlay;
    if (!done?.adaptation) return;
    const { overlayId, rev, overlay } = done.adaptation;
    const names = done.left.map(({ name, key }) =>
      name ? texts.quoted(localized(name, language)) : key || texts.parts.deadline,
    );
    onCarried({ id: overlayId, rev, overlay: readOverlay(overlay) }, names);
  };
  return (
    <Card tone="attention" title={texts.carry.title(from.versionNumber)} lead={texts.carry.body}>
      <div>
        <Button variant="secondary" busy={carry.busy} onClick={() => void act()}>
          {texts.carry.action}
        </Button>
      </div>
      {carry.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {carry.error && <ErrorState {...carry.error} />}
    </Card>
  );
}
