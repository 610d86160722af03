import { useEffect, useRef, type ReactNode, type Ref } from "react";
import { useLocation } from "react-router";
import { classes } from "./classes";
import "./page.css";

export type PageProps = {
  /** The answer, in a sentence. Also the title of the document unless `documentTitle` is given. */
  title: string;
  documentTitle?: string;
  /** A line above: where one is, the day, a way back. */
  crumb?: ReactNode;
  /** Counts or a half sentence under the title. */
  lead?: ReactNode;
  /** The page's one primary action (desk: right of the title; phone: under it). */
  action?: ReactNode;
  /** The action stands beside the title on the phone too: where it is not what one comes for. */
  beside?: boolean;
  /** A picture right of the title, such as the cairn. */
  art?: ReactNode;
  /** A picture over a centred heading: the lit cairn when all is done. */
  scene?: ReactNode;
  /** Long reading and forms: 42 rem wide at most. */
  narrow?: boolean;
  children?: ReactNode;
};

/** The page we last moved focus for, so that a change of the query string alone leaves focus where it is. */
let announced: string | null = null;

/** Every page: one h1 that takes the focus when one arrives from another page, and the title of the document. */
export function Page(props: PageProps) {
  const { title, documentTitle } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${documentTitle ?? title} · Varde`;
  }, [documentTitle, title]);

  useEffect(() => {
    if (announced !== null && announced !== pathname) heading.current?.focus({ preventScroll: true });
    announced = pathname;
  }, [pathname]);

  return <PageBody {...props} heading={heading} />;
}

/** A page as it looks, without taking the title or the focus: a picture of it in a `Frame`. */
export function PageBody({
  title,
  crumb,
  lead,
  action,
  beside,
  art,
  scene,
  narrow,
  heading,
  children,
}: PageProps & { heading?: Ref<HTMLHeadingElement> }) {
  return (
    <div className={classes("v-page", narrow && "v-page--narrow")}>
      {scene}
      <header
        className={classes(
          "v-answer",
          art !== undefined && "v-answer--art",
          beside && "v-answer--beside",
          scene !== undefined && "v-answer--centred",
        )}
      >
        <div className="v-answer__text">
          {crumb !== undefined && <div className="v-answer__crumb">{crumb}</div>}
          <h1 ref={heading} tabIndex={-1} className="v-answer__title">
            {title}
          </h1>
          {lead !== undefined && <p className="v-answer__lead">{lead}</p>}
        </div>
        {art !== undefined && <div className="v-answer__art">{art}</div>}
        {action !== undefined && <div className="v-answer__action">{action}</div>}
      </header>
      {children}
    </div>
  );
}

/** A heading over a group of cards. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="v-section">
      <header className="v-section__head">
        <h2>{title}</h2>
        {aside !== undefined && <div className="v-section__aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** Main content with a panel at its right from 1100 px; under that the panel comes below. */
export function WithPanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className="v-with-panel">
      <div className="v-with-panel__main">{children}</div>
      <aside className="v-with-panel__panel">{panel}</aside>
    </div>
  );
}
