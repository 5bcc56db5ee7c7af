// All SQL of the catalogue that writes.
import type { Sql } from '#database'
import type { AuthorityId } from '#kernel/actors.ts'
import type { Cents } from '#kernel/money.ts'
import type { CatalogueFiles } from './domain/catalogue-files.ts'

interface Writer {
  readonly sql: Sql
}

/** Replaces what the catalogue says; offers of services that are gone go with them. */
export async function replaceCatalogue(transaction: Writer, files: CatalogueFiles): Promise<void> {
  const keys = files.services.map((described) => described.key)
  await transaction.sql`delete from catalogue.competence_exception`
  await transaction.sql`delete from catalogue.situation_service`
  await transaction.sql`delete from catalogue.life_situation`
  await transaction.sql`delete from catalogue.offer where service_key <> all(${keys})`
  await transaction.sql`delete from catalogue.public_service where service_key <> all(${keys})`
  await transaction.sql`
    insert into catalogue.public_service (service_key, leika_key, level, unit, is_online, content)
    select content ->> 'key', content ->> 'leikaKey', content ->> 'level', content ->> 'unit', content ? 'online', content
    from jsonb_array_elements(${JSON.stringify(files.services)}::jsonb) as content
    on conflict (service_key) do update set leika_key = excluded.leika_key, level = excluded.level, unit = excluded.unit,
      is_online = excluded.is_online, content = excluded.content`
  await transaction.sql`
    insert into catalogue.life_situation (situation_key, place_in_list, content)
    select content ->> 'key', position::integer, content
    from jsonb_array_elements(${JSON.stringify(files.lifeSituations)}::jsonb) with ordinality as listed (content, position)`
  await transaction.sql`
    insert into catalogue.situation_service (situation_key, service_key)
    select situation, service_key from catalogue.public_service, jsonb_array_elements_text(content -> 'lifeSituations') as situation`
  await transaction.sql`
    insert into catalogue.competence_exception (service_key, ars, valid_from, valid_to, handled_by, content)
    select service_key, ars, (content ->> 'validFrom')::date, (content ->> 'validTo')::date, content ->> 'handledBy', content
    from jsonb_array_elements(${JSON.stringify(files.exceptions)}::jsonb) as content,
      jsonb_array_elements_text(content -> 'services') as service_key, jsonb_array_elements_text(content -> 'places') as ars`
}

export async function setEdition(transaction: Writer, contentHash: string): Promise<void> {
  await transaction.sql`
    insert into catalogue.edition (edition_name, content_hash, loaded_at) values ('catalogue', ${contentHash}, now())
    on conflict (edition_name) do update set content_hash = excluded.content_hash, loaded_at = excluded.loaded_at`
}

export interface OfferChange {
  readonly authority: AuthorityId
  readonly service: string
  readonly feeCents?: Cents
  readonly isOnline: boolean
}

/** In a keeper's transaction: what an authority offers otherwise. */
export async function setOffer(transaction: Writer, change: OfferChange, now: Date): Promise<void> {
  await transaction.sql`
    insert into catalogue.offer (authority_id, service_key, fee_cents, is_online, changed_at)
    values (${change.authority}, ${change.service}, ${change.feeCents ?? null}, ${change.isOnline}, ${now})
    on conflict (authority_id, service_key) do update set fee_cents = excluded.fee_cents, is_online = excluded.is_online, changed_at = excluded.changed_at`
}
