// Demo persons with a fixed password and authenticator secret; called only when the demo is on, and by tests.
import { inTransaction } from '#database'
import type { OwnerId } from '#kernel/actors.ts'
import { derivedId } from '#kernel/ids.ts'
import { seal } from '#kernel/sealing.ts'
import type { AccountsDependencies } from '../dependencies.ts'
import { hashPassword } from '../domain/password.ts'
import { type AttributeName, isAttributeName } from '../domain/profile.ts'
import { findAccount } from '../reads/account.ts'
import { locatorOf } from '../reads/locators.ts'
import { addAccount, addLocator, addMeans, putEvidence } from '../writes/account.ts'

export interface SeedPerson {
  readonly email: string
  readonly password: string
  /** Base32, at least 16 bytes. */
  readonly totpSecret: string
  /** Typed values, level low. */
  readonly attributes: { readonly [Name in AttributeName]?: string }
}

/** The two persons of the demo; their secrets also go to the demo authenticator. */
export const demoPersons: readonly SeedPerson[] = [
  {
    email: 'erika@demo.example',
    password: 'rennsteig-demo',
    totpSecret: 'OJSW43TTORSWSZZNMVZGS23BFVSGK3LP',
    attributes: {
      familyName: 'Mustermann',
      givenNames: 'Erika',
      birthDay: '1964-08-12',
      street: 'Lindenstraße',
      houseNumber: '12',
      postalCode: '98693',
      city: 'Ilmenau',
    },
  },
  {
    email: 'amina@demo.example',
    password: 'rennsteig-demo',
    totpSecret: 'OJSW43TTORSWSZZNMFWWS3TBFVSGK3LP',
    attributes: {
      familyName: 'Yılmaz-Özdemir',
      givenNames: 'Amina',
      birthDay: '1992-03-05',
      street: 'Am Stollen',
      houseNumber: '4a',
      postalCode: '98693',
      city: 'Ilmenau',
    },
  },
]

/** The owner that a seeded address gets; the same in every installation. */
export function seededOwner(email: string): OwnerId {
  return derivedId<'owner'>('demo person', email)
}

/** Adds the persons that are not there yet; those that are stay as people have changed them. */
export async function seedPersons({ database, keys, settings, now }: AccountsDependencies, persons: readonly SeedPerson[]): Promise<void> {
  for (const person of persons) {
    const owner = seededOwner(person.email)
    const known = await inTransaction(database, { owner }, (transaction) => findAccount(transaction, owner))
    if (known !== undefined) continue
    const hash = await hashPassword(person.password, settings.passwordCost)
    await inTransaction(database, { owner }, async (transaction) => {
      if (
        !(await addLocator(transaction, { owner, kind: 'sign-in-name', digest: locatorOf(keys, 'sign-in-name', person.email), now: now() }))
      )
        return
      await addAccount(transaction, { owner, signInName: person.email, noticeEmail: person.email, now: now() })
      await addMeans(transaction, { owner, label: '', credential: { kind: 'password', hash }, now: now() })
      await addMeans(transaction, {
        owner,
        label: '',
        credential: { kind: 'totp', secret: seal(keys.seal, owner, person.totpSecret) },
        now: now(),
      })
      for (const [attribute, value] of Object.entries(person.attributes)) {
        if (isAttributeName(attribute))
          await putEvidence(transaction, { owner, attribute, value, level: 'low', source: 'typed', now: now() })
      }
    })
  }
}
