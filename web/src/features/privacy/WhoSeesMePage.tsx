import { SEEING_OFFICES, SEEN_THINGS, WHO_SEES } from "@varde/domain";
import { useLanguage } from "../../texts";
import { Button, ButtonLink, Card, DataTable, Page, Stack } from "../../ui";
import { WHO_SEES_TEXTS } from "./who-sees-texts";
import "./who-sees.css";

/** For members, who never sign in: who in the organization sees what about them, as a picture and a table, and what to ask of whom. */
export function Component() {
  const { language } = useLanguage();
  const texts = WHO_SEES_TEXTS[language];
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Stack>
        <Card title={texts.picture}>
          <ol className="pv-rings">
            {texts.rings.map(({ who, what }) => (
              <li key={who} className="pv-rings__one">
                <strong>{who}</strong>
                <span>{what}</span>
              </li>
            ))}
          </ol>
        </Card>
        <Card title={texts.table}>
          <DataTable
            caption={texts.table}
            rows={SEEN_THINGS}
            rowKey={({ key }) => key}
            columns={[
              { key: "what", header: texts.what, rowHeader: true, wrap: true, cell: ({ key }) => texts.things[key] },
              ...SEEING_OFFICES.map((office) => ({
                key: office,
                header: texts.offices[office],
                cell: ({ key }: (typeof SEEN_THINGS)[number]) =>
                  WHO_SEES[office].includes(key) ? texts.yes : texts.no,
              })),
            ]}
          />
        </Card>
        {[texts.never, texts.ask, texts.call].map(({ title, lines }) => (
          <Card key={title} title={title}>
            <ul className="pv-lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        ))}
        <div className="pv-tools">
          <Button onClick={() => window.print()}>{texts.print}</Button>
          <ButtonLink to="/personvern" variant="quiet">
            {texts.privacy}
          </ButtonLink>
        </div>
      </Stack>
    </Page>
  );
}
