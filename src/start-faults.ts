// What can go wrong at the start, as one clear sentence for the operator.
import { join } from 'node:path'
import pg from 'pg'
import { MigrationError, StartError } from '#database'
import type { Config } from './config.ts'

type Fault = { readonly message: string; readonly address?: string; readonly port?: number; readonly path?: string }
/** Which database was to be reached: the one of DATABASE_URL, or the embedded one of the data folder. */
export type DatabasePlace = Pick<Config, 'databaseUrl' | 'dataFolder'>

const sentences: Readonly<Record<string, (error: Fault, place: DatabasePlace) => string>> = {
  EADDRINUSE: (error) => `Port ${error.port ?? ''} is already in use by another program; choose another one with PORT.`,
  EACCES: (error) => `The rights do not suffice for ${error.path ?? `port ${error.port ?? ''}`}.`,
  ENOSPC: () => 'The disk is full; nothing was changed. Make room and start again.',
  EROFS: (error) => `The folder of ${error.path ?? 'the data'} cannot be written.`,
  EDQUOT: () => 'The quota of the disk is used up; nothing was changed. Make room and start again.',
  ENOTDIR: (error) => `${error.path ?? 'The data folder'} is not a folder.`,
  EEXIST: (error) => `${error.path ?? 'The data folder'} is not a folder.`,
  EPERM: (error) => `The rights do not suffice for ${error.path ?? 'the data folder'}.`,
  EADDRNOTAVAIL: () => 'This machine has no such address as HOST names.',
  ECONNREFUSED: (_, place) => `${databaseAt(place)} does not answer${whyAt(place)}.`,
  ECONNRESET: (_, place) => `${databaseAt(place)} ended the connection${whyAt(place)}.`,
  ETIMEDOUT: (_, place) => `${databaseAt(place)} does not answer in time${whyAt(place)}.`,
  ENOTFOUND: (_, place) => `A host name in ${hostsAt(place)} is unknown.`,
  EAI_AGAIN: (_, place) => `A host name in ${hostsAt(place)} cannot be looked up now.`,
  ENOENT: (error) => `The file or folder ${error.path ?? ''} does not exist.`,
  '53100': () => 'The disk of the database is full; nothing was changed. Make room and start again.',
  '28P01': (_, place) => `${refusalAt(place)} the password${ofUrl(place)}.`,
  '28000': (_, place) => `${refusalAt(place)} the user${ofUrl(place)}.`,
  '3D000': (_, place) =>
    place.databaseUrl === undefined
      ? `${databaseAt(place)} is not whole; restore it from the backup.`
      : 'The database that DATABASE_URL names does not exist.',
  '42501': (error, place) =>
    `The user${place.databaseUrl === undefined ? ` of ${databaseAt(place, 'the')}` : ofUrl(place)} lacks a right: ${error.message}.`,
  '57P03': () => 'The database is just starting or stopping; try again.',
  '53300': () => 'The database has no connection left for us.',
}

function databaseAt({ databaseUrl, dataFolder }: DatabasePlace, article: 'The' | 'the' = 'The'): string {
  return databaseUrl === undefined ? `${article} embedded database in ${dataFolder}` : `${article} database of DATABASE_URL`
}

/** The embedded server tells its log what is wrong with it. */
function whyAt({ databaseUrl, dataFolder }: DatabasePlace): string {
  return databaseUrl === undefined ? `; ${join(dataFolder, 'postgres.log')} says why` : ''
}

function hostsAt({ databaseUrl }: DatabasePlace): string {
  return databaseUrl === undefined ? 'HOST' : 'HOST or DATABASE_URL'
}

function refusalAt(place: DatabasePlace): string {
  return `${place.databaseUrl === undefined ? databaseAt(place) : 'The database'} refuses`
}

function ofUrl({ databaseUrl }: DatabasePlace): string {
  return databaseUrl === undefined ? '' : ' of DATABASE_URL'
}

/** The sentence for a fault of the start; undefined for what nobody foresaw. */
export function sentenceOf(error: unknown, place: DatabasePlace): string | undefined {
  for (let fault: unknown = error; fault instanceof Error; fault = fault.cause) {
    const code = 'code' in fault ? String(fault.code) : ''
    const sentence = sentences[code]
    if (sentence !== undefined) return sentence(fault, place)
  }
  if (error instanceof AggregateError) return sentenceOf(error.errors[0], place)
  if (error instanceof StartError || error instanceof MigrationError)
    return error.message.endsWith('.') ? error.message : `${error.message}.`
  return error instanceof pg.DatabaseError ? `The database refuses: ${error.message}.` : undefined
}
