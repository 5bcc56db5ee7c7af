// Face of the XDatenfelder codec: FIM schemas, groups and fields, versions 2 and 3.0.0.

export type { Decoded } from './decode.ts'
export { decodeXdatenfelder, xdatenfelderLimits } from './decode.ts'
export { encodeXdatenfelder } from './encode.ts'
export type { IssueCode } from './issue-code.ts'
export type { Issue } from './issues.ts'
export type {
  CodeListReference,
  Constraints,
  Described,
  DocumentProfile,
  Field,
  Group,
  Header,
  Identification,
  Keyword,
  ListedValue,
  Message,
  Reference,
  Relation,
  Rule,
  Schema,
  Structure,
} from './model.ts'
