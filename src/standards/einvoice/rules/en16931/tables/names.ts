// Contexts that take elements by how their name ends.
import { type ElementNode, vocabularySize, type XmlDocument } from '../../../xml/document.ts'
import { namespaces } from '../../../xml/tables/vocabulary.ts'

/** All known elements (of the namespace of a prefix, or of any) whose local name ends so, but for some, as a pattern. */
export function endingIn(ending: string, { prefix, but }: { prefix?: string; but?: (local: string) => boolean } = {}): string {
  return namespaces
    .filter(([its]) => prefix === undefined || its === prefix)
    .flatMap(([its, , names]) => {
      const locals = names.trim().split(/\s+/)
      return locals.filter((local) => local.endsWith(ending) && but?.(local) !== true).map((local) => `${its}:${local}`)
    })
    .join(' | ')
}

/** Whether the element has a name that the vocabulary lacks and that ends so: extensions of UBL may hold any. */
export function isForeignEndingIn(document: XmlDocument, node: ElementNode, ending: string): boolean {
  return document.nameId(node) >= vocabularySize && document.localName(node).endsWith(ending)
}
