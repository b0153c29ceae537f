/** Cho người mẫu: what invented people need of the rules of real ones. */
import type { Day } from '../../kernel/day.ts'
import { retirementDay } from './rules/retirement.ts'

/** The last day at work of somebody invented, whose day of birth is known. */
export const lastDayAtWork = (sex: 'nam' | 'nu', birth: Day): Day => retirementDay(sex, birth, 'day')
