import { Navigate, useParams } from "react-router";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, Dock, Page, RowCards, Section } from "../../ui";
import { justDone } from "./just-done";
import { NextLink } from "./NextLink";
import { TaskLineRow } from "./TaskRow";
import "./touchpoints.css";

/** One task is done and another waits: straight on to it, or back to the day. Asks the server for nothing. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useTexts().touchpoints;
  const { today } = useTexts().app.nav;
  const { account } = useViewer();
  const done = justDone(id);
  if (!done) return <Navigate replace to={`/oppgaver/${id}`} />;
  return (
    <Page narrow title={texts.done.title(account.name.split(" ")[0] ?? account.name)} lead={texts.done.lead(done.what)}>
      <div className="v-done">
        <Section title={texts.done.next}>
          <RowCards>
            <TaskLineRow row={done.next} />
          </RowCards>
        </Section>
        <div>
          <ButtonLink variant="plain" to={`/oppgaver/${id}`}>
            {texts.done.look}
          </ButtonLink>
        </div>
      </div>
      <Dock backTo="/" backLabel={today} action={<NextLink variant="primary" next={done.next} />} />
    </Page>
  );
}
