/**
 * Nghỉ hưu theo tuổi, theo tháng sinh (Bộ luật Lao động 45/2019/QH14, Điều 169; NĐ 135/2020/NĐ-CP, Điều 4; làm việc thêm không
 * quá 5 năm: NĐ 50/2022/NĐ-CP): which share of those born in a year is still at work when a year ends. Where only whole ages are
 * known the births are spread evenly over the twelve months, so that 9 (men) or 8 (women) of 12 months of birth retire a year while
 * the age goes up.
 */
import table from '../../../../facts/retirement-age.json' with { type: 'json' }

/** Giới tính; null = both in equal halves. */
export type Sex = 'nam' | 'nu' | null

/** Quy tắc nghỉ hưu of a plan: none, fixed whole ages, or the month schedule of the law. */
export type RetirementRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'age'; readonly nam: number; readonly nu: number }
  | { readonly kind: 'schedule' }

/** Kéo dài thời gian làm việc: this share of those who would retire stays that many years more. */
export type Extension = { readonly share: number; readonly years: number }

/** Those born in a year (and month, where it is known). */
export type Cohort = { readonly sex: Sex; readonly birthYear: number; readonly birthMonth: number | null }

type Ages = { readonly before: number; readonly byYear: ReadonlyMap<number, number>; readonly last: number }

function agesOf(before: readonly number[], byYear: Readonly<Record<string, readonly number[]>>): Ages {
  const months = ([years = 0, more = 0]: readonly number[]): number => years * 12 + more
  const rows = Object.entries(byYear).map(([year, age]) => [Number(year), months(age)] as const)
  return { before: months(before), byYear: new Map(rows), last: Math.max(...rows.map(([year]) => year)) }
}

const AGES = { nam: agesOf(table.before.nam, table.nam), nu: agesOf(table.before.nu, table.nu) } as const

const ageIn = (ages: Ages, year: number): number => ages.byYear.get(Math.min(year, ages.last)) ?? ages.before

/** The last month of work, counted in months from the year 0, of somebody born in month `born` counted alike. */
export function lastMonthOf(sex: 'nam' | 'nu', born: number): number {
  const ages = AGES[sex]
  let year = Math.floor((born + ages.before) / 12)
  while (Math.floor((born + ageIn(ages, year)) / 12) > year) year++
  return born + ageIn(ages, year)
}

/** The share of a cohort that by the rule is still at work when `year` ends. */
export function atWork(rule: RetirementRule, cohort: Cohort, extension: Extension, year: number): number {
  if (cohort.sex === null)
    return (
      (atWork(rule, { ...cohort, sex: 'nam' }, extension, year) +
        atWork(rule, { ...cohort, sex: 'nu' }, extension, year)) /
      2
    )
  const plain = staying(rule, cohort.sex, cohort, year)
  if (extension.share === 0 || plain === 1) return plain
  const late = staying(rule, cohort.sex, cohort, year - extension.years)
  return (1 - extension.share) * plain + extension.share * shiftedFrom(rule, cohort.sex, cohort, extension, year, late)
}

/** Under the schedule the longer term counts from each one's own last month, not from the schedule of a later year. */
function shiftedFrom(
  rule: RetirementRule,
  sex: 'nam' | 'nu',
  cohort: Cohort,
  extension: Extension,
  year: number,
  fixed: number,
): number {
  if (rule.kind !== 'schedule') return fixed
  return shareOfMonths(cohort, (born) => Math.floor((lastMonthOf(sex, born) + 12 * extension.years) / 12) > year)
}

function staying(rule: RetirementRule, sex: 'nam' | 'nu', cohort: Cohort, year: number): number {
  if (rule.kind === 'none') return 1
  if (rule.kind === 'age') return year - cohort.birthYear < rule[sex] ? 1 : 0
  return shareOfMonths(cohort, (born) => Math.floor(lastMonthOf(sex, born) / 12) > year)
}

function shareOfMonths(cohort: Cohort, holds: (born: number) => boolean): number {
  const first = cohort.birthYear * 12
  if (cohort.birthMonth !== null) return holds(first + cohort.birthMonth - 1) ? 1 : 0
  let count = 0
  for (let m = 0; m < 12; m++) if (holds(first + m)) count++
  return count / 12
}

/**
 * The share of those at work at the beginning of `year` who retire in it, other exits apart. Whoever by the rule should no longer
 * be there retires at once.
 */
export function retiringShare(rule: RetirementRule, cohort: Cohort, extension: Extension, year: number): number {
  const before = atWork(rule, cohort, extension, year - 1)
  return before > 0 ? 1 - atWork(rule, cohort, extension, year) / before : 1
}
