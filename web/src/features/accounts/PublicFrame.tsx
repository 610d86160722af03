import type { ReactNode } from "react";
import { LANGUAGES } from "@varde/domain";
import { Link, Outlet } from "react-router";
import { ApiProvider } from "../../app/ApiProvider";
import { useLanguage, useTexts } from "../../texts";
import { Cairn, Hills, OfflineNotice } from "../../ui";
import "./public-frame.css";

/** Around the pages one meets before one is in: the mark, the hills, the languages. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { app: texts, privacy } = useTexts();
  const { language, setLanguage } = useLanguage();
  return (
    <div className="a-public">
      <Hills />
      <header className="a-public__head">
        <span className="a-public__mark">
          <Cairn lit size="mark" />
          {texts.name}
        </span>
        <nav aria-label={texts.more.language} className="a-public__languages">
          {LANGUAGES.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              className="a-public__language"
              aria-pressed={one === language}
              onClick={() => setLanguage(one)}
            >
              {texts.languages[one]}
            </button>
          ))}
        </nav>
      </header>
      <main className="a-public__main">
        <OfflineNotice />
        {children}
      </main>
      <footer className="a-public__foot">
        <Link to="/hvem-ser-meg">{privacy.whoSeesMe}</Link> <Link to="/personvern">{privacy.link}</Link>
      </footer>
    </div>
  );
}

/** The frame with a client of its own, for the pages outside the session. */
export function PublicLayout() {
  return (
    <ApiProvider tenant="public">
      <PublicFrame>
        <Outlet />
      </PublicFrame>
    </ApiProvider>
  );
}
