import { moveMapCard, type Stage } from "@varde/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  JourneyMapView_JourneyMapFragmentDoc,
  MoveCardDocument,
  type JourneyMapPageQuery,
} from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { newId } from "../../app/ids";
import { untilAnswered } from "../../app/until-answered";
import { unwrapped, type Map } from "./map";

export type Fetched = NonNullable<JourneyMapPageQuery["journeyMap"]>;

/** The map on the screen: what was last heard of it, with the moves that are on their way already done. */
export function useMap(fetched: Fetched) {
  const client = useClient();
  const [map, setMap] = useState<Map>(() => unwrapped(readFragment(JourneyMapView_JourneyMapFragmentDoc, fetched)));
  const [failed, setFailed] = useState(false);
  const waiting = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const heard = useCallback((told: Fetched | null | undefined): void => {
    if (!told || waiting.current > 0) return;
    const next = unwrapped(readFragment(JourneyMapView_JourneyMapFragmentDoc, told));
    // answers may come in another order than they were given in
    setMap((now) => (next.id !== now.id || next.rev >= now.rev ? next : now));
  }, []);
  useEffect(() => heard(fetched), [fetched, heard]);

  /** Moves at once on the screen, and after those before it on the server. */
  const move = useCallback(
    (id: string, stage: Stage, beforeId: string | null): void => {
      setMap((now) => ({ ...now, cards: moveMapCard(now.cards, id, stage, beforeId) }));
      waiting.current++;
      const mapId = map.id;
      queue.current = queue.current.then(async () => {
        const input = { key: newId(), mapId, id, stage, beforeId };
        const { data, error } = await untilAnswered(
          () => client.mutation(MoveCardDocument, { input }).toPromise(),
          (sent) => !isUnanswered(sent.error),
        );
        waiting.current--;
        const bad = error !== undefined || (data?.moveCard.problems.length ?? 0) > 0;
        setFailed(bad);
        const told = data?.moveCard.map ? readFragment(JourneyMapView_JourneyMapFragmentDoc, data.moveCard.map) : null;
        if (told && waiting.current === 0) setMap(unwrapped(told));
      });
    },
    [client, map.id],
  );
  return { map, heard, move, failed };
}
