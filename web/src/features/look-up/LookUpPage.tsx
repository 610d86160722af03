import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Page, Stack } from "../../ui";
import { LookUpForm } from "./LookUpForm";
import { LookUpList } from "./LookUpList";

/** For an administrator: one person is looked up here, and one's own look-ups stand below. For a chapter's leader: who has looked. */
export function Component() {
  const texts = useAllTexts().lookUp;
  const mayLook = useCan("MEMBER_LOOKUP");
  return (
    <Page narrow title={texts.title} lead={mayLook ? texts.lead : texts.leadLeader}>
      <Stack>
        {mayLook && <LookUpForm />}
        <LookUpList own={mayLook} />
      </Stack>
    </Page>
  );
}
