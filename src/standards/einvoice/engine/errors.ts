// The error that ends a rule set: where the official rule would stop too, the verdict is undefined, neither yes nor no.

/** Thrown by casts and comparisons that XPath cannot answer. */
export class DynamicError extends Error {
  readonly code = 'einvoice.dynamic-error'
}
