/** Kiểm tra số định danh, as the register does it (people/rules/citizen-id.ts). */
export type { CitizenIdCheck, CitizenIdContext } from '../../people/rules/citizen-id.ts'
export { checkCitizenId } from '../../people/rules/citizen-id.ts'
