import { containsNationalId } from "@varde/domain";
import { useState } from "react";
import { useMemberChoicesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useSettled } from "../../app/useSettled";
import { useTexts } from "../../texts";
import { Alert, ErrorState, RadioCards, SearchField, Skeleton } from "../../ui";

export type Picked = { id: string; name: string };

type Props = { value: Picked | null; onChange: (member: Picked) => void; problem?: string | undefined };

/** Whom a task is about: found by name, chosen among the few that fit. */
export function MemberPicker({ value, onChange, problem }: Props) {
  const texts = useTexts().touchpoints.start;
  const words = useTexts().members;
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim());
  const refused = containsNationalId(settled);
  const [result, retry] = useMemberChoicesQuery({
    variables: {
      filter: {
        search: settled,
        status: "ACTIVE",
        feeUnpaidYear: null,
        joinedFrom: null,
        joinedTo: null,
        preference: null,
      },
    },
    pause: settled === "" || refused,
  });
  const failed = errorOf(result.error);
  const found = settled === "" || refused ? undefined : result.data?.members;
  const options = (found?.nodes ?? []).map((member) => ({
    value: member.id,
    label: `${member.firstName} ${member.lastName}`.trim(),
    help: [
      member.birthYear !== null && words.born(String(member.birthYear)),
      member.preference !== "ANY" && words.preferences[member.preference],
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  const missing = value && !options.some((option) => option.value === value.id);
  const shown = missing ? [{ value: value.id, label: value.name, help: "" }, ...options] : options;
  return (
    <>
      <SearchField label={texts.findMember} value={search} onChange={setSearch} autoComplete="off" maxLength={120} />
      {refused && <Alert tone="warn" live title={words.noNationalId} />}
      {settled !== "" &&
        !refused &&
        !found &&
        (failed ? <ErrorState code={failed.code} onRetry={() => retry()} /> : <Skeleton of="text" />)}
      {found && found.nodes.length === 0 && <p role="status">{words.emptySearch}</p>}
      {shown.length > 0 ? (
        <RadioCards
          label={texts.aboutWhom}
          value={value?.id ?? null}
          onChange={(id) => {
            const member = shown.find((option) => option.value === id);
            if (member) onChange({ id, name: member.label });
          }}
          options={shown}
          problem={problem}
        />
      ) : (
        problem && <Alert tone="warn" live title={problem} />
      )}
      {found?.pageInfo.hasNextPage && <p>{texts.moreMembers}</p>}
    </>
  );
}
