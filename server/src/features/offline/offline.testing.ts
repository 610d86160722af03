export const DELIVER = `mutation ($input: DeliverWorkInput!) { deliverWork(input: $input) { taken problems { code path message }
  detail { touchpoint { id status rev outcome attempts closedAt startedAt dueOn stepsDone } answers { field number } } } }`;

export type Delivered = {
  deliverWork: {
    taken: "TAKEN" | "ALREADY" | "NOTHING_MORE" | "DEADLINE_KEPT" | null;
    problems: { code: string; path: string[]; message: string }[];
    detail: {
      touchpoint: {
        id: string;
        status: string;
        rev: number;
        outcome: string | null;
        attempts: number;
        closedAt: string | null;
        dueOn: string;
        stepsDone: string[];
      };
      answers: { field: string; number: number | null }[];
    } | null;
  };
};
