import { useLanguage } from "../../texts";
import { HANDOVER, type HandoverTexts } from "../../texts/handover";

export const useHandoverTexts = (): HandoverTexts => HANDOVER[useLanguage().language];
