/** Cửa của mô-đun tổ chức: what other modules may import. */
export { loadRegister } from './actions/load-register.ts'
export { type DutyHolder, dutyHolders } from './rules/duty.ts'
export { resolveRecipient } from './rules/recipients.ts'
export {
  events,
  findUnit,
  findUnitByCode,
  issuerOn,
  officeNames,
  subtreeOf,
  territoryOn,
  unitsByIds,
  unitsOn,
} from './views.ts'
export { type OrgEvent, UNIT_GROUPS, type Unit, type UnitGroup } from './words.ts'
