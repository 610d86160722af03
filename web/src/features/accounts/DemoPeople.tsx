import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { DemoPeople_DemoPersonFragmentDoc, SignInAsDemoDocument } from "../../../../graphql/generated/graphql";
import { initials } from "../../app/initials";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Disclosure, ErrorState, Section, VisuallyHidden } from "../../ui";
import { ChevronRightIcon } from "../../ui/icons";
import "./demo-people.css";

type Person = FragmentType<typeof DemoPeople_DemoPersonFragmentDoc>;

/** The invented people by organization, each with what they do: one press and one is in. */
export function DemoPeople({ people, done }: { people: readonly Person[]; done: () => void }) {
  const texts = useTexts();
  const { demo } = texts.accounts;
  const { roles } = texts.app.seat;
  const enter = useAction(SignInAsDemoDocument);
  const known = readFragment(DemoPeople_DemoPersonFragmentDoc, people);
  const organizations = [...new Set(known.map(({ organizationName }) => organizationName))];

  async function signIn(seatKey: string): Promise<void> {
    if (await enter.run({ seatKey })) done();
  }

  const list = (shown: typeof known, organization: string) => (
    <ul className="a-people">
      {shown.map(({ seatKey, name, role, unitName }) => (
        <li key={seatKey}>
          <button
            type="button"
            className="a-person"
            aria-disabled={enter.busy || undefined}
            onClick={enter.busy ? undefined : () => void signIn(seatKey)}
          >
            <span className="v-disc" aria-hidden>
              {initials(name)}
            </span>
            <span className="a-person__text">
              <VisuallyHidden>{demo.enter("")}</VisuallyHidden>
              <span className="a-person__name">{name}</span>
              <span className="a-person__role">
                {unitName === organization ? roles[role] : `${roles[role]}, ${unitName}`}
              </span>
              <span className="a-person__does">{demo.roles[role]}</span>
            </span>
            <ChevronRightIcon aria-hidden className="a-person__chevron" fontSize="1.375rem" />
          </button>
        </li>
      ))}
    </ul>
  );

  return (
    <div className="a-demo">
      <header className="a-demo__head">
        <h2>{demo.title}</h2>
        <p>{demo.lead}</p>
      </header>
      {enter.error && <ErrorState {...enter.error} />}
      <div className="a-demo__organizations">
        {organizations.map((organization) => {
          const all = known.filter(({ organizationName }) => organizationName === organization);
          // one of each role tells what there is; the rest are for those who look for a chapter
          const first = all.filter(({ role }, place) => all.findIndex((other) => other.role === role) === place);
          const rest = all.filter((person) => !first.includes(person));
          return (
            <Section key={organization} title={organization}>
              {list(first, organization)}
              {rest.length > 0 && (
                <Disclosure summary={demo.others(rest.length)}>{list(rest, organization)}</Disclosure>
              )}
            </Section>
          );
        })}
      </div>
    </div>
  );
}
