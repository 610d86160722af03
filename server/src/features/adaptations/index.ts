import { AdaptationResolver } from "./adaptation.resolver.js";
import { ProposalResolver } from "./proposal.resolver.js";

export { OverlayPart } from "./overlay.type.js";

export const ADAPTATION_RESOLVERS = [AdaptationResolver, ProposalResolver] as const;
