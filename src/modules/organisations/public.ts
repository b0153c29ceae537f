/** Cửa của mô-đun tổ chức: what other modules may import. */
export { loadRegister } from './actions/load-register.ts'
export { placeHistory } from './place-history.ts'
export { restate } from './rules/restate.ts'
export { restatementLinks, unitsOutside } from './views/restatement.ts'
export {
  dutyPaths,
  findUnit,
  findUnitByCode,
  issuerOn,
  nameResolver,
  officeNames,
  unitsByIds,
  unitsOn,
} from './views.ts'
export { UNIT_GROUPS, type Unit } from './words.ts'
