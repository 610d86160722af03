import type { MatrixLine } from "./line.js";

type Trail = { auditTrail: { nodes: { subjectId: string | null }[] } };

export const auditMatrix: MatrixLine[] = [
  {
    field: "auditTrail",
    document: "{ auditTrail(first: 100) { nodes { subjectId } } }",
    arrange: async ({ seed, federation }) => {
      const id = federation.chapters.own;
      const subject = { subject_type: "Chapter", subject_id: id, chapter_id: id };
      await seed.rows("audit", { organization_id: federation.organizationId, action: "CHAPTER_UPDATED", ...subject });
      return { id };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      admin: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { id }) => (data as Trail).auditTrail.nodes.some((node) => node.subjectId === id),
  },
];
