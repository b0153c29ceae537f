/** Lộ trình của mục tiêu: where it is meant to stand on a day. Pure; the method is the one published at «Cách đánh giá». */
import { type Day, daysBetween, yearOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Path, Point } from '../words.ts'

/** The last day of a year: a milestone of a year is due on it. */
export const endOf = (year: number): Day => `${year}-12-31` as Day

/** Base, milestones and target, in order of days. */
export const pointsOf = (p: Path): Point[] => [
  p.base,
  ...p.milestones.map((m) => ({ on: endOf(m.year), value: m.value })),
  { on: endOf(p.byYear), value: p.target },
]

/** The share of the way between two days that has passed on `day`, from 0 to 1. */
function passed(from: Day, to: Day, day: Day): number {
  const whole = daysBetween(from, to)
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(from, day) / whole))
}

/** The value the path plans for `day`: the base before it begins, the target from its last day on. */
export function plannedOn(p: Path, day: Day): number {
  const points = pointsOf(p)
  const next = points.findIndex((x) => x.on >= day)
  if (next === 0) return p.base.value
  if (next < 0) return p.target
  const [before, after] = [points[next - 1] ?? p.base, points[next] ?? p.base]
  const share = passed(before.on, after.on, day)
  return p.kind === 'luy-ke'
    ? before.value * (after.value / before.value) ** share
    : before.value + (after.value - before.value) * share
}

/** Mốc của từng năm: what the path plans for the end of every year from the one after its base to the target's. */
export const yearlyMilestones = (p: Path): { year: number; value: number }[] =>
  Array.from({ length: Math.max(0, p.byYear - yearOf(p.base.on)) }, (_, i) => {
    const year = yearOf(p.base.on) + 1 + i
    return { year, value: plannedOn(p, endOf(year)) }
  })

/** Years a path may last: more is a slip of the pen in the year of its base. */
const MOST_YEARS = 50

/** Refuses a path that cannot be walked: ends before it begins, begins in another age, compounds from nothing, milestones out of order or not on the way. */
export function checkedPath(p: Path): Decision<Path> {
  if (yearOf(p.base.on) >= p.byYear)
    return refuse(
      'invalid',
      'goals.no-way',
      `Số liệu gốc năm ${yearOf(p.base.on)} không trước năm đích ${p.byYear}. Chọn số liệu gốc sớm hơn.`,
    )
  if (yearOf(p.base.on) < p.byYear - MOST_YEARS)
    return refuseFields('goals.base-too-old', {
      baseOn: `Số liệu gốc phải trong ${MOST_YEARS} năm trước năm đích ${p.byYear}. Kiểm tra lại năm của số liệu gốc.`,
    })
  if (p.kind === 'luy-ke' && (p.base.value <= 0 || p.target <= 0))
    return refuseFields('goals.compound-from-nothing', {
      kind: 'Tăng trưởng kép cần số liệu gốc và đích lớn hơn 0. Chọn tuyến tính hoặc mốc đã thống nhất.',
    })
  if (p.kind !== 'thoa-thuan') return accept({ ...p, milestones: [] })
  const years = p.milestones.map((m) => m.year)
  const wrong = years.find((y, i) => y <= yearOf(p.base.on) || y >= p.byYear || (i > 0 && y <= (years[i - 1] ?? 0)))
  if (wrong !== undefined)
    return refuseFields('goals.milestone-year', {
      milestones: `Mốc năm ${wrong} phải nằm giữa năm ${yearOf(p.base.on)} và năm ${p.byYear}, mỗi năm một mốc.`,
    })
  return years.length === 0
    ? refuseFields('goals.no-milestones', { milestones: 'Nhập ít nhất một mốc năm, hoặc chọn cách chia khác.' })
    : accept(p)
}
