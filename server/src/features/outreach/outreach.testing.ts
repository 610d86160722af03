import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Seed } from "../../testkit/seed.js";

type Unit = { organizationId: string; chapterId: string };
type Contacts = { email?: string | null; mobile?: string | null; guardian?: object | null };

/** Members and meetings as the register and the board leave them. */
export function outreachRows(seed: Seed, today: string) {
  async function member(
    { organizationId, chapterId }: Unit,
    contacts: Contacts = {},
    over: Record<string, unknown> = {},
  ): Promise<string> {
    const id = uuidv7();
    const { email = `${id}@test.example`, mobile = null, guardian = null } = contacts;
    const seal = (value: string | null, column: string) => value && seed.sealer.seal(value, `member/${id}/${column}`);
    await seed.rows("member", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id,
      first_name: `M${seed.unique()}`,
      joined_on: "2026-01-01",
      joined_chapter_on: "2026-01-01",
      email_ct: seal(email, "email"),
      mobile_ct: seal(mobile, "mobile"),
      guardian_ct: seal(guardian && JSON.stringify(guardian), "guardian"),
      ...over,
    });
    return id;
  }

  async function meeting({ organizationId, chapterId }: Unit, over: Record<string, unknown> = {}): Promise<string> {
    const id = uuidv7();
    await seed.rows("meeting", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id,
      kind: "GATHERING",
      title: "Spillkveld",
      held_on: addDays(today, 7),
      starts_at: "18:00",
      place: "Kulturhuset",
      ...over,
    });
    return id;
  }

  async function page(meetingId: string): Promise<string> {
    const { rows } = await seed.client.query<{ key: string }>(`select rsvp_key as key from app.meeting where id = $1`, [
      meetingId,
    ]);
    return Buffer.from(rows[0]!.key.replaceAll("-", ""), "hex").toString("base64url");
  }

  async function lines(outreachId: string) {
    const { rows } = await seed.client.query<{ member_id: string; outcome: string; reason: string | null }>(
      `select member_id, outcome, reason from app.outreach_mail where outreach_id = $1 order by member_id`,
      [outreachId],
    );
    return rows;
  }

  return { member, meeting, page, lines };
}
