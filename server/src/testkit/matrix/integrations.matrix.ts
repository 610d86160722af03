import { v7 as uuidv7 } from "uuid";
import { seedToken } from "../integration.js";
import type { MatrixLine } from "./line.js";

const ADMINS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
};

/** Tokens are the administrators', of the own organization. */
export const integrationsMatrix: MatrixLine[] = [
  { field: "integrationTokens", document: "{ integrationTokens { id } }", arrange: async () => ({}), ...ADMINS },
  {
    field: "createIntegrationToken",
    document: `mutation ($input: CreateIntegrationTokenInput!) { createIntegrationToken(input: $input) { secret problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7(), name: "REGNSKAP", scopes: ["STRUCTURE"], days: 30 } }),
    ...ADMINS,
    reached: (data) => (data["createIntegrationToken"] as { secret: string | null }).secret !== null,
  },
  {
    field: "revokeIntegrationToken",
    document: `mutation ($input: RevokeIntegrationTokenInput!) { revokeIntegrationToken(input: $input) { problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      // there is room for twenty, and every caller is given one
      await seed.client.query("delete from app.integration_token where organization_id = $1", [
        federation.organizationId,
      ]);
      return { input: { key: uuidv7(), id: (await seedToken(seed, federation.admin)).id } };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
  },
];
