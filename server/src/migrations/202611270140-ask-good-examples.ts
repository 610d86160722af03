import type { Migration } from "./migration.js";
import { forceRowSecurity, grantCaps, openTo } from "./migration.js";

// a chapter's own, and for national all; those between never learn who was asked
const ASKED_REACH = `chapter_id = any (authz.units('TOUCHPOINT_WRITE') || authz.units('TEMPLATE_WRITE'))`;
const OF_JOB = `organization_id = authz.organization('EXAMPLE_ASK')`;

/**
 * Good examples: a chapter that stands out is asked once what it does, and its answer is a practice. The job asks; the chapter
 * answers or says not now; national reads who was asked and may switch it off. What is told is `app.practice`'s.
 */
export const askGoodExamples: Migration = {
  id: "202611270140-ask-good-examples",
  up: ({ app, bulk, job }) => `
alter table app.organization add column asks_good_examples boolean not null default true;
grant update (asks_good_examples) on app.organization to ${app};

create table app.good_example (
  organization_id uuid not null,
  chapter_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  -- the last day of the numbers that the chapter stood out by
  numbers_until date not null,
  asked_on date not null default authz.today(),
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'DECLINED', 'LAPSED')),
  practice_id uuid,
  settled_by uuid,
  settled_at timestamptz,
  rev int not null default 1,
  primary key (chapter_id, id),
  -- never asked twice by the same numbers, however often the job runs
  unique (chapter_id, template_id, numbers_until),
  unique (chapter_id, practice_id),
  foreign key (organization_id, chapter_id) references app.chapter (organization_id, id),
  foreign key (organization_id, template_id) references app.touchpoint_template (organization_id, id),
  foreign key (organization_id, settled_by) references app.seat (organization_id, id),
  foreign key (chapter_id, practice_id) references app.practice (chapter_id, id),
  check ((state = 'OPEN') = (settled_at is null)),
  check ((state = 'ANSWERED') = (practice_id is not null)),
  check (state not in ('ANSWERED', 'DECLINED') or settled_by is not null)
);
-- one question at a time
create unique index good_example_open on app.good_example (chapter_id) where state = 'OPEN';

${forceRowSecurity("app.good_example")}
${openTo(bulk, "all", "app.good_example")}

grant select, update (state, practice_id, settled_by, settled_at, rev) on app.good_example to ${app};
create policy good_example_read on app.good_example for select to ${app} using (${ASKED_REACH});
create policy good_example_settle on app.good_example for update to ${app}
  using (chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and state = 'OPEN')
  with check (chapter_id = any (authz.units('TOUCHPOINT_WRITE')) and state in ('ANSWERED', 'DECLINED') and settled_by = authz.seat_id());
-- when national stops asking, what is open goes away
create policy good_example_stop on app.good_example for update to ${app}
  using (organization_id = authz.organization_wide('SETTINGS_WRITE') and state = 'OPEN')
  with check (organization_id = authz.organization_wide('SETTINGS_WRITE') and state = 'LAPSED');

${grantCaps({ JOB_EXAMPLES: ["EXAMPLE_ASK", "TEMPLATE_READ", "UNIT_READ"] })}
grant select, insert (organization_id, chapter_id, id, template_id, numbers_until), update (state, settled_at, rev) on app.good_example to ${job};
create policy good_example_job_read on app.good_example for select to ${job} using (${OF_JOB});
create policy good_example_job_insert on app.good_example for insert to ${job} with check (${OF_JOB} and state = 'OPEN');
create policy good_example_job_lapse on app.good_example for update to ${job} using (${OF_JOB} and state = 'OPEN') with check (state = 'LAPSED');
-- what it judges by: duties as they are kept, counts of persons as they are published, and what was told already
grant select on app.standing, app.standing_unclosed to ${job};
create policy standing_job_read on app.standing for select to ${job} using (reach_key = any (authz.reach('NOBODY', 'EXAMPLE_ASK')));
create policy standing_unclosed_job_read on app.standing_unclosed for select to ${job} using (reach_key = any (authz.reach('NOBODY', 'EXAMPLE_ASK')));
create policy published_example_read on app.published_count for select to ${job} using (${OF_JOB});
grant select (organization_id, chapter_id, template_id, state) on app.practice to ${job};
create policy practice_job_read on app.practice for select to ${job} using (${OF_JOB});
`,
};
