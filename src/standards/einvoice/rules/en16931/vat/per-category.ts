// One context for the rules of many categories: the category code at the node says which of them are tested.
import { type Condition, type Context, match, type Rule } from '../../../engine/rules.ts'
import type { ElementNode, XmlDocument } from '../../../xml/document.ts'

interface PerCategory {
  readonly pattern: string
  readonly where: Condition
  /** The category code that the node stands for. */
  readonly code: (document: XmlDocument, node: ElementNode) => string | undefined
  /** By category code. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
}

/** The context takes only nodes of the given categories. */
export function perCategory({ pattern, where, code, rules }: PerCategory): Context {
  const rulesAt = (document: XmlDocument, node: ElementNode): readonly Rule[] | undefined => rules.get(code(document, node) ?? '')
  return {
    match: match(pattern, (document, node) => rulesAt(document, node) !== undefined && where(document, node)),
    rules: [],
    group: {
      rules: [...rules.values()].flat(),
      judge(document, node, broken) {
        for (const rule of rulesAt(document, node) ?? []) if (!rule.holds(document, node)) broken.push(rule)
      },
    },
  }
}
