import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { accountEmailPlace } from "../accounts/index.js";
import { endingLetter } from "./integration.texts.js";

type Ending = { id: string; seat_id: string };
type Owner = { id: string; email_ct: Buffer; language: Language | null; sender: string; short: string };

/** Tells each owner once, a week before a token ends. Run again it tells whom it did not reach. */
async function tellEnding(context: JobContext, organizationId: string): Promise<void> {
  const ending = await inOrganization(context, organizationId, "JOB_INTEGRATION", (work) =>
    work.query<Ending>(
      `select id, seat_id from app.integration_token
        where organization_id = $1 and revoked_at is null and told_at is null and expires_at > now() and expires_at < now() + interval '7 days'`,
      [organizationId],
    ),
  );
  for (const { id, seat_id } of ending) {
    const [owner] = await inAuth(context, (work) =>
      work.query<Owner>(
        `select a.id, a.email_ct, a.language, o.sender_name as sender, o.short_name as short
           from app.seat s join app.account a on a.id = s.account_id and a.stopped_at is null join app.organization o on o.id = s.organization_id
          where s.organization_id = $1 and s.id = $2 and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())`,
        [organizationId, seat_id],
      ),
    );
    if (owner)
      await context.mailer.send({
        to: context.sealer.open(owner.email_ct, accountEmailPlace(owner.id)),
        senderName: neutralName(owner.sender),
        ...endingLetter(owner.language ?? "nb", {
          from: neutralName(owner.short, owner.sender),
          link: `${context.baseUrl}/innstillinger/nokler`,
        }),
        reference: `token-ending-${id}`,
      });
    await inOrganization(context, organizationId, "JOB_INTEGRATION", (work) =>
      work.query(`update app.integration_token set told_at = now() where organization_id = $1 and id = $2`, [
        organizationId,
        id,
      ]),
    );
  }
}

export const INTEGRATION_JOBS: readonly JobDefinition[] = [
  {
    task: "tellEndingTokens",
    at: { hour: 8, minute: 20 },
    run: async (_payload, context) => {
      for (const id of await organizationIds(context)) await tellEnding(context, id);
    },
  },
];
