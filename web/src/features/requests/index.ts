/** What a task's page and the front page show of requests. */
export { ReturnedNote } from "./ReturnedNote";
export { TaskRequests } from "./TaskRequests";
export { WaitingRequests } from "./WaitingRequests";
