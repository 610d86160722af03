import { laidDots, moveDot, type Dots } from "@varde/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  LayDotsDocument,
  VotePage_PageFragmentDoc,
  VotePageDocument,
  type VotePage_PageFragment,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { newId } from "../../app/ids";
import { read, write } from "../../app/storage";

const LOOK_MS = 3000;
const AGAIN_MS = 1500;
const PATIENCE_MS = 10_000;
const KEY = "varde.stem";

const unanswered = (): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });

/** What this phone is known by in votes: 256 bits, made once. Where nothing can be kept, it lasts as long as the page. */
function phoneToken(): string {
  const kept = read(KEY);
  if (kept && /^[0-9a-f]{64}$/.test(kept)) return kept;
  const made = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  write(KEY, made);
  return made;
}

const laidOf = (page: VotePage_PageFragment): Dots =>
  Object.fromEntries(page.candidates.flatMap(({ id, laid }) => (laid > 0 ? [[id, laid]] : [])));
const asRows = (dots: Dots) => Object.entries(dots).map(([id, n]) => ({ id, dots: n }));

export type Sending = "saved" | "saving" | "trying" | "slow";

/**
 * A phone's dots in a vote. A tap moves a dot here at once; all dots are then sent whole, one answer at a time and the newest last, until
 * they are there. Between taps the phone looks for what has changed: the round closed, another opened, another tab.
 */
export function useBallot(code: string) {
  const client = useClient();
  const [token] = useState(phoneToken);
  const [page, setPage] = useState<VotePage_PageFragment | null | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wanted, setWanted] = useState<Dots | null>(null);
  const [sending, setSending] = useState<Sending>("saved");
  const [said, setSaid] = useState<string | null>(null);
  const now = useRef<{ page: VotePage_PageFragment | null; wanted: Dots | null; busy: boolean; looks: number }>({
    page: null,
    wanted: null,
    busy: false,
    looks: 0,
  });

  const take = useCallback((next: VotePage_PageFragment | null) => {
    now.current.page = next;
    setPage(next);
  }, []);

  const look = useCallback(async () => {
    if (now.current.busy || now.current.wanted) return;
    const mine = ++now.current.looks;
    const result = await client.query(VotePageDocument, { code, token }, { requestPolicy: "network-only" }).toPromise();
    // what was tapped while it was asked is newer, and so is what was asked after it
    if (now.current.busy || now.current.wanted || mine !== now.current.looks) return;
    setFailure(errorOf(result.error));
    if (result.data) take(readFragment(VotePage_PageFragmentDoc, result.data.votePage) ?? null);
  }, [client, code, take, token]);

  const send = useCallback(async () => {
    if (now.current.busy) return;
    now.current.busy = true;
    setSending("saving");
    while (now.current.wanted && now.current.page) {
      const dots = now.current.wanted;
      const { round, rev } = now.current.page;
      const input = { key: newId(), code, token, round, rev, laid: asRows(dots) };
      // laying the same dots again is the same: what got no answer while the phone slept is sent anew
      const result = await Promise.race([client.mutation(LayDotsDocument, { input }).toPromise(), unanswered()]);
      if (!result?.data) {
        setSending(errorOf(result?.error)?.code === "RATE_LIMITED" ? "slow" : "trying");
        await new Promise((resolve) => {
          setTimeout(resolve, AGAIN_MS);
        });
        continue;
      }
      const { page: next, problems } = result.data.layDots;
      take(readFragment(VotePage_PageFragmentDoc, next) ?? null);
      setSaid(problems[0]?.message ?? null);
      // refused: what lies there holds; else it is done unless there were more taps
      if (problems.length > 0 || now.current.wanted === dots) {
        now.current.wanted = null;
        setWanted(null);
      }
      setSending("saving");
    }
    now.current.busy = false;
    setSending("saved");
  }, [client, code, take, token]);

  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    const looking = setInterval(() => void look(), LOOK_MS);
    // a phone that slept shows what is true now, not what was when it went dark
    const woken = (): void => {
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", woken);
    window.addEventListener("online", woken);
    return () => {
      clearTimeout(first);
      clearInterval(looking);
      document.removeEventListener("visibilitychange", woken);
      window.removeEventListener("online", woken);
    };
  }, [look]);

  const dots = wanted ?? (page ? laidOf(page) : {});
  const move = (id: string, step: 1 | -1): void => {
    if (!page) return;
    const next = moveDot(now.current.wanted ?? laidOf(page), id, step, page);
    now.current.wanted = next;
    setWanted(next);
    setSaid(null);
    void send();
  };
  return { page, failure, dots, left: page ? page.dots - laidDots(dots) : 0, sending, said, move, look };
}
