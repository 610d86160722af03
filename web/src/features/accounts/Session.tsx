import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { useClient, type CombinedError } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  SecondStep_SecondStepFragmentDoc,
  SecurePage_FactorDemandFragmentDoc,
  Session_SeatFragmentDoc,
  Session_ViewerFragmentDoc,
  ViewerDocument,
  type SecondStep_SecondStepFragment,
  type ViewerQuery,
} from "../../../../graphql/generated/graphql";
import { ApiProvider } from "../../app/ApiProvider";
import { errorOf, type Failure } from "../../app/errors";
import { OfflineProvider } from "../../app/offline/OfflineProvider";
import { loadEngine } from "../../app/offline/load";
import type { StoredDay } from "../../app/offline/types";
import { keepReturnPath } from "../../app/return-path";
import { SessionContext } from "../../app/session";
import { read } from "../../app/storage";
import { ViewerProvider, type Viewer, type ViewerSeat } from "../../app/viewer";
import { useBrand } from "../../app/brand";
import { LevelTermProvider, useLanguage } from "../../texts";
import { ErrorState, Skeleton } from "../../ui";
import { forgetIfEnded } from "./forget-if-ended";
import { PublicFrame } from "./PublicFrame";
import { SeatChooser } from "./SeatChooser";
import { StepUp } from "./StepUp";

const SecurePage = lazy(() => import("./SecurePage"));
const SecondStepPage = lazy(() => import("./SecondStepPage"));

type SignedIn = Omit<Viewer, "seat"> & { seat: ViewerSeat | null; language: "nb" | "nn" | "en" | null };
type State =
  | { kind: "loading" }
  | { kind: "failed"; failure: Failure }
  | { kind: "signedOut" }
  | { kind: "secondStep"; step: SecondStep_SecondStepFragment }
  /** `stored`: nobody could be asked, and this is who was here when the day was kept */
  | { kind: "signedIn"; who: SignedIn; stored: boolean };

/** A network that says nothing for so long is as good as none, when there is a day to work on. */
const PATIENCE_MS = 4000;
const SETTLE_MS = 400;

const dayToOpen = async (): Promise<StoredDay | null> => (await (await loadEngine())?.dayToOpen()) ?? null;

function stateOf(data: ViewerQuery): State {
  const viewer = readFragment(Session_ViewerFragmentDoc, data.viewer);
  const step = readFragment(SecondStep_SecondStepFragmentDoc, data.signInOptions.secondStep);
  if (!viewer) return step ? { kind: "secondStep", step } : { kind: "signedOut" };
  const { account, capabilities, digestEnabled } = viewer;
  return {
    kind: "signedIn",
    stored: false,
    who: {
      account: { id: account.id, name: account.name },
      language: account.language,
      seat: readFragment(Session_SeatFragmentDoc, viewer.seat) ?? null,
      seats: readFragment(Session_SeatFragmentDoc, viewer.seats),
      capabilities,
      digestEnabled,
      demo: data.signInOptions.demo,
      organization: viewer.organization,
      papers: viewer.papers ?? null,
      demand: readFragment(SecurePage_FactorDemandFragmentDoc, viewer.demand) ?? null,
    },
  };
}

/** What follows from an answer. What was there stays when the network fails: nobody is thrown out of a page for that. */
function after(now: State, data: ViewerQuery | undefined, error: CombinedError | undefined): State {
  if (data) return stateOf(data);
  if (now.kind === "signedIn") return now;
  return { kind: "failed", failure: errorOf(error) ?? { code: "INTERNAL", requestId: null } };
}

/** Who worked here when the day was kept. What they may is asked of the server as soon as it answers. */
const opened = ({ who }: StoredDay): State => ({ kind: "signedIn", stored: true, who });

/** Who is signed in, for every page inside; else the way to the sign-in. Each seat has a client and pages of its own. */
export function Session({ children }: { children: ReactNode }) {
  return (
    <ApiProvider tenant="session">
      <Asking>{children}</Asking>
    </ApiProvider>
  );
}

