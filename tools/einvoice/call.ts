// The command line of the e-invoice tool: what is asked for, or why the call is of no use.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, parseDay } from '#kernel/dates.ts'

export const usage = `
npm run -s einvoice -- validate [--json] [--received YYYY-MM-DD | --rules NAME] [--steps en16931,xrechnung] [--language de|en] FILE… | -
npm run -s einvoice -- render FILE [--language de|en]
npm run -s einvoice -- extract PDF
`

/** These names are repeated here, so that a wrong call is refused without loading the rules. */
const ruleSets = ['2026-01-31', 'en16931-1.3.16'] as const
const steps = ['en16931', 'xrechnung'] as const
const commands = ['validate', 'render', 'extract'] as const

export interface Call {
  readonly command: (typeof commands)[number]
  /** As given; '-' alone means that names come by standard input. */
  readonly files: readonly string[]
  readonly isJson: boolean
  readonly language: 'de' | 'en'
  readonly received?: Day
  readonly rules?: (typeof ruleSets)[number]
  readonly steps?: readonly (typeof steps)[number][]
}

/** The call cannot be understood. */
export class CallError extends Error {
  readonly code = 'einvoice.unusable-call'
}

/** @throws CallError with a sentence for the person who called */
export function readCall(parameters: readonly string[]): Call {
  const { values, positionals } = parse(parameters)
  const [word = '', ...files] = positionals
  const command = commands.find((known) => known === word)
  if (command === undefined) throw new CallError(word === '' ? 'Say what to do.' : `"${word}" is no command.`)
  if (files.length === 0) throw new CallError('Name at least one file.')
  if (command !== 'validate' && files.length > 1) throw new CallError(`${command} takes one file.`)
  if (command !== 'validate' && Object.keys(values).some((option) => option !== 'language' || command === 'extract'))
    throw new CallError(`${command} does not know these options.`)
  if (values.received !== undefined && values.rules !== undefined) throw new CallError('Give --received or --rules, not both.')
  const received = values.received === undefined ? undefined : dayOf(values.received)
  const rules = values.rules === undefined ? undefined : oneOf(ruleSets, values.rules, 'rule set')
  const wanted = values.steps?.split(',').map((step) => oneOf(steps, step.trim(), 'step'))
  return {
    command,
    files,
    isJson: values.json ?? false,
    language: values.language === undefined ? 'de' : oneOf(['de', 'en'] as const, values.language, 'language'),
    ...(received === undefined ? {} : { received }),
    ...(rules === undefined ? {} : { rules }),
    ...(wanted === undefined ? {} : { steps: wanted }),
  }
}

/** A path as the caller means it: npm changes the folder, and says where the call came from. */
export function pathOf(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file)
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        received: { type: 'string' },
        rules: { type: 'string' },
        steps: { type: 'string' },
        language: { type: 'string' },
      },
    })
  } catch (error) {
    throw new CallError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new CallError(`"${text}" is no day; write it like 2026-02-01.`)
  return day
}

function oneOf<Word extends string>(words: readonly Word[], text: string, kind: string): Word {
  const word = words.find((known) => known === text)
  if (word === undefined) throw new CallError(`"${text}" is no ${kind}; there are ${words.join(', ')}.`)
  return word
}
