/** Đính chính công nhận: a new version of a decision; the one before it stays readable. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, id, oneOf, optionalDay, optionalText, text, whole } from '../../../platform/http/input.ts'
import { codeBook } from '../../code-lists/public.ts'
import { canRecordTalents } from '../rights.ts'
import { wrongDecision } from '../rules/recognising.ts'
import { saveRecognition } from '../store.ts'
import { BASES, type Basis, CLASSES, type TalentClass } from '../words.ts'
import { recognitionOf, takeTalent, talentForWriting } from '../writing.ts'

/** Refuses without a reason, when somebody else has written since, and what a new decision would be refused for. */
export const correctRecognition = action({
  name: 'talent.correct-recognition',
  right: canRecordTalents,
  input: z.object({
    code: text(20, 'Thiếu mã nhân tài'),
    key: id('Thiếu quyết định được đính chính'),
    version: whole('Thiếu số của bản đang xem'),
    number: text(100, 'Nhập số quyết định, ví dụ 1520/QĐ-UBND'),
    decidedOn: dayField('Nhập ngày quyết định, ví dụ 15/03/2025'),
    authority: text(200, 'Nhập cơ quan ra quyết định'),
    basis: oneOf(Object.keys(BASES) as Basis[], 'Chọn căn cứ công nhận'),
    talentClass: oneOf(Object.keys(CLASSES) as TalentClass[], 'Chọn nhóm được công nhận'),
    sector: text(60, 'Chọn lĩnh vực'),
    committedUntil: optionalDay(),
    note: optionalText(1000),
    reason: text(1000, 'Nêu lý do đính chính'),
  }),
  run: async (ctx, given) => {
    const found = await talentForWriting(ctx, given.code, given.version)
    if (!found.ok) return found
    const t = found.value
    const decision = recognitionOf(t, given.key)
    if (!decision.ok) return decision
    const r = decision.value
    const others = t.recognitions.filter((o) => o.key !== r.key)
    const wrong = wrongDecision(given, others, dayOf(ctx.now))
    const book = await codeBook(ctx.tx, given.decidedOn)
    if (book.labelOf('linh-vuc', given.sector) === null) wrong.sector = 'Lĩnh vực này không có trong danh mục'
    if (r.endedOn !== null && given.decidedOn >= r.endedOn)
      wrong.decidedOn = 'Ngày quyết định phải trước ngày kết thúc công nhận'
    if (Object.keys(wrong).length > 0) return refuseFields('talent.decision', wrong)
    const taken = await takeTalent(ctx, t)
    if (!taken.ok) return taken
    const { number, decidedOn, authority, basis, talentClass, sector, committedUntil, note, reason } = given
    const said = { number, decidedOn, authority, basis, talentClass, sector, committedUntil, note }
    await saveRecognition(ctx, { ...r, ...said, version: r.version + 1 })
    return done(
      { code: t.code },
      {
        kind: 'talent.recognition-corrected',
        subject: `talent:${t.id}`,
        unit: t.unitId,
        reason,
        data: { code: t.code, number, decidedOn, before: r.decidedOn },
      },
    )
  },
})
