/** Offers and categories: what a rule or a collector may use. */
export {
  type Category,
  type CategoryStatus,
  type CategoryTree,
  type Covering,
  categoryTree,
  coverOffer,
  type Document,
  findCategories,
  type Shortfall,
  shortfall,
} from './categories.ts'
export { type InferredOffer, inferOffers, type OfferInput, pathWords, type Signal, type SignalKind } from './infer.ts'
export { OFFERS, type Offer } from './offers.ts'
