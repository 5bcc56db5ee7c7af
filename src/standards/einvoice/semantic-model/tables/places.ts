// Conditions that terms of the whole invoice and of its lines share.
import { is } from '../conditions.ts'

export const allowance = { ubl: is('cbc:ChargeIndicator', 'false'), cii: is('ram:ChargeIndicator/udt:Indicator', 'false') }
export const charge = { ubl: is('cbc:ChargeIndicator', 'true'), cii: is('ram:ChargeIndicator/udt:Indicator', 'true') }
export const valueAddedTax = is('../cac:TaxScheme/cbc:ID', 'VAT')
export const day = { where: { cii: is('@format', '102') } }
