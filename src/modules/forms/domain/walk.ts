// Walking through the members of a form definition with their paths.
import type { FormDefinition, Member } from './definition.ts'

export interface Place {
  /** Dotted keys from the root ("person.address.street"). */
  readonly path: string
  readonly member: Member
  /** Whether the member stands inside a repeatable group or is one. */
  readonly isRepeated: boolean
}

/** Every page, group and field of a definition, parents before their members. */
export function placesOf(definition: FormDefinition): Place[] {
  return placesOfMembers(definition.pages, '', false)
}

export function placesOfMembers(members: readonly Member[], parent: string, isRepeated: boolean): Place[] {
  return members.flatMap((member) => {
    const path = parent === '' ? member.key : `${parent}.${member.key}`
    if (member.kind === 'field') return [{ path, member, isRepeated }]
    const repeated = isRepeated || member.occurs.max !== 1
    return [{ path, member, isRepeated: repeated }, ...placesOfMembers(member.members, path, repeated)]
  })
}
