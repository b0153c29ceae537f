/** Phân bổ: shares typed in percent, per link and measure; what is left empty is not known, and says why. */
import { parseNumber, showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { MEASURES, type Measure, type UnitKind } from '../words.ts'
import { type Draft, heirsOf, measuresFor, sharedOut, type Way } from './draft.ts'

/** Names of the fields: of link `i`→`j` (places in `sharedOut` and `heirsOf`), and of the reason for unit `i`. */
export const shareField = (i: number, j: number, measure: Measure): string => `ty-le-${i}-${j}-${measure}`
/** Field of the function that goes along a link. */
export const functionField = (i: number, j: number): string => `chuc-nang-${i}-${j}`
/** Field of the reason why shares of a unit are not known. */
export const reasonField = (i: number): string => `ly-do-${i}`

const wordOf = (raw: Readonly<Record<string, unknown>>, name: string): string => {
  const value = raw[name]
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The draft with its shares. Refuses shares that are no numbers from 0 to 100, that together are not the whole (100%) though all are
 * given, that pass the whole, and shares left empty without a reason. Nothing is split evenly.
 */
export function shareOut(
  d: Draft,
  raw: Readonly<Record<string, unknown>>,
  kindOf: (code: string) => UnitKind,
): Decision<Draft> {
  const errors: Record<string, string> = {}
  const ways = sharedOut(d).flatMap((from, i): Way[] => {
    const why = wordOf(raw, reasonField(i))
    const measures = measuresFor(kindOf(from))
    const heirs = heirsOf(d, from)
    const read = heirs.map((to, j) => {
      const weights = measures.map((measure) => ({
        measure,
        weight: readShare(wordOf(raw, shareField(i, j, measure)), shareField(i, j, measure), errors),
      }))
      const job = wordOf(raw, functionField(i, j))
      if (d.kind === 'transfer' && to !== from && job === '')
        errors[functionField(i, j)] ??= 'Nêu chức năng được chuyển, ví dụ quản lý báo chí'
      return { from, to, function: job || null, weights, why: '' }
    })
    for (const measure of measures) sumError(read, measure, shareField(i, 0, measure), errors)
    const open = read.some((w) => w.weights.some((x) => x.weight === null))
    if (open && why === '') errors[reasonField(i)] ??= 'Nêu vì sao chưa biết tỷ lệ, ví dụ chưa có đề án phân chia'
    return read.map((w) => (w.weights.some((x) => x.weight === null) ? { ...w, why } : w))
  })
  return Object.keys(errors).length > 0 ? refuseFields('draft.shares', errors) : accept({ ...d, ways })
}

function readShare(typed: string, field: string, errors: Record<string, string>): number | null {
  if (typed === '') return null
  const percent = parseNumber(typed.replace(/%$/, '').trim())
  if (percent === null || percent < 0 || percent > 100) {
    errors[field] ??= 'Tỷ lệ là số từ 0 đến 100, ví dụ 37,5; chưa biết thì để trống'
    return null
  }
  return percent / 100
}

function sumError(ways: readonly Way[], measure: Measure, field: string, errors: Record<string, string>): void {
  const weights = ways.map((w) => w.weights.find((x) => x.measure === measure)?.weight ?? null)
  const sum = Math.round(weights.reduce<number>((n, w) => n + (w ?? 0), 0) * 1e8) / 1e6
  const known = weights.every((w) => w !== null)
  if (sum > 100 || (known && sum < 100))
    errors[field] ??=
      `${MEASURES[measure].label} mới cộng được ${showNumber(sum, 3)}%. Sửa cho tổng bằng 100%, hoặc để trống ô chưa biết.`
}
