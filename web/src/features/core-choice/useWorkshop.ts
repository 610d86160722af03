import { useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  CoreScreen_WorkshopFragmentDoc,
  CoreWorkshopDocument,
  type CoreScreen_WorkshopFragment,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";

const LOOK_MS = 1000;

type Seen = { workshop: CoreScreen_WorkshopFragment | null; at: Date };

/** A workshop, read anew every second; what was seen last stays when the network blinks, with when it was. */
export function useWorkshop(id: string) {
  const client = useClient();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = useCallback(async () => {
    const result = await client.query(CoreWorkshopDocument, { id }, { requestPolicy: "network-only" }).toPromise();
    setFailure(errorOf(result.error));
    if (result.error || !result.data) return;
    setSeen({
      workshop: readFragment(CoreScreen_WorkshopFragmentDoc, result.data.coreWorkshop) ?? null,
      at: new Date(),
    });
  }, [client, id]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>;
    let gone = false;
    // the next is asked for when the last has answered: a slow network gets no queue
    const go = async (): Promise<void> => {
      await look();
      if (!gone) waiting = setTimeout(() => void go(), LOOK_MS);
    };
    waiting = setTimeout(() => void go(), 0);
    return () => {
      gone = true;
      clearTimeout(waiting);
    };
  }, [look]);
  return { seen, failure, look };
}
