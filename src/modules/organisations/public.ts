/** Cửa của mô-đun tổ chức: what other modules may import. */
export { loadRegister } from './actions/load-register.ts'
export { placeHistory } from './place-history.ts'
export { dutyHolders } from './rules/duty.ts'
export type { Resolution } from './rules/names/resolution.ts'
export type { PlaceHistory } from './rules/place-history.ts'
export { type DatedLink, restate } from './rules/restate.ts'
export { restatementLinks, territoryPlaces } from './views/restatement.ts'
export {
  findUnit,
  findUnitByCode,
  issuerOn,
  nameResolver,
  officeNames,
  successionsOf,
  unitsByIds,
  unitsOn,
} from './views.ts'
export { UNIT_GROUPS, type Unit } from './words.ts'
