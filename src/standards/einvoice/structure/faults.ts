// What is wrong with a document's structure, and the state of the check that finds it.
import type { ElementNode, XmlDocument } from '../xml/document.ts'
import type { Schema, Type } from './schema.ts'

export type StructureCode =
  | 'root-unknown'
  | 'element-unexpected'
  | 'element-repeated'
  | 'element-missing'
  | 'element-in-value'
  | 'text-in-elements'
  | 'value-wrong'
  | 'attribute-unexpected'
  | 'attribute-missing'
  | 'attribute-wrong'
  | 'type-wrong'
  | 'nil'

export interface StructureFault {
  readonly code: StructureCode
  /** The element that is wrong, or that lacks something. */
  readonly node: ElementNode
  /** What is missing or not expected: an element as 'cbc:ID', an attribute by its name. */
  readonly name?: string
  /** The value found, cut short, and the simple type it should have. */
  readonly value?: string
  readonly type?: string
}

/** The state of one check. */
export interface Check {
  readonly document: XmlDocument
  readonly schema: Schema
  readonly faults: StructureFault[]
  /** Values of xs:ID met so far; made when the first is met. */
  identifiers: Set<string> | undefined
  /**
   * Checks one element and all below it.
   *
   * @param isDeclared whether the element has a declaration, not merely the type of everything
   */
  readonly visit: (check: Check, node: ElementNode, declared: Type, isDeclared: boolean) => void
}

const mostFaults = 200

export function addFault(check: Check, fault: StructureFault): void {
  if (check.faults.length < mostFaults) check.faults.push(fault)
}
