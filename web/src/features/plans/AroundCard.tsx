import { useAllTexts } from "../../texts";
import { Button, Card } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import type { Plan } from "./plan";

/** What stands around the table, as it is read. */
export function AroundCard({ plan, onOpen }: { plan: Plan; onOpen?: () => void }) {
  const texts = useAllTexts().plans.around;
  if (plan.state === "ADOPTED" && !plan.intro && !plan.closing) return null;
  return (
    <Card
      title={plan.title}
      {...(onOpen && {
        aside: (
          <Button variant="plain" iconOnly icon={PencilIcon} onClick={onOpen}>
            {texts.edit}
          </Button>
        ),
      })}
    >
      <p className="v-plan__text">{plan.intro || <span className="v-plan__empty">{texts.none}</span>}</p>
      {plan.closing && <p className="v-plan__text">{plan.closing}</p>}
    </Card>
  );
}
