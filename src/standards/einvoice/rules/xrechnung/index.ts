// The rules of XRechnung (Schematron 2.5.0 for XRechnung 3.0.2), with the Peppol rules merged into them, per syntax.
import type { Pattern } from '../../engine/rules.ts'
import type { Syntax } from './building.ts'
import { extensionContexts } from './extension.ts'
import { sharedContexts } from './national.ts'
import { ciiContexts } from './national-cii.ts'
import { documentContext } from './national-ubl.ts'
import { paymentContexts } from './payment.ts'
import { peppolCii } from './peppol-cii.ts'
import { peppolUbl } from './peppol-ubl.ts'
import { vehicleContexts } from './vehicles.ts'

/** The patterns of one syntax. A node is taken by the first context of each pattern that fits it. */
export function xrechnungPatterns(syntax: Syntax): readonly Pattern[] {
  const own = syntax === 'ubl' ? [documentContext] : ciiContexts
  return [
    ...(syntax === 'ubl' ? peppolUbl : peppolCii),
    { name: 'national', contexts: [...own, ...sharedContexts(syntax), ...paymentContexts(syntax)] },
    { name: 'extension', contexts: extensionContexts(syntax) },
    { name: 'clean vehicles', contexts: vehicleContexts(syntax) },
  ]
}
