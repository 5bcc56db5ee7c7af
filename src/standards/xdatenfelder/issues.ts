// What is wrong with a file, said by line and place.
import type { IssueCode } from './issue-code.ts'
import type { Element } from './xml.ts'

/** An `error` makes the file invalid; a `warning` is worth knowing. */
export interface Issue {
  readonly severity: 'error' | 'warning'
  /** 1 is the first line. */
  readonly line: number
  /** Element names from the root, with a position where several stand: "struktur[2]/enthaelt/datenfeld". */
  readonly path: string
  readonly code: IssueCode
  readonly message: string
}

/** Collects issues while a file is read; keeps the first `limit`. */
export interface Findings {
  readonly issues: Issue[]
  readonly limit: number
}

export function error(findings: Findings, element: Element, code: IssueCode, message: string): void {
  add(findings, element, 'error', code, message)
}

export function warning(findings: Findings, element: Element, code: IssueCode, message: string): void {
  add(findings, element, 'warning', code, message)
}

function add(findings: Findings, element: Element, severity: Issue['severity'], code: IssueCode, message: string): void {
  // An error is always kept, so that a flood of warnings cannot make a file look valid.
  if (findings.issues.length >= findings.limit && (severity === 'warning' || findings.issues.length >= 2 * findings.limit)) return
  findings.issues.push({ severity, line: element.line, path: pathOf(element), code, message })
}

function pathOf(element: Element): string {
  const steps: string[] = []
  for (let current: Element | undefined = element; current !== undefined; current = current.parent) {
    const { name } = current
    const same = current.parent?.children.filter((child) => child.name === name) ?? []
    steps.unshift(same.length > 1 ? `${name}[${same.indexOf(current) + 1}]` : name)
  }
  return steps.join('/')
}