function Asking({ children }: { children: ReactNode }) {
  const client = useClient();
  const { pathname, search } = useLocation();
  const { language, setLanguage } = useLanguage();
  const [state, setState] = useState<State>({ kind: "loading" });

  const ask = useCallback(async () => {
    const { data, error } = await client.query(ViewerDocument, {}, { requestPolicy: "network-only" }).toPromise();
    const failure = errorOf(error);
    if (data && !data.viewer) void forgetIfEnded(client);
    const unreached = !data && (failure?.code === "OFFLINE" || failure?.code === "UNAVAILABLE");
    const day = unreached ? await dayToOpen() : null;
    return (now: State): State => (day && now.kind !== "signedIn" ? opened(day) : after(now, data, error));
  }, [client]);
  const refresh = useCallback(async () => setState(await ask()), [ask]);
  useEffect(() => {
    let gone = false;
    const impatient = setTimeout(() => {
      void dayToOpen().then((day) => {
        if (!gone && day) setState((now) => (now.kind === "loading" ? opened(day) : now));
      });
    }, PATIENCE_MS);
    void ask().then((next) => {
      clearTimeout(impatient);
      if (!gone) setState(next);
    });
    return () => {
      gone = true;
      clearTimeout(impatient);
    };
  }, [ask]);

  // what this device keeps is of whoever is here, in the seat they act in
  const here = state.kind === "signedIn" && !state.stored ? state.who : null;
  const accountId = here?.account.id;
  const seatId = here?.seat?.id;
  const known = here !== null || state.kind === "signedOut" || state.kind === "secondStep";
  useEffect(() => {
    if (!known) return undefined;
    // after the page: nothing of it waits for this
    const soon = setTimeout(() => {
      void loadEngine().then((engine) => engine?.settleFor(accountId && seatId ? { accountId, seatId } : null));
    }, SETTLE_MS);
    return () => clearTimeout(soon);
  }, [known, accountId, seatId]);

  const chosen = state.kind === "signedIn" ? state.who.language : null;
  useEffect(() => {
    // a choice made on this device stands; a new device speaks as the account
    if (chosen && chosen !== language && read("varde.language") === null) setLanguage(chosen);
  }, [chosen, language, setLanguage]);

  const look = state.kind === "signedIn" ? state.who.organization : null;
  useBrand(look?.mainColour ?? null);

  const session = useMemo(() => ({ refresh }), [refresh]);

  if (state.kind === "signedOut") {
    keepReturnPath(pathname + search);
    return <Navigate replace to="/logg-inn" />;
  }
  if (state.kind === "secondStep") {
    return (
      <PublicFrame>
        <Suspense fallback={<Skeleton of="page" />}>
          <SecondStepPage step={state.step} onDone={refresh} />
        </Suspense>
      </PublicFrame>
    );
  }
  if (state.kind !== "signedIn") {
    return (
      <div className="v-main">
        {state.kind === "loading" ? (
          <Skeleton of="page" />
        ) : (
          <ErrorState heading="h1" {...state.failure} onRetry={() => void refresh()} />
        )}
      </div>
    );
  }
  const { who } = state;
  const { seat } = who;
  return (
    <SessionContext value={session}>
      {seat ? (
        <ApiProvider tenant={`${who.account.id} ${seat.id}`}>
          <ViewerProvider value={{ ...who, seat }}>
            <LevelTermProvider value={look?.levelTerm ?? "REGION"}>
              <OfflineProvider stored={state.stored}>{children}</OfflineProvider>
              <StepUp />
            </LevelTermProvider>
          </ViewerProvider>
        </ApiProvider>
      ) : (
        <PublicFrame>
          {who.demand ? (
            <Suspense fallback={<Skeleton of="page" />}>
              <SecurePage demand={who.demand} seats={who.seats} onDone={refresh} />
              <StepUp />
            </Suspense>
          ) : (
            <SeatChooser seats={who.seats} current={null} />
          )}
        </PublicFrame>
      )}
    </SessionContext>
  );
}
