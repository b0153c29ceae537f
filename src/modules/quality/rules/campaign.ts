/** Đợt xác nhận hồ sơ: when it may be opened and closed, and whose dossier may be confirmed in it. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Campaign } from '../words.ts'

/** Whether a campaign may be opened: its last day lies ahead and it reaches somebody. */
export function opening(c: { dueBefore: Day; today: Day; people: number }): Decision<null> {
  if (c.dueBefore <= c.today)
    return refuseFields('campaign.due', { hanTruoc: `Hạn phải sau ngày mở đợt (${showDay(c.today)})` })
  if (c.people === 0)
    return refuse(
      'conflict',
      'campaign.nobody',
      'Không có hồ sơ nào đúng điều kiện đã chọn. Chưa mở đợt; chọn điều kiện khác.',
    )
  return accept(null)
}

/** Whether dossiers may still be confirmed in it, or it may be closed. */
export const stillOpen = (c: Campaign): Decision<null> =>
  c.closedOn === null
    ? accept(null)
    : refuse('conflict', 'campaign.closed', `Đợt này đã đóng ngày ${showDay(c.closedOn)}. Không có gì thay đổi.`)

/**
 * Dossiers that may be confirmed: complete enough and without an open contradiction. The others are told, not confirmed
 * (NĐ 27/2026/NĐ-CP: cơ quan chịu trách nhiệm về dữ liệu đã xác nhận).
 */
export function confirmable<T extends { level: number; completeness: number }>(
  people: readonly T[],
): { may: T[]; contested: T[]; thin: T[] } {
  const contested = people.filter((p) => p.level === -1)
  const thin = people.filter((p) => p.level !== -1 && p.completeness < LEAST_COMPLETE)
  return { contested, thin, may: people.filter((p) => p.level !== -1 && p.completeness >= LEAST_COMPLETE) }
}

/** Percent a dossier must hold before a body may vouch for it. */
export const LEAST_COMPLETE = 50
