export { surveyForm } from "./http.js";
