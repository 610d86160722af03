import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import type { Preview } from "./RolloutPreview";

type Version = { name: string; number: string; aboutMember: boolean };

const IN_WORDS = 12;

/** The page's answer in a sentence, and what happens in numbers. */
export function useRolloutWords({ name, number, aboutMember }: Version) {
  const { rollout: words, templates } = useAllTexts();
  const format = useFormat();
  const chapters = (n: number): string =>
    format.sentence(n > 1 && n <= IN_WORDS ? words.sum(format.words(n)) : templates.chapters(n));

  const title = (preview: Preview | undefined): string => {
    const all = preview?.chapters.length ?? 0;
    if (!preview || all === 0) return words.answerNobody(name, number);
    const getting = preview.chapters.filter(({ hasIt }) => !hasIt).length;
    if (getting === 0) return words.answerHad(chapters(all), name, number);
    const answer = words.answer(chapters(getting), name, number);
    const above = preview.chapters.filter(({ aboveCap, hasIt }) => aboveCap && !hasIt).length;
    if (above === 0) return answer;
    if (getting === 1) return words.answerOneAbove(answer);
    return words.answerAbove(answer, format.sentence(format.words(above)));
  };

  const lead = (preview: Preview): string => {
    const { newTouchpoints: made, lifted, cancelled, leftAlone, askedAbout } = preview;
    const there = preview.chapters.reduce((sum, row) => sum + row.alreadyThere, 0);
    const had = preview.chapters.filter(({ hasIt }) => hasIt).length;
    const parts: string[] = [];
    if (aboutMember) parts.push(words.leadMember, words.leadMemberLift);
    else if (preview.triggerKind === "AFTER") parts.push(words.leadMember);
    else if (preview.triggerKind === "MANUAL") parts.push(words.leadManual);
    if (made > 0) parts.push(words.leadNew(made));
    if (lifted > 0) parts.push(words.leadLifted(lifted, number));
    if (cancelled > 0) parts.push(words.leadCancelled(cancelled));
    if (leftAlone > 0) parts.push(words.leadLeft(leftAlone));
    if (there > 0 && made > 0) parts.push(words.leadThere(there));
    if (had > 0 && had < preview.chapters.length) parts.push(words.leadHas(chapters(had), number));
    if (askedAbout > 0) parts.push(words.leadAsked(askedAbout));
    if (parts.length === 0) parts.push(there > 0 ? words.leadNone : words.leadNothing);
    if (made > 0) parts.push(words.leadNever);
    return parts.join(" ");
  };
  return { title, lead };
}
