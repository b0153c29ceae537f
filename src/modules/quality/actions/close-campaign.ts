/** Đóng đợt xác nhận hồ sơ: what was confirmed stays, nothing more is asked for. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { reasonNeeded } from '../../../ui/strings.ts'
import { canRunCampaigns } from '../rights.ts'
import { stillOpen } from '../rules/campaign.ts'
import * as store from '../store.ts'
import { findCampaign } from '../views.ts'

/** Refuses a campaign that is closed already. */
export const closeCampaign = action({
  name: 'quality.close-campaign',
  right: canRunCampaigns,
  input: z.object({ id: id(), lyDo: text(1000, reasonNeeded('đóng đợt')) }),
  run: async (ctx, input) => {
    const found = await findCampaign(ctx.tx, input.id)
    if (found === null) return refuse('absent', 'campaign.absent', 'Không tìm thấy đợt xác nhận này.')
    const open = stillOpen(found)
    if (!open.ok) return open
    if (!(await store.closeCampaign(ctx, found, dayOf(ctx.now), input.lyDo)))
      return refuse('stale', 'campaign.stale', 'Đợt này vừa được sửa ở nơi khác. Tải lại trang rồi quyết định.')
    return done(
      { id: found.id },
      {
        kind: 'campaign.closed',
        subject: `campaign:${found.id}`,
        reason: input.lyDo,
        data: { title: found.title, confirmed: found.confirmed, people: found.people },
      },
    )
  },
})
