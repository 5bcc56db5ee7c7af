// The face of the codec for the municipality register GV100AD.
export { readRegisterLine, writeRegisterLine } from './line.ts'
export type { LineFault, LineFaultReason, RegisterKind, RegisterRecord } from './model.ts'
export { type RegisterEntry, readRegister } from './stream.ts'
