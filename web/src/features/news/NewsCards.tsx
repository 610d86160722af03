import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { NewsCards_NewsFragmentDoc } from "../../../../graphql/generated/graphql";
import { useTexts } from "../../texts";
import { BoardMessageCard } from "./BoardMessageCard";
import { VersionNewsCard } from "./VersionNewsCard";
import "./news.css";

/** What the board has not seen yet: messages from national, and what is new in its tasks. Nothing when there is none. */
export function NewsCards({
  news: masked,
  onChanged,
}: {
  news: FragmentType<typeof NewsCards_NewsFragmentDoc>;
  onChanged: () => void;
}) {
  const news = readFragment(NewsCards_NewsFragmentDoc, masked);
  const texts = useTexts().news;
  if (news.boardMessages.length + news.versions.length === 0) return null;
  return (
    <div className="v-news">
      {news.boardMessages.map((message) => (
        <BoardMessageCard key={message.id} message={message} eyebrow={texts.fresh} onChanged={onChanged} />
      ))}
      {news.versions.map((version) => (
        <VersionNewsCard key={version.versionId} version={version} onChanged={onChanged} />
      ))}
      {news.boardMessages.length > 0 && <Link to="/beskjeder">{texts.all}</Link>}
    </div>
  );
}
