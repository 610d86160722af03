import { Link } from "react-router";
import type { Topic } from "../../texts/help";
import { HelpSteps } from "./HelpSteps";
import { useHelpTexts } from "./useHelpTexts";
import { WhomToAsk } from "./WhomToAsk";
import "./help.css";

/** «Slik gjør du» for the page one is on, and whom one can ask. */
export default function HelpContent({ topic, onLeave }: { topic: Topic | null; onLeave: () => void }) {
  const texts = useHelpTexts();
  return (
    <div className="v-help">
      {topic && (
        <>
          <h3>{texts.topics[topic].name}</h3>
          <HelpSteps topic={topic} />
        </>
      )}
      <h3>{texts.ask}</h3>
      <WhomToAsk />
      <p>
        <Link to="/hjelp" onClick={onLeave}>
          {texts.more}
        </Link>
      </p>
    </div>
  );
}
