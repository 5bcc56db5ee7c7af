// The forms and code lists that come with the platform, read from data/.
import { readdir, readFile } from 'node:fs/promises'
import { decodeXdatenfelder } from '#standards/xdatenfelder'
import { checkDefinition } from './domain/check-definition.ts'
import type { CodeList } from './domain/code-list.ts'
import type { FormDefinition } from './domain/definition.ts'
import { isCodeList, isFormDefinition, isOverlay } from './domain/definition-shape.ts'
import { formFromFim } from './domain/from-fim.ts'
import { applyOverlay } from './domain/overlay.ts'

const dataFolder = new URL('../../../data/', import.meta.url)

/** A shipped file is broken: the installation is incomplete or was edited by hand. */
export class ShippedFormError extends Error {
  readonly code = 'forms.shipped-form-broken'
}

/** All code lists of data/code-lists, by name. */
export async function readCodeLists(folder: URL = new URL('code-lists/', dataFolder)): Promise<readonly CodeList[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const list = await readJson(new URL(name, folder))
      if (!isCodeList(list)) throw new ShippedFormError(`${name} is no code list`)
      return list
    }),
  )
}

/**
 * All forms of data/forms: definitions as JSON, and XDatenfelder files with their overlay.
 * Throws a `ShippedFormError` that names the file if one of them cannot be asked.
 */
export async function readShippedForms(folder: URL = new URL('forms/', dataFolder)): Promise<readonly FormDefinition[]> {
  const codeLists = await readCodeLists()
  const known = new Set(codeLists.map((list) => list.name))
  const names = (await readdir(folder)).toSorted()
  const forms: FormDefinition[] = []
  for (const name of names) {
    if (name.endsWith('.overlay.json')) continue
    if (!name.endsWith('.xdf3.xml') && !name.endsWith('.json')) continue
    const form = name.endsWith('.json') ? await readDefinition(folder, name) : await readImported(folder, name, codeLists)
    const [fault] = checkDefinition(form, known)
    if (fault !== undefined) throw new ShippedFormError(`${name}: ${fault.path}: ${fault.problem} (${fault.detail})`)
    forms.push(form)
  }
  return forms
}

async function readDefinition(folder: URL, name: string): Promise<FormDefinition> {
  const value = await readJson(new URL(name, folder))
  if (!isFormDefinition(value)) throw new ShippedFormError(`${name} is no form definition`)
  return value
}

async function readImported(folder: URL, name: string, codeLists: readonly CodeList[]): Promise<FormDefinition> {
  const decoded = decodeXdatenfelder(await readFile(new URL(name, folder)))
  const { message } = decoded
  if (message === undefined || !decoded.isValid) throw new ShippedFormError(`${name}: ${decoded.issues[0]?.message}`)
  const overlay = await readJson(new URL(name.replace('.xdf3.xml', '.overlay.json'), folder))
  if (!isOverlay(overlay)) throw new ShippedFormError(`the overlay of ${name} has another shape than it should`)
  const overlaid = applyOverlay(formFromFim({ ...decoded, message }, codeLists).definition, overlay)
  if (overlaid.ok) return overlaid.definition
  const errors = overlaid.errors.map(({ path, problem }) => `${path}: ${problem}`)
  throw new ShippedFormError(`the overlay of ${name}: ${errors.join(', ')}`)
}

async function readJson(file: URL): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new ShippedFormError(`${file.pathname} cannot be read`, { cause })
  }
}
