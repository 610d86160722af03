import { randomUUID } from "node:crypto";
import type { MatrixLine } from "./line.js";

type Trail = { auditTrail: { nodes: { subjectId: string | null }[] } };

type Exported = { exportAuditTrail: { export: { csv: string } } };

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
  {
    field: "exportAuditTrail",
    document: `mutation ($key: ID!) { exportAuditTrail(input: { key: $key }) { export { csv } problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      const id = federation.chapters.own;
      const subject = { subject_type: "Chapter", subject_id: id, chapter_id: id };
      await seed.rows("audit", { organization_id: federation.organizationId, action: "CHAPTER_UPDATED", ...subject });
      return { id, key: randomUUID() };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
    reached: (data, { id }) => (data as Exported).exportAuditTrail.export.csv.includes(String(id)),
  },
];
