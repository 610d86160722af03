import { Link } from "react-router";
import { useTexts } from "../../texts";
import { OfflineNotice } from "../../ui";
import { useOnline } from "../online";
import { isWaiting, useOffline } from "./snapshot";

/** In the shell: that there is no network and what is safe, or that something one did has to be looked at. */
export function QueueLine() {
  const online = useOnline();
  const { work, day } = useOffline();
  const texts = useTexts();
  const look = work.filter((one) => !isWaiting(one)).length;
  if (!online) {
    return (
      <OfflineNotice
        {...(day && {
          body: texts.app.offline.notice.body,
          action: <Link to="/ko">{texts.app.offline.notice.link(work.length)}</Link>,
        })}
      />
    );
  }
  return (
    <OfflineNotice
      {...(look > 0 && {
        title: texts.app.offline.notice.look(look),
        action: <Link to="/ko">{texts.app.offline.notice.see}</Link>,
      })}
    />
  );
}
