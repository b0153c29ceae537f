/** Đích bằng lời: "từ 20% trở lên", "trên 85.000 người", "từ 15% đến 20%". */
import { showAmount, withUnit } from '../../../kernel/number.ts'
import type { Target } from '../words.ts'

/** The target in words, without the year. */
export function targetWords(t: Target): string {
  const value = withUnit(t.target, t.unit)
  if (t.comparator === 'range') {
    const low = t.unit === '%' ? value : showAmount(t.target, t.unit)
    return t.targetHigh === null ? `từ ${value}` : `từ ${low} đến ${withUnit(t.targetHigh, t.unit)}`
  }
  if (t.comparator === '~') return `khoảng ${value}`
  if (t.comparator === '=') return value
  if (t.comparator === '>=') return t.strict ? `trên ${value}` : `từ ${value} trở lên`
  return t.strict ? `dưới ${value}` : `không quá ${value}`
}

/** "Mục tiêu đến năm 2030: từ 20% trở lên". */
export const targetSentence = (t: Target): string =>
  `Mục tiêu${t.byYear === null ? '' : ` đến năm ${t.byYear}`}: ${targetWords(t)}`

/** Whether `value` meets the target; null where the target only says "khoảng". */
export function meetsTarget(t: Target, value: number): boolean | null {
  if (t.comparator === '~') return null
  if (t.comparator === '=') return value >= t.target
  if (t.comparator === 'range') return value >= t.target && value <= (t.targetHigh ?? Number.POSITIVE_INFINITY)
  if (t.comparator === '>=') return t.strict ? value > t.target : value >= t.target
  return t.strict ? value < t.target : value <= t.target
}
