// StartError: why the program cannot start, as one sentence for the operator.

export class StartError extends Error {
  readonly code = 'start'
}
