import { useState } from "react";
import { Link } from "react-router";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { StartTaskDialog } from "./StartTaskDialog";

/** The whole list, and a task started by hand. */
export function TodayLinks() {
  const texts = useTexts().touchpoints.today;
  const [starting, setStarting] = useState(false);
  return (
    <div className="v-today__links">
      <Link to="/oppgaver">{texts.all}</Link>
      <Button variant="plain" icon={PlusIcon} onClick={() => setStarting(true)}>
        {texts.start}
      </Button>
      <StartTaskDialog open={starting} onClose={() => setStarting(false)} />
    </div>
  );
}
