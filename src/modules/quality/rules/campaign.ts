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
