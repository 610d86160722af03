import { osloDate } from "@varde/domain";
import { AcceptDeclarationDocument, type SafePeople_SafePeopleFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, ErrorState, Tag } from "../../ui";

type OwnPapersProps = { asked: SafePeople_SafePeopleFragment; onChanged: () => void };

/** What one's own seat has and lacks, whom to show the certificate to, and the declaration to accept. */
export function OwnPapers({ asked, onChanged }: OwnPapersProps) {
  const texts = useAllTexts().safePeople;
  const format = useFormat();
  const { language } = useLanguage();
  const { seat, papers } = useViewer();
  const { refresh } = useSession();
  const accept = useAction(AcceptDeclarationDocument);
  const lacksAttest = asked.lacks.includes("ATTEST");
  const lacksDeclaration = asked.lacks.includes("DECLARATION");
  const send = async () => {
    await accept.run({ version: asked.declaration.version });
    onChanged();
    await refresh();
  };
  const toWhom =
    texts.toWhom[seat.role === "CHAPTER_BOARD" ? "leader" : seat.unitKind === "CHAPTER" ? "national" : "other"];
  return (
    <>
      {asked.lacks.length === 0 ? (
        <Alert tone="success" title={texts.inOrder}>
          {papers?.attestUntil && texts.goodUntil(format.fullDate(papers.attestUntil))}
        </Alert>
      ) : (
        <Alert title={texts.closed}>{texts.closedBody}</Alert>
      )}
      <Card
        title={texts.attest}
        aside={<Tag tone={lacksAttest ? "attention" : "good"}>{lacksAttest ? texts.missing : texts.there}</Tag>}
      >
        {lacksAttest ? (
          <>
            <p>{toWhom}</p>
            <p>{texts.attestHow}</p>
          </>
        ) : (
          asked.attestShownOn && <p>{texts.shownOn(format.fullDate(asked.attestShownOn))}</p>
        )}
      </Card>
      <Card
        title={texts.declaration}
        aside={
          <Tag tone={lacksDeclaration ? "attention" : "good"}>{lacksDeclaration ? texts.missing : texts.there}</Tag>
        }
      >
        <div className="v-declaration">
          {localized(asked.declaration.words, language)
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </div>
        {accept.otherProblems().map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
        {accept.error && <ErrorState code={accept.error.code} requestId={accept.error.requestId} />}
        {lacksDeclaration ? (
          <Button variant="primary" wide busy={accept.busy} onClick={() => void send()}>
            {texts.accept}
          </Button>
        ) : (
          asked.declarationAt && <p>{texts.acceptedOn(format.fullDate(osloDate(new Date(asked.declarationAt))))}</p>
        )}
      </Card>
    </>
  );
}
