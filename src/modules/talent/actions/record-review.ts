/** Ghi đánh giá ở một mốc: how the year was, and what the person was given. Recorded again, it mends the one before. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, list, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { codeBook } from '../../code-lists/public.ts'
import { canRecordTalents } from '../rights.ts'
import { reviewing } from '../rules/recognising.ts'
import { saveReview } from '../store.ts'
import { BENEFITS, type Benefit, RATING_LIST } from '../words.ts'
import { takeTalent, talentForWriting } from '../writing.ts'

/** Refuses a milestone that has not come, and a rating the list of that year does not have. */
export const recordReview = action({
  name: 'talent.record-review',
  right: canRecordTalents,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    version: whole('Thiếu số của bản đang xem'),
    milestone: whole('Chọn mốc từ 1 đến 5 năm'),
    on: dayField('Nhập ngày đánh giá'),
    rating: text(20, 'Chọn kết quả đánh giá'),
    benefits: list(oneOf(Object.keys(BENEFITS) as Benefit[], 'Chọn chế độ trong danh sách')),
    remark: optionalText(2000),
    document: text(300, 'Nêu số, ngày văn bản đánh giá'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const may = reviewing(t, given, dayOf(ctx.now))
    if (!may.ok) return may
    const { milestone, on, rating, benefits, remark, document } = given
    const label = (await codeBook(ctx.tx, on)).list(RATING_LIST).labelOf(rating)
    if (label === null)
      return refuseFields('talent.review', { rating: 'Kết quả này không có trong danh mục của năm đánh giá' })
    const taken = await takeTalent(ctx, t)
    if (!taken.ok) return taken
    const version = (t.reviews.find((r) => r.milestone === milestone)?.version ?? 0) + 1
    await saveReview(ctx, { talentId: t.id, milestone, on, rating, benefits, remark, document, version })
    return done(
      { code: t.code, milestone },
      {
        kind: 'talent.reviewed',
        subject: `talent:${t.id}`,
        unit: t.unitId,
        data: { code: t.code, milestone, rating: label, again: version > 1 },
      },
    )
  },
})
