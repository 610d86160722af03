import { neutralName, LANGUAGES } from "@varde/domain";
import type { LevelTerm } from "@varde/domain";
import { derivedSecret, hashSecret } from "../../kernel/crypto/sealer.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { invitationEmailPlace, invitationLink } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";
import { invitationLetter } from "./invitation.texts.js";
import { INVITATION_JOB } from "./invite.js";
import { tellWaiting, WAITING_JOB } from "./tell-waiting.js";

type InvitationRow = {
  role: Role;
  level: LevelTerm;
  unit: string;
  sender_name: string;
  organization_short_name: string;
  inviter: string | null;
  email_ct: Buffer;
  token_hash: Buffer | null;
  sent: boolean;
  round: string;
};

/**
 * Mails an invitation that waits. The secret is made here, from the invitation and the time it holds until: run again it
 * is the same link and the same mail, asked for again it is a new one and the old stops working. Only its hash is kept.
 */
async function sendInvitation(payload: JobPayload, context: JobContext): Promise<void> {
  const [organizationId, invitationId] = [idIn(payload, "organizationId"), idIn(payload, "invitationId")];
  const language = LANGUAGES.find((known) => known === payload.language) ?? "nb";
  const waiting = await inOrganization(context, organizationId, "JOB_INVITATION", async (work) => {
    const [row] = await work.query<InvitationRow>(
      `select s.role, upper(o.region_term) as level, coalesce(c.short_name, r.name, o.short_name) as unit, o.sender_name, o.short_name as organization_short_name,
          g.holder_name as inviter, i.email_ct, i.token_hash, i.sent_at is not null as sent, extract(epoch from i.expires_at)::text as round
         from app.invitation i join app.seat s on s.organization_id = i.organization_id and s.id = i.seat_id
         join app.organization o on o.id = i.organization_id
         left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
         left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
         left join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
        where i.organization_id = $1 and i.id = $2 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and (not i.needs_second or i.approved_at is not null)
          and s.account_id is null and (s.valid_to is null or s.valid_to > authz.today())
          and (s.granted_by is null or (g.account_id is not null and (g.valid_to is null or g.valid_to > authz.today())))`,
      [organizationId, invitationId],
    );
    if (!row) return null;
    const token = derivedSecret(context.secret, "invitation", invitationId, row.round);
    const hash = hashSecret(token);
    if (row.sent && row.token_hash?.equals(hash)) return null;
    // kept before the mail leaves: a link that is out always works
    await work.query(
      `update app.invitation set token_hash = $3, sent_at = null where organization_id = $1 and id = $2`,
      [organizationId, invitationId, hash],
    );
    return { ...row, token };
  });
  if (!waiting) return;
  const letter = invitationLetter(language, {
    link: invitationLink(context.baseUrl, waiting.token),
    role: waiting.role,
    level: waiting.level,
    unit: neutralName(waiting.unit, waiting.organization_short_name),
    inviter: waiting.inviter,
  });
  await context.mailer.send({
    to: context.sealer.open(waiting.email_ct, invitationEmailPlace(invitationId)),
    senderName: neutralName(waiting.sender_name),
    ...letter,
    reference: `invitation-${invitationId}-${waiting.round.replaceAll(/\D/g, "")}`,
  });
  await inOrganization(context, organizationId, "JOB_INVITATION", (work) =>
    work.query(`update app.invitation set sent_at = now() where organization_id = $1 and id = $2 and token_hash = $3`, [
      organizationId,
      invitationId,
      hashSecret(waiting.token),
    ]),
  );
}

export const ORGANIZATION_JOBS: readonly JobDefinition[] = [
  { task: INVITATION_JOB, run: sendInvitation },
  { task: WAITING_JOB, run: tellWaiting },
];
