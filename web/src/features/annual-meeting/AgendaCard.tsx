import type { ReactNode } from "react";
import { useAllTexts } from "../../texts";
import { Button, Card, Disclosure, TextArea, TextField } from "../../ui";
import { ArrowUpIcon, PlusIcon, TrashIcon } from "../../ui/icons";
import type { Written } from "./useKit";

type Agenda = Written["agenda"];
const MOST = 40;

type Props = { agenda: Agenda; onChange: (agenda: Agenda) => void; children: ReactNode };

/** The agenda: cases are renamed, moved up, taken away and added. */
export function AgendaCard({ agenda, onChange, children }: Props) {
  const texts = useAllTexts().annualMeeting.agenda;
  const put = (at: number, part: Partial<Agenda[number]>): void =>
    onChange(agenda.map((item, i) => (i === at ? { ...item, ...part } : item)));
  const up = (at: number): void => {
    const moved = [...agenda];
    [moved[at - 1], moved[at]] = [agenda[at]!, agenda[at - 1]!];
    onChange(moved);
  };
  // a case has no name of its own: where it stands is what it is
  const numbered = agenda.map((item, i) => ({ item, i }));
  return (
    <Card title={texts.title} lead={texts.lead}>
      <ol className="v-annual__agenda">
        {numbered.map(({ item, i }) => (
          <li key={i}>
            <TextField
              label={texts.case(i + 1)}
              value={item.title}
              maxLength={160}
              onChange={(title) => put(i, { title })}
            />
            <div className="v-annual__case-tools">
              {i > 0 && (
                <Button variant="plain" iconOnly icon={ArrowUpIcon} onClick={() => up(i)}>
                  {texts.upOf(i + 1)}
                </Button>
              )}
              <Button
                variant="plain"
                iconOnly
                icon={TrashIcon}
                onClick={() => onChange(agenda.filter((_, at) => at !== i))}
              >
                {texts.removeOf(i + 1)}
              </Button>
            </div>
            <Disclosure summary={texts.more} open={item.text !== ""}>
              <TextArea
                label={texts.text(i + 1)}
                rows={3}
                maxLength={1000}
                value={item.text}
                onChange={(text) => put(i, { text })}
              />
            </Disclosure>
          </li>
        ))}
      </ol>
      {agenda.length < MOST && (
        <div>
          <Button
            variant="quiet"
            icon={PlusIcon}
            onClick={() => onChange([...agenda, { __typename: "AgendaItem", title: "", text: "" }])}
          >
            {texts.add}
          </Button>
        </div>
      )}
      {children}
    </Card>
  );
}
