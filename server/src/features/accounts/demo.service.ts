import { newSecret } from "../../kernel/crypto/sealer.js";
import type { Door } from "../../kernel/db/door.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { beginSession } from "./session.service.js";
import type { Begun } from "./session.service.js";
import type { DemoPerson } from "./sign-in.type.js";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether invented people may sign in by a click: a demo that only this machine reaches. Never in production. */
export const isDemo = ({ mode, baseUrl }: Pick<Installation, "mode" | "baseUrl">): boolean =>
  mode === "demo" && LOOPBACK.has(new URL(baseUrl).hostname);

/** The invented people, the largest organization first, in the order the demo gives them. Only of organizations marked as a demo. */
export function demoPeople(installation: { auth: Door }): Promise<DemoPerson[]> {
  return inAuth(installation, (work) =>
    work.query<DemoPerson>(
      `select d.seat_key as "seatKey", s.holder_name as name, s.role, coalesce(c.name, r.name, o.name) as "unitName", o.name as "organizationName"
         from app.demo_person d join app.organization o on o.id = d.organization_id and o.demo
         join app.seat s on s.organization_id = d.organization_id and s.id = d.seat_id and s.account_id is not null
          and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
         left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
         left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
        order by count(*) over (partition by o.id) desc, o.name, d.position, d.seat_key`,
    ),
  );
}

/** Signs in as an invented person. Throws NOT_FOUND for a key that names nobody. The caller has asked `isDemo`. */
export function beginDemoSession(
  installation: { auth: Door },
  seatKey: string,
  earlier: string | null,
): Promise<Begun> {
  return inAuth(installation, async (work) => {
    const [person] = await work.query<{ account_id: string; seat_id: string }>(
      `select s.account_id, s.id as seat_id from app.demo_person d join app.organization o on o.id = d.organization_id and o.demo
         join app.seat s on s.organization_id = d.organization_id and s.id = d.seat_id and s.account_id is not null
        where d.seat_key = $1 order by d.position limit 1`,
      [seatKey],
    );
    const begun =
      person &&
      (await beginSession(work, {
        accountId: person.account_id,
        seatId: person.seat_id,
        secret: newSecret(),
        earlier,
      }));
    if (!begun) throw new AppError("NOT_FOUND");
    return begun;
  });
}
