// The face of the catalogue: public services, search, competence, offers.
export { loadCatalogue } from './actions/load-catalogue.ts'
export { searchIndexOf } from './catalogue-index.ts'
export { CatalogueError } from './domain/catalogue-files.ts'
export type { Competence } from './domain/competence.ts'
export {
  type CompetenceException,
  generalRequestKey,
  type Level,
  type LifeSituation,
  type OnlineProcedure,
  type PublicService,
  serviceModules,
} from './domain/public-service.ts'
export {
  findLifeSituation,
  findPublicService,
  findServiceWithRelated,
  listLifeSituations,
  listOnlineServices,
  listPublicServices,
  listServicesOfAuthority,
  type SituationWithServices,
} from './reads.ts'
export {
  competentAuthority,
  type Hit,
  type Offer,
  offerOf,
  placeServices,
  type Search,
  type SearchResult,
  searchPublicServices,
  suggestServices,
} from './search.ts'
export { type OfferChange, setOffer } from './writes.ts'
