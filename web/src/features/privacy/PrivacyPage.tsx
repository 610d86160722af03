import { useTexts } from "../../texts";
import { ButtonLink, Card, Page, Stack } from "../../ui";

/** What is known about whom and what one can ask for, in plain words: for members, those of 13 to 15, and those with an office. */
export function Component() {
  const { page: texts, whoSeesMe } = useTexts().privacy;
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      <Stack>
        {texts.sections.map(({ title, body }) => (
          <Card key={title} title={title}>
            {body.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Card>
        ))}
        <p>{texts.draft}</p>
        <div>
          <ButtonLink to="/hvem-ser-meg">{whoSeesMe}</ButtonLink>
          <ButtonLink to="/" variant="quiet">
            {texts.home}
          </ButtonLink>
        </div>
      </Stack>
    </Page>
  );
}
