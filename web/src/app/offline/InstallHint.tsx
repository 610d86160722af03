import { useState } from "react";
import { useAllTexts } from "../../texts";
import { Button, Card } from "../../ui";
import { read, write } from "../storage";
import { useInstall } from "./install";

const SEEN = "varde.install-seen";

/** Once, and only where it can be done: how Varde gets onto the home screen. */
export function InstallHint() {
  const texts = useAllTexts().offline.install;
  const install = useInstall();
  const [seen, setSeen] = useState(() => read(SEEN) !== null);
  if (!install || seen) return null;
  const done = (): void => {
    write(SEEN, "1");
    setSeen(true);
  };
  return (
    <Card title={texts.title} lead={texts.body}>
      {install === "apple" ? <p>{texts.apple}</p> : null}
      <div>
        {install !== "apple" && (
          <Button variant="secondary" onClick={() => void install.prompt().then(done)}>
            {texts.act}
          </Button>
        )}{" "}
        <Button variant="plain" onClick={done}>
          {texts.no}
        </Button>
      </div>
    </Card>
  );
}
