-- Regions with their validity, postal codes and successors; authorities; what was imported.
create extension if not exists pg_trgm with schema public;
create schema directory;

create table directory.region (
  region_id uuid primary key,
  ars text not null unique check (ars ~ '^[0-9]{2,12}$'),
  ags text check (ags ~ '^[0-9]{8}$'),
  kind text not null check (kind in ('land', 'government-region', 'planning-region', 'district', 'association', 'municipality')),
  name text not null,
  official_name text not null,
  search_name text not null,
  designation text,
  parents text[] not null,
  seat text,
  inhabitants integer,
  inhabitants_on date,
  area_hectares integer,
  latitude double precision,
  longitude double precision,
  valid_from date not null,
  valid_until date,
  validity_exact boolean not null,
  note text
);
create index region_by_name on directory.region using gin (search_name public.gin_trgm_ops);
create index region_by_ags on directory.region (ags);
select database.reference_table('directory.region');

create table directory.region_postal_code (
  region_id uuid not null references directory.region,
  postal_code text not null check (postal_code ~ '^[0-9]{5}$'),
  place text not null default '',
  search_place text not null default '',
  basis text not null check (basis in ('register', 'place-list', 'nearest')),
  primary key (region_id, postal_code, place)
);
create index region_postal_code_by_code on directory.region_postal_code (postal_code text_pattern_ops);
create index region_postal_code_by_place on directory.region_postal_code using gin (search_place public.gin_trgm_ops);
select database.reference_table('directory.region_postal_code');

create table directory.region_successor (
  ars text not null,
  successor_ars text not null,
  effective_on date not null,
  evidence text not null,
  uncertain boolean not null,
  primary key (ars, successor_ars)
);
select database.reference_table('directory.region_successor');

create table directory.authority (
  authority_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  search_name text not null,
  kind text not null check (kind in ('municipality', 'association', 'district', 'city', 'land')),
  level text not null check (level in ('municipality', 'association', 'district', 'land')),
  ars text not null,
  administered_by uuid references directory.authority,
  address jsonb not null,
  hours jsonb not null,
  phone text not null,
  email text not null,
  theme jsonb not null,
  letterhead jsonb not null,
  demo boolean not null,
  closed_on date
);
create index authority_by_region on directory.authority (ars);
create index authority_by_name on directory.authority using gin (search_name public.gin_trgm_ops);
select database.reference_table('directory.authority');

create table directory.authority_unit (
  authority_id uuid not null references directory.authority,
  key text not null,
  position integer not null,
  name jsonb not null,
  primary key (authority_id, key)
);
select database.reference_table('directory.authority_unit');

-- One row per source: the state that is loaded, so that the same one is not loaded twice and an older one is refused.
create table directory.import_state (
  source text primary key,
  content_hash text not null,
  state date not null,
  taken_over integer not null,
  left_out integer not null,
  finished boolean not null
);
select database.reference_table('directory.import_state');
-- distribute: reference: directory.region
-- distribute: reference: directory.region_postal_code
-- distribute: reference: directory.region_successor
-- distribute: reference: directory.authority
-- distribute: reference: directory.authority_unit
-- distribute: reference: directory.import_state
