-- Names of places are looked up in the process (src/modules/directory/domain/place-index.ts): no index of letter triples any more.
drop index directory.region_by_name;
drop index directory.region_postal_code_by_place;
drop index directory.region_postal_code_by_code;
-- distribute: reference: directory.region
