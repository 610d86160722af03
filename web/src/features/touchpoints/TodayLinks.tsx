import { useState } from "react";
import { Link } from "react-router";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { StartTaskDialog } from "./StartTaskDialog";

/** The whole list, and a task started by hand. `total`: how many wait, where more do than are shown. */
export function TodayLinks({ total, to = "/oppgaver" }: { total?: number; to?: string }) {
  const { touchpoints, workday } = useTexts();
  const texts = touchpoints.today;
  const [starting, setStarting] = useState(false);
  return (
    <div className="v-today__links">
      <Link to={to}>{total === undefined ? texts.all : workday.seeAll(total)}</Link>
      <Button variant="plain" icon={PlusIcon} onClick={() => setStarting(true)}>
        {texts.start}
      </Button>
      <StartTaskDialog open={starting} onClose={() => setStarting(false)} />
    </div>
  );
}
