/** Mở đợt xác nhận hồ sơ: which dossiers, before which day. Who belongs to it is fixed now. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, optionalText, text } from '../../../platform/http/input.ts'
import { canRunCampaigns } from '../rights.ts'
import { opening } from '../rules/campaign.ts'
import { saveCampaign } from '../store.ts'
import { countMeant } from '../views.ts'

/** Refuses a last day that does not lie ahead, and a condition that means nobody. */
export const openCampaign = action({
  name: 'quality.open-campaign',
  right: canRunCampaigns,
  input: z.object({
    ten: text(200, 'Nhập tên đợt, ví dụ Xác nhận hồ sơ trước 05/12/2026'),
    hanTruoc: dayField('Nhập ngày phải xong trước, ví dụ 05/12/2026'),
    dieuKien: text(40, 'Chọn những hồ sơ phải xác nhận'),
    loiNhan: optionalText(1000),
  }),
  run: async (ctx, input) => {
    const today = dayOf(ctx.now)
    const people = await countMeant(ctx.tx, input.dieuKien, today)
    const may = opening({ dueBefore: input.hanTruoc, today, people })
    if (!may.ok) return may
    const id = ctx.newId()
    await saveCampaign(ctx, {
      id,
      title: input.ten,
      message: input.loiNhan,
      dueBefore: input.hanTruoc,
      openedOn: today,
      openedBy: ctx.actor.name,
      condition: input.dieuKien,
      closedOn: null,
      version: 1,
    })
    return done(
      { id, people },
      {
        kind: 'campaign.opened',
        subject: `campaign:${id}`,
        data: { title: input.ten, dueBefore: input.hanTruoc, people },
      },
    )
  },
})
