import { lazy, Suspense, useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  DismissVersionNewsDocument,
  VersionNewsCard_VersionNewsFragmentDoc,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { localized, useLanguage, useTexts } from "../../texts";
import { Button, Card, Dialog, Skeleton } from "../../ui";
import { ActionFailed } from "./ActionFailed";

// the comparison of two versions is seldom opened, and is much code
const VersionChange = lazy(async () => ({ default: (await import("./VersionChange")).VersionChange }));

type VersionNewsCardProps = {
  version: FragmentType<typeof VersionNewsCard_VersionNewsFragmentDoc>;
  onChanged: () => void;
};

/** A new task, or what is new in one the chapter has: said once to each on the board. */
export function VersionNewsCard({ version: masked, onChanged }: VersionNewsCardProps) {
  const version = readFragment(VersionNewsCard_VersionNewsFragmentDoc, masked);
  const texts = useTexts().news.version;
  const format = useFormat();
  const { seat } = useViewer();
  const { language } = useLanguage();
  const dismiss = useAction(DismissVersionNewsDocument);
  const [looking, setLooking] = useState(false);
  const name = localized(version.name, language);
  const { previousNumber, number, notes } = version;
  const title = previousNumber === null ? texts.fresh(name) : texts.changed(name, number);
  const act = async () => {
    if (await dismiss.run({ versionId: version.versionId })) onChanged();
  };
  return (
    <Card title={title}>
      {notes && <p className="v-news__notes">{notes}</p>}
      <p className="v-message__facts">
        {[texts.from(seat.organizationName), texts.since(format.date(version.fromDay))].join(" · ")}
      </p>
      <div className="v-message__acts">
        <Button variant="secondary" aria-label={texts.dismissOne(name)} busy={dismiss.busy} onClick={() => void act()}>
          {texts.dismiss}
        </Button>
        <Button variant="plain" onClick={() => setLooking(true)}>
          {previousNumber === null ? texts.seeNew : texts.see}
        </Button>
      </div>
      <ActionFailed problems={dismiss.otherProblems()} error={dismiss.error} />
      <Dialog open={looking} onClose={() => setLooking(false)} title={title}>
        {previousNumber !== null && <p className="v-message__facts">{texts.changes(previousNumber, number)}</p>}
        <Suspense fallback={<Skeleton of="text" count={4} />}>
          <VersionChange versionId={version.versionId} />
        </Suspense>
      </Dialog>
    </Card>
  );
}
