/** Cửa của mô-đun tổ chức: what other modules may import. */
export { loadRegister } from './actions/load-register.ts'
export { dutyHolders } from './rules/duty.ts'
export { resolveRecipient } from './rules/recipients.ts'
export {
  findUnit,
  findUnitByCode,
  issuerOn,
  officeNames,
  subtreeOf,
  successionsOf,
  territoryOn,
  unitsByIds,
  unitsOn,
} from './views.ts'
export { GROUP_ORDER, UNIT_GROUPS, type Unit } from './words.ts'
