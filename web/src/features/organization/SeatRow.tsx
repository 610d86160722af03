import { addDays, osloDate } from "@varde/domain";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Tag } from "../../ui";
import type { SeatAct, SeatFacts } from "./seat-facts";

const TONES = {
  ACTIVE: "good",
  AWAITING_APPROVAL: "attention",
  INVITED: "plain",
  INVITATION_EXPIRED: "attention",
  ENDED: "missed",
} as const;

/** One seat: who, what, until when; and the acts that fit its state. */
export function SeatRow({ seat, mayAct, onAct }: { seat: SeatFacts; mayAct: boolean; onAct: (kind: SeatAct) => void }) {
  const { organization, app } = useTexts();
  const texts = organization.board;
  const format = useFormat();
  const own = useViewer().seat.id === seat.id;
  const invited = seat.status === "INVITED" || seat.status === "INVITATION_EXPIRED";
  const awaiting = seat.status === "AWAITING_APPROVAL";
  const when =
    awaiting && seat.expiresAt
      ? texts.approveBy(format.date(osloDate(new Date(seat.expiresAt))))
      : seat.status === "INVITED" && seat.expiresAt
        ? texts.answerBy(format.date(osloDate(new Date(seat.expiresAt))))
        : seat.validTo
          ? texts.until(format.date(addDays(seat.validTo, -1)))
          : texts.noEnd;
  return (
    <div className="v-seat">
      <div className="v-seat__who">
        <div className="v-seat__name">
          {seat.holderName}
          {own && ` (${texts.you})`}
        </div>
        <div className="v-seat__facts">
          {app.seat.roles[seat.role]} · {when}
          {seat.electedUntil && ` · ${texts.elected(format.date(addDays(seat.electedUntil, -1)))}`}
        </div>
      </div>
      <Tag tone={TONES[seat.status]}>{texts.status[seat.status]}</Tag>
      {seat.mayConfirm && (
        <Button variant="quiet" aria-label={texts.confirmOf(seat.holderName)} onClick={() => onAct("confirm")}>
          {texts.confirm}
        </Button>
      )}
      {mayAct && seat.status !== "ENDED" && (
        <div className="v-seat__acts">
          {invited && (
            <>
              <Button variant="quiet" aria-label={texts.resendOf(seat.holderName)} onClick={() => onAct("resend")}>
                {texts.resend}
              </Button>
              <Button variant="plain" aria-label={texts.revokeOf(seat.holderName)} onClick={() => onAct("revoke")}>
                {texts.revoke}
              </Button>
            </>
          )}
          {seat.mayApprove && (
            <Button variant="quiet" aria-label={texts.approveOf(seat.holderName)} onClick={() => onAct("approve")}>
              {texts.approve}
            </Button>
          )}
          {awaiting && (
            <Button variant="plain" aria-label={texts.revokeOf(seat.holderName)} onClick={() => onAct("revoke")}>
              {texts.revoke}
            </Button>
          )}
          {!invited && !awaiting && (
            <Button variant="plain" aria-label={texts.endOf(seat.holderName)} onClick={() => onAct("end")}>
              {texts.end}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
