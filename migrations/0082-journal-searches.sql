-- The third log: which list or search showed the data of many persons to whom. No person's name and no words stand in it.
create table journal.search (
  authority_id uuid not null,
  search_id uuid not null,
  at timestamptz not null,
  staff_id uuid not null,
  unit text not null,
  place text not null,
  -- What it was narrowed by, as codes: tab, service.
  filters jsonb not null,
  -- Keyed digest of the words, so that a suspicion can be checked but no name be read; null without words.
  words_digest text,
  shown int not null,
  primary key (authority_id, search_id)
);
select database.protect_authority('journal.search', 'select, insert, delete');
create index search_by_time on journal.search (authority_id, at);
-- distribute: journal.search by authority_id
