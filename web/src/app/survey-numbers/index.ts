export {
  choicesOf,
  chosenIn,
  chosenText,
  countOf,
  drawnChoices,
  groupOf,
  meanOf,
  mostGiven,
  rateOf,
  WHOLE,
  type Choice,
  type Chosen,
  type Group,
  type Results,
  type Table,
} from "./result-view";
export { ShareFromSurvey } from "./ShareFromSurvey";
