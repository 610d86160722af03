import type { Client } from "urql";
import { EndedElsewhereDocument } from "../../../../graphql/generated/graphql";
import { loadEngine } from "../../app/offline/load";

/**
 * A sign-in that was ended from another device may be one on a phone that is lost: what this one has stored to be read goes.
 * True when it was so. A session that only ran out keeps its day, for whoever comes back to it.
 */
export async function forgetIfEnded(client: Client): Promise<boolean> {
  const { data } = await client.query(EndedElsewhereDocument, {}, { requestPolicy: "network-only" }).toPromise();
  if (!data?.endedElsewhere) return false;
  await (await loadEngine())?.forgetAll();
  return true;
}
