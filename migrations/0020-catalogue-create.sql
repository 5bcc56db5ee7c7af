-- The catalogue: public services, life situations, who does what, what an authority offers otherwise.
create schema catalogue;

create table catalogue.public_service (
  service_key text primary key check (service_key ~ '^[a-z][a-z0-9-]*$'),
  leika_key text not null check (leika_key ~ '^99[0-9]{12}$'),
  level text not null check (level in ('municipality', 'association', 'district', 'land')),
  unit text not null,
  is_online boolean not null,
  -- The file's content as checked against its schema (src/modules/catalogue/domain/public-service.ts).
  content jsonb not null
);
create index public_service_level on catalogue.public_service (level);
select database.reference_table('catalogue.public_service');

create table catalogue.life_situation (
  situation_key text primary key,
  place_in_list integer not null,
  content jsonb not null
);
select database.reference_table('catalogue.life_situation');

-- Which services belong to a life situation.
create table catalogue.situation_service (
  situation_key text not null references catalogue.life_situation,
  service_key text not null references catalogue.public_service,
  primary key (situation_key, service_key)
);
create index situation_service_service on catalogue.situation_service (service_key);
select database.reference_table('catalogue.situation_service');

-- Where another level than the usual one does a thing, with the rule's words and source.
create table catalogue.competence_exception (
  service_key text not null references catalogue.public_service,
  ars text not null check (ars ~ '^[0-9]{12}$'),
  valid_from date not null,
  valid_to date,
  handled_by text not null check (handled_by in ('municipality', 'association', 'district', 'land')),
  content jsonb not null,
  primary key (service_key, ars, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
select database.reference_table('catalogue.competence_exception');

-- What one authority offers otherwise than the catalogue says: its fee, or not online (yet).
-- A reference table, because everybody searches it without a scope.
create table catalogue.offer (
  authority_id uuid not null,
  service_key text not null references catalogue.public_service,
  fee_cents bigint check (fee_cents >= 0),
  is_online boolean not null default true,
  changed_at timestamptz not null,
  primary key (authority_id, service_key)
);
select database.reference_table('catalogue.offer');

-- The edition that is loaded: hash over all files, so that loading again costs nothing and indexes know when to be made anew.
create table catalogue.edition (
  edition_name text primary key check (edition_name = 'catalogue'),
  content_hash text not null,
  loaded_at timestamptz not null
);
select database.reference_table('catalogue.edition');
-- distribute: reference: catalogue.public_service
-- distribute: reference: catalogue.life_situation
-- distribute: reference: catalogue.situation_service
-- distribute: reference: catalogue.competence_exception
-- distribute: reference: catalogue.offer
-- distribute: reference: catalogue.edition
