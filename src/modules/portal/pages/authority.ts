// Authorities: the list, one with all its services, and the way to write to it.
import { dayInGermany } from '#kernel/dates.ts'
import { inLanguage } from '#kernel/language.ts'
import { generalRequestKey, listServicesOfAuthority } from '#modules/catalogue'
import { type Authority, findAuthorityBySlug, listAuthorities } from '#modules/directory'
import { notFound, page, type Reply, type Visit } from '#web'
import type { PortalDependencies } from '../dependencies.ts'
import { authoritiesPage, authorityPage, writePage } from './authority.html.ts'
import { levelsOf } from './levels.ts'

export async function showAuthorities({ database }: PortalDependencies, { frame, query }: Visit): Promise<Reply> {
  const words = (query.get('suche') ?? '').trim().slice(0, 100)
  const wanted = words.toLowerCase()
  const all = await listAuthorities(database)
  const found = all.filter((one) => wanted === '' || `${one.name} ${addressLines(one).join(' ')}`.toLowerCase().includes(wanted))
  return page(
    authoritiesPage(frame, {
      words,
      authorities: found.map((one) => ({ slug: one.slug, name: one.name, level: one.level, address: addressLines(one).join(', ') })),
    }),
  )
}

export async function showAuthority({ database }: PortalDependencies, { frame, language, params, now }: Visit): Promise<Reply> {
  const authority = await findAuthorityBySlug(database, params.slug ?? '')
  if (authority === undefined) return notFound()
  const services = await listServicesOfAuthority(database, { levels: levelsOf(authority), ars: authority.ars, on: dayInGermany(now) })
  return page(
    authorityPage(frame, {
      slug: authority.slug,
      name: authority.name,
      theme: authority.theme,
      address: addressLines(authority),
      hours: inLanguage(authority.hours, language),
      phone: authority.phone,
      email: authority.email,
      units: authority.units.map((unit) => inLanguage(unit.name, language)),
      ars: authority.ars.length === 12 ? authority.ars : undefined,
      services: services.map((one) => ({ key: one.key, title: inLanguage(one.title, language), isOnline: one.online !== undefined })),
    }),
  )
}

export async function showWrite({ database }: PortalDependencies, { frame, params }: Visit): Promise<Reply> {
  const authority = await findAuthorityBySlug(database, params.slug ?? '')
  if (authority === undefined) return notFound()
  const { slug, name, theme, ars } = authority
  return page(writePage(frame, { slug, name, theme, ars, service: generalRequestKey }))
}

function addressLines({ address }: Authority): readonly string[] {
  return [...(address.street === undefined ? [] : [address.street]), `${address.postalCode} ${address.city}`]
}
