/** Something the operator can put right: shown as its message alone, without a stack trace. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
