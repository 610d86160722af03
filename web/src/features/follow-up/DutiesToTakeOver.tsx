import { Link } from "react-router";
import { useDutiesToTakeOverQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Row, Rows, StatusLine } from "../../ui";
import "./follow-up.css";

/** The duties national may do on behalf of the chapter, one by one: each opens with its instruction. */
export function DutiesToTakeOver({ chapterId }: { chapterId: string }) {
  const { queue, takeOver: texts } = useAllTexts().followUp;
  const { language } = useLanguage();
  const format = useFormat();
  const [{ data }] = useDutiesToTakeOverQuery({ variables: { chapterId }, requestPolicy: "cache-and-network" });
  const duties = data?.dutiesToTakeOver ?? [];
  if (duties.length === 0) return null;
  return (
    <div className="v-follow__take-over">
      <p>
        <strong>{texts.heading}</strong>
        <br />
        {texts.lead}
      </p>
      <Rows>
        {duties.map(({ id, name, occurrenceName, status, dueOn }) => (
          <Row key={id}>
            <div className="v-follow">
              <p className="v-follow__what">
                <Link to={`/oppgaver/${id}`}>
                  {[name, ...(occurrenceName ? [occurrenceName] : [])]
                    .map((text) => localized(text, language))
                    .join(", ")}
                </Link>
              </p>
              <StatusLine status={status}>{queue.dueOn(format.relativeDay(dueOn))}</StatusLine>
            </div>
          </Row>
        ))}
      </Rows>
    </div>
  );
}
