import { Ctx, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { ownPeers } from "./own-peers.service.js";
import { peerGroupChoices } from "./peers.js";
import { OwnPeerGroup, PeerGroupChoice } from "./peers.type.js";

@Resolver()
export class PeersResolver {
  @Needs("STATISTICS_READ")
  @ForIntegrations("NUMBERS")
  @Query(() => [PeerGroupChoice], {
    description:
      "Groups of chapters of one size with chapters in the reach, the smallest first; of the newest quarter.",
  })
  async peerGroups(@Ctx() context: Context): Promise<PeerGroupChoice[]> {
    return peerGroupChoices(await context.work());
  }

  @Needs("STATISTICS_EXACT")
  @Query(() => OwnPeerGroup, {
    nullable: true,
    description:
      "The own chapter, exact, beside the others of its size as one sum of three or more; null for a chapter in no group.",
  })
  async ownPeers(@Ctx() context: Context): Promise<OwnPeerGroup | null> {
    return ownPeers(await context.work());
  }
}
