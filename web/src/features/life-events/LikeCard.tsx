import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  KeepApartDocument,
  LikeCard_LikePairFragmentDoc,
  LikeSide_LikeMemberFragmentDoc,
  MergeMembersDocument,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card } from "../../ui";
import { Outcome } from "./Outcome";
import "./life-events.css";

type LikeCardProps = {
  pair: FragmentType<typeof LikeCard_LikePairFragmentDoc>;
  /** the id of the member that was kept, where they were made one */
  onDone: (message: string, memberId: string | null) => void;
  onRefused: () => void;
};

/** Two that may be one: beside each other, with which to keep. */
export function LikeCard({ pair: masked, onDone, onRefused }: LikeCardProps) {
  const { one, other, alike } = readFragment(LikeCard_LikePairFragmentDoc, masked);
  const texts = useTexts().lifeEvents.alike;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  // one merge, whichever of the buttons is pressed again
  const [id] = useState(newId);
  const merge = useAction(MergeMembersDocument);
  const apart = useAction(KeepApartDocument);
  const keep = async (kept: typeof one, gone: typeof one): Promise<void> => {
    const done = await merge.run({ id, keepId: kept.id, keepRev: kept.rev, otherId: gone.id, otherRev: gone.rev });
    if (done) onDone(texts.merged(kept.name), kept.id);
    else onRefused();
  };
  const two = async (): Promise<void> => {
    if (await apart.run({ oneId: one.id, otherId: other.id })) onDone(texts.apart, null);
  };
  return (
    <Card
      title={one.name === other.name ? one.name : format.list([one.name, other.name])}
      lead={texts.same(format.list(alike.map((what) => texts.why[what])))}
    >
      <div className="v-life-pair">
        <Side member={one} {...(mayWrite && { onKeep: () => void keep(one, other) })} busy={merge.busy} />
        <Side member={other} {...(mayWrite && { onKeep: () => void keep(other, one) })} busy={merge.busy} />
      </div>
      {mayWrite && (
        <div>
          <Button variant="quiet" busy={apart.busy} onClick={() => void two()}>
            {texts.two}
          </Button>
        </div>
      )}
      <Outcome action={merge} />
      <Outcome action={apart} />
    </Card>
  );
}

type SideProps = { member: FragmentType<typeof LikeSide_LikeMemberFragmentDoc>; onKeep?: () => void; busy: boolean };

function Side({ member: masked, onKeep, busy }: SideProps) {
  const member = readFragment(LikeSide_LikeMemberFragmentDoc, masked);
  const texts = useTexts().lifeEvents.alike;
  const format = useFormat();
  const { hasEmail, hasMobile, birthYear, memberNo } = member;
  const has = hasEmail && hasMobile ? "both" : hasEmail ? "email" : hasMobile ? "mobile" : "none";
  const joined = format.fullDate(member.joinedOn);
  return (
    <div>
      <strong>{member.name}</strong>
      <ul>
        <li>{birthYear == null ? texts.bornUnknown : texts.born(String(birthYear))}</li>
        <li>{texts.joined(joined)}</li>
        {memberNo != null && <li>{texts.number(memberNo)}</li>}
        <li>{texts.has[has]}</li>
        <li>{texts.tasks(member.tasks)}</li>
      </ul>
      {onKeep && (
        <Button variant="secondary" busy={busy} aria-label={texts.keepOf(member.name, joined)} onClick={onKeep}>
          {texts.keep}
        </Button>
      )}
    </div>
  );
}
