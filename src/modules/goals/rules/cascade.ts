/**
 * Giao chỉ tiêu cho cơ quan: shares of a milestone that must sum to it. Only amounts can be shared out; a rate that every body must
 * reach is the same for all and sums to nothing.
 */
import { showNumber } from '../../../kernel/number.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Share } from '../words.ts'
import { sameNumber } from './same-number.ts'

/** Đơn vị tính whose values add up over bodies. */
const ADDS_UP: ReadonlySet<string> = new Set(['người', 'lượt', 'đơn vị'])

/** Whether values of this unit can be shared out. */
export const canBeShared = (unit: string): boolean => ADDS_UP.has(unit)

/** What is to be shared out. */
export type Cascade = {
  readonly unit: string
  readonly year: number
  readonly milestone: number
  readonly shares: readonly Share[]
  /** Why the shares do not sum to the milestone: part of it is nobody's (enterprises), or bodies are asked for more. */
  readonly reason: string
}

/** Refuses shares of a rate, negative ones, one body twice, and a sum that differs from the milestone without a reason. */
export function checkedCascade(c: Cascade): Decision<Cascade> {
  if (!canBeShared(c.unit))
    return refuse(
      'invalid',
      'goals.rate-not-shared',
      `Chỉ tiêu tính bằng ${c.unit} không cộng được giữa các cơ quan nên không chia phần. Giao cùng một mức cho mọi cơ quan bằng nhiệm vụ của kế hoạch.`,
    )
  if (c.shares.some((s) => s.value < 0)) return refuse('invalid', 'goals.negative-share', 'Mức giao không được âm.')
  if (new Set(c.shares.map((s) => s.unitId)).size < c.shares.length)
    return refuse(
      'invalid',
      'goals.body-twice',
      'Một cơ quan chỉ nhận một mức giao trong năm. Gộp hai dòng của cùng cơ quan.',
    )
  const sum = c.shares.reduce((n, s) => n + s.value, 0)
  if (!sameNumber(sum, c.milestone) && c.reason === '')
    return refuseFields('goals.sum', {
      reason: `Các mức giao cộng thành ${showNumber(sum, 2)} ${c.unit}, mốc năm ${c.year} là ${showNumber(c.milestone, 2)} ${c.unit}. Sửa mức giao, hoặc ghi lý do chênh lệch.`,
    })
  return accept(c)
}
