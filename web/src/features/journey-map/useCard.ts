import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { JourneyMapView_JourneyMapFragmentDoc, SaveCardDocument } from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { isWhole, unwrapped, type Card } from "./map";
import { createSaver, type Answer } from "../../app/saver";
import type { Fetched } from "./useMap";

type Saving = { key: string; rev: number; what: Card };

async function send(
  client: Client,
  mapId: string,
  { key, rev, what }: Saving,
  onHeard: (map: Fetched) => void,
): Promise<Answer<Card>> {
  const { id, stage, kind, title, text, owner, templateId } = what;
  const evidence = what.evidence.filter(isWhole).map(({ __typename: _type, ...one }) => one);
  const input = { key, mapId, id, rev, stage, kind, title, text, owner, templateId, evidence };
  const { data, error } = await client.mutation(SaveCardDocument, { input }).toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (!data) return { kind: "refused", message: null };
  const { map: told, problems } = data.saveCard;
  if (told) onHeard(told);
  if (problems.length === 0) return { kind: "saved", rev: rev + 1 };
  if (!problems.some(({ code }) => code === "CONFLICT" || code === "LOCKED"))
    return { kind: "refused", message: problems[0]?.message ?? null };
  const map = told && unwrapped(readFragment(JourneyMapView_JourneyMapFragmentDoc, told));
  const theirs = map?.state === "DRAFT" ? map.cards.find((card) => card.id === id) : undefined;
  return { kind: "conflict", theirs: theirs ? { rev: theirs.rev, what: theirs } : null };
}

/** A card being written, saved by itself. One leaves the page with a warning while something is not. */
export function useCard(mapId: string, first: Card, onHeard: (map: Fetched) => void) {
  const client = useClient();
  const [saver] = useState(() =>
    createSaver<Card>(
      { what: first, rev: first.rev },
      (sent) => send(client, mapId, sent, onHeard),
      ({ title, templateId }) => title.trim() !== "" || templateId !== null,
    ),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isUnsaved()) event.preventDefault();
    };
    const online = (): void => void saver.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
    };
  }, [saver]);
  return { ...state, change: saver.change, flush: saver.flush, resolve: saver.resolve, isUnsaved: saver.isUnsaved };
}
