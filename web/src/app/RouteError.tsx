import { useEffect } from "react";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { useTexts } from "../texts";
import { Button, ButtonLink, EmptyState, ErrorState, Page } from "../ui";

const SETTLE_MS = 500;

/** A page that broke, in its place: the way around it still works. */
export function RouteError() {
  const error = useRouteError();
  const texts = useTexts().app;
  const offline = !navigator.onLine;
  // a page that could not be fetched in the tunnel is fetched when there is light
  useEffect(() => {
    if (!offline) return;
    let soon = 0;
    // a moment later, lest it takes the place of where one is on the way to
    const back = (): void => {
      soon = window.setTimeout(() => location.reload(), SETTLE_MS);
    };
    addEventListener("online", back);
    return () => {
      clearTimeout(soon);
      removeEventListener("online", back);
    };
  }, [offline]);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <div className="v-main">
      <ErrorState
        heading="h1"
        code={offline ? "OFFLINE" : "INTERNAL"}
        action={
          <>
            <Button variant="primary" onClick={() => location.reload()}>
              {texts.reload}
            </Button>
            <ButtonLink to="/">{texts.notFound.home}</ButtonLink>
          </>
        }
      />
    </div>
  );
}

export function NotFound() {
  const texts = useTexts().app.notFound;
  return (
    <Page title={texts.title}>
      <EmptyState title={texts.body} action={<Link to="/">{texts.home}</Link>} />
    </Page>
  );
}
