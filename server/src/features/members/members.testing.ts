import { v7 as uuidv7 } from "uuid";
import type { Seed } from "../../testkit/seed.js";

type Place = { organizationId: string; chapterId: string };

/** A member as an import would leave one: contact data sealed, with blind indexes. Gives the id. */
export async function seedMember(
  seed: Seed,
  { organizationId, chapterId }: Place,
  over: { email?: string; mobile?: string } & Record<string, unknown> = {},
): Promise<string> {
  const { email, mobile, ...columns } = over;
  const id = uuidv7();
  const sealed = (value: string | undefined, column: string) =>
    value === undefined
      ? {}
      : {
          [`${column}_ct`]: seed.sealer.seal(value, `member/${id}/${column}`),
          [`${column}_bidx`]: seed.sealer.blindIndex(organizationId, value),
        };
  await seed.rows("member", {
    organization_id: organizationId,
    chapter_id: chapterId,
    id,
    first_name: "Ida",
    // each a person of their own: rows that look alike are proposed to be one
    last_name: `Lund ${seed.unique()}`,
    birth_year: 2005,
    joined_on: "2026-01-15",
    joined_chapter_on: "2026-01-15",
    ...sealed(email, "email"),
    ...sealed(mobile, "mobile"),
    ...columns,
  });
  return id;
}
