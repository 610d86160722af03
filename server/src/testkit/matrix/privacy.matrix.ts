import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function member({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  await seed.rows("member", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    first_name: "Medlem",
    joined_on: "2026-01-05",
    joined_chapter_on: "2026-01-05",
  });
  return id;
}

// a member's rights are used through the chapter's leader: neither the rest of the board nor anybody above
const LEADER = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

export const privacyMatrix: MatrixLine[] = [
  {
    field: "copyMember",
    document: `mutation ($input: CopyMemberInput!) { copyMember(input: $input) { copy { fileName } problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), memberId: await member(world), reason: "MEMBER_ASKED" } }),
    otherwise: "FORBIDDEN",
    except: LEADER,
  },
  {
    field: "eraseMember",
    document: `mutation ($input: EraseMemberInput!) { eraseMember(input: $input) { erasure { memberId } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await member(world), rev: 1, reason: "MEMBER_ASKED" },
    }),
    otherwise: "FORBIDDEN",
    except: LEADER,
  },
];
