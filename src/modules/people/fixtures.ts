/** Cho người mẫu: what invented people need of the rules of real ones. */
export { retirementDay } from './rules/retirement.ts'
