import { useEffect, useRef, type ReactNode } from "react";
import { ArrowCirclepathIcon, CloudSlashIcon, ExclamationmarkTriangleIcon } from "./icons";
import { Button } from "./Button";
import { useTexts, type Catalogue } from "../texts";
import "./error-state.css";

/** The API's closed union of codes, and the network's absence. */
export type ErrorCode = keyof Catalogue["app"]["errors"];

type ErrorStateProps = {
  code: ErrorCode;
  /** Tries the same again, in place. */
  onRetry?: () => void;
  busy?: boolean;
  requestId?: string | null;
  /** Another way on. */
  action?: ReactNode;
  /** The page has a heading of its own; else this is it. */
  heading?: "h1" | "h2" | "p";
};

/** What happened, what is safe, what to do now. */
export function ErrorState({ code, onRetry, busy, requestId, action, heading: Heading = "p" }: ErrorStateProps) {
  const texts = useTexts().app;
  const again = useRef(onRetry);
  useEffect(() => {
    again.current = onRetry;
  }, [onRetry]);
  // out of the tunnel: what could not be asked for is asked for by itself
  useEffect(() => {
    const retry = (): void => again.current?.();
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, []);
  const Icon = code === "OFFLINE" ? CloudSlashIcon : ExclamationmarkTriangleIcon;
  return (
    <div className="v-error" role="alert">
      <Icon aria-hidden className="v-error__icon" fontSize="2rem" />
      <div>
        <Heading className="v-error__title">{texts.errors[code].title}</Heading>
        <p className="v-error__body">{texts.errors[code].body}</p>
        {requestId && <p className="v-error__id">{texts.requestId(requestId)}</p>}
      </div>
      {(onRetry || action) && (
        <div className="v-error__actions">
          {onRetry && (
            <Button icon={ArrowCirclepathIcon} busy={!!busy} onClick={onRetry}>
              {texts.tryAgain}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
