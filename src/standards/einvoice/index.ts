// E-invoices: judges, reads and explains invoices in UBL 2.1 and CII D16B by EN 16931 and XRechnung, as the official tool does.
export type { Finding, Judgement, RuleStep, Verdict } from './scenarios/findings.ts'
export { type JudgeOptions, judge } from './scenarios/judge.ts'
export { type RuleSet, type RuleSetName, ruleSetNames, ruleSetOn } from './scenarios/rule-sets.ts'
export { type Explanation, explain } from './texts/explain.ts'
export { defaultLimits, type ElementNode, type XmlDocument } from './xml/document.ts'
export { readXml } from './xml/reader.ts'
