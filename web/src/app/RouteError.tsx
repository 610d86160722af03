import { useEffect } from "react";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { useTexts } from "../texts";
import { Button, ButtonLink, EmptyState, ErrorState, Page } from "../ui";

/** A page that broke, in its place: the way around it still works. */
export function RouteError() {
  const error = useRouteError();
  const texts = useTexts().app;
  const offline = !navigator.onLine;
  // a page that could not be fetched in the tunnel is fetched when there is light
  useEffect(() => {
    if (!offline) return;
    const reload = (): void => location.reload();
    addEventListener("online", reload);
    return () => removeEventListener("online", reload);
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
