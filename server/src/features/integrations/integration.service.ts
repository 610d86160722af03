import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { audit } from "../../kernel/audit.js";
import { INTEGRATION_SCOPES } from "../../kernel/access/policy.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { isUuid } from "../../kernel/mutation.js";
import { INTEGRATION_TEXTS } from "./integration.texts.js";
import type { CreateIntegrationTokenInput, IntegrationToken } from "./integration.type.js";
import { tokenOf } from "./token.js";

/** How many tokens an organization has at a time, and how long one lasts at most; the database holds both. */
export const TOKENS = { most: 20, days: 90 } as const;

const rules = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((name) => !/\p{Cc}/u.test(name)),
  scopes: z.array(z.enum(INTEGRATION_SCOPES)).min(1).max(INTEGRATION_SCOPES.length),
  days: z.int().min(1).max(TOKENS.days),
});

/** The organization's tokens: those that hold, and those that ended in the last 30 days; the newest first. */
export const listTokens = (work: Work): Promise<IntegrationToken[]> =>
  work.query<IntegrationToken>(
    `select t.id, t.name, s.holder_name as "ownerName", t.scopes, coalesce(r.name, c.short_name) as "unitName", t.created_at as "createdAt",
            t.expires_at as "expiresAt", t.last_used_on as "lastUsedOn",
            t.revoked_at is null and t.expires_at > now() and s.account_id is not null and (s.valid_to is null or s.valid_to > authz.today()) as holds
       from app.integration_token t
       join app.seat s on s.organization_id = t.organization_id and s.id = t.seat_id
       left join app.region r on r.organization_id = t.organization_id and r.id = t.region_id
       left join app.chapter c on c.organization_id = t.organization_id and c.id = t.chapter_id
      where t.organization_id = $1 and least(t.expires_at, coalesce(t.revoked_at, t.expires_at)) > now() - interval '30 days'
      order by t.created_at desc, t.id limit 100`,
    [seated(work).organizationId],
  );

/** The region or chapter a token is for, which has to be one of the organization's. Throws NOT_FOUND otherwise. */
async function unitFor(work: Work, regionId: string | null, chapterId: string | null) {
  if (regionId !== null && chapterId !== null) throw new AppError("BAD_REQUEST");
  const id = regionId ?? chapterId;
  if (id === null) return "ORGANIZATION";
  const table = regionId === null ? "chapter" : "region";
  const found = isUuid(id)
    ? await work.query(
        `select 1 from app.${table} where organization_id = $1 and id = $2 and (closed_on is null or closed_on > authz.today())`,
        [seated(work).organizationId, id],
      )
    : [];
  if (found.length === 0) throw new AppError("NOT_FOUND");
  return regionId === null ? "CHAPTER" : "REGION";
}

/** Makes a token of the seat acted in. Its secret is `tokenOf` its id. */
export async function createToken(
  work: Work,
  { secret }: Installation,
  input: CreateIntegrationTokenInput,
  language: Language,
): Promise<Done> {
  const { name, scopes, days } = checkInput(rules, { ...input }, language);
  const { organizationId, seatId } = seated(work);
  const [regionId, chapterId] = [input.regionId ?? null, input.chapterId ?? null];
  const unitKind = await unitFor(work, regionId, chapterId);
  const [held] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.integration_token where organization_id = $1 and revoked_at is null and expires_at > now()`,
    [organizationId],
  );
  if (held!.n >= TOKENS.most) refuse("INVALID", say(language, INTEGRATION_TEXTS.tooMany));
  const id = uuidv7();
  const chosen = [...new Set(scopes)].toSorted();
  await work.query(
    `insert into app.integration_token (organization_id, id, name, seat_id, unit_kind, region_id, chapter_id, scopes, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10::int))`,
    [organizationId, id, name, seatId, unitKind, regionId, chapterId, chosen, hashSecret(tokenOf(secret, id)), days],
  );
  await audit(work, {
    action: "TOKEN_CREATED",
    subjectType: "integration",
    subjectId: id,
    chapterId,
    detail: { scopes: chosen.join(" "), days },
  });
  return { id };
}

/** Ends a token: from the next statement it is nobody. Done twice is done. */
export async function revokeToken(work: Work, id: string): Promise<Done> {
  const { organizationId } = seated(work);
  const [token] = isUuid(id)
    ? await work.query<{ chapter_id: string | null; revoked: boolean }>(
        `select chapter_id, revoked_at is not null as revoked from app.integration_token where organization_id = $1 and id = $2`,
        [organizationId, id],
      )
    : [];
  if (!token) throw new AppError("NOT_FOUND");
  const ended = token.revoked
    ? []
    : await work.query(
        `update app.integration_token set revoked_at = now() where organization_id = $1 and id = $2 and revoked_at is null returning 1`,
        [organizationId, id],
      );
  if (ended.length > 0)
    await audit(work, {
      action: "TOKEN_REVOKED",
      subjectType: "integration",
      subjectId: id,
      chapterId: token.chapter_id,
    });
  return { id };
}
