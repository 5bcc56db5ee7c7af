// What can go wrong at the start, as one clear sentence for the operator.
import pg from 'pg'
import { MigrationError, StartError } from '#database'

const sentences: Readonly<Record<string, (error: { message: string; address?: string; port?: number; path?: string }) => string>> = {
  EADDRINUSE: (error) => `Port ${error.port ?? ''} is already in use by another program; choose another one with PORT.`,
  EACCES: (error) => `The rights do not suffice for ${error.path ?? `port ${error.port ?? ''}`}.`,
  ENOSPC: () => 'The disk is full; nothing was changed. Make room and start again.',
  EROFS: (error) => `The folder of ${error.path ?? 'the data'} cannot be written.`,
  EDQUOT: () => 'The quota of the disk is used up; nothing was changed. Make room and start again.',
  ENOTDIR: (error) => `${error.path ?? 'The data folder'} is not a folder.`,
  EEXIST: (error) => `${error.path ?? 'The data folder'} is not a folder.`,
  EPERM: (error) => `The rights do not suffice for ${error.path ?? 'the data folder'}.`,
  EADDRNOTAVAIL: () => 'This machine has no such address as HOST names.',
  ECONNREFUSED: () => 'The database of DATABASE_URL does not answer.',
  ECONNRESET: () => 'The database ended the connection.',
  ETIMEDOUT: () => 'The database of DATABASE_URL does not answer in time.',
  ENOTFOUND: () => 'A host name in HOST or DATABASE_URL is unknown.',
  EAI_AGAIN: () => 'A host name in HOST or DATABASE_URL cannot be looked up now.',
  ENOENT: (error) => `The file or folder ${error.path ?? ''} does not exist.`,
  '53100': () => 'The disk of the database is full; nothing was changed. Make room and start again.',
  '28P01': () => 'The database refuses the password of DATABASE_URL.',
  '28000': () => 'The database refuses the user of DATABASE_URL.',
  '3D000': () => 'The database that DATABASE_URL names does not exist.',
  '42501': (error) => `The user of DATABASE_URL lacks a right: ${error.message}.`,
  '57P03': () => 'The database is just starting or stopping; try again.',
  '53300': () => 'The database has no connection left for us.',
}

/** The sentence for a fault of the start; undefined for what nobody foresaw. */
export function sentenceOf(error: unknown): string | undefined {
  for (let fault: unknown = error; fault instanceof Error; fault = fault.cause) {
    const code = 'code' in fault ? String(fault.code) : ''
    const sentence = sentences[code]
    if (sentence !== undefined) return sentence(fault)
  }
  if (error instanceof AggregateError) return sentenceOf(error.errors[0])
  if (error instanceof StartError || error instanceof MigrationError)
    return error.message.endsWith('.') ? error.message : `${error.message}.`
  return error instanceof pg.DatabaseError ? `The database refuses: ${error.message}.` : undefined
}
