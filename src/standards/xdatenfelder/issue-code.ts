// What may be wrong with a file, as codes.

export type IssueCode =
  | 'not-xml' // broken markup, wrong encoding
  | 'doctype'
  | 'too-large'
  | 'unknown-namespace'
  | 'unknown-message'
  | 'unexpected-element'
  | 'unexpected-attribute'
  | 'unexpected-text'
  | 'missing-element'
  | 'duplicate-element'
  | 'empty-value'
  | 'invalid-code'
  | 'invalid-value'
  | 'doubtful' // allowed, but against the rules of FIM quality assurance
