/** Ghi đồng ý, rút đồng ý bằng văn bản: an officer puts a signed paper into the ledger, with its scan. */
import { z } from 'zod'
import { dayOf } from '../../../kernel/day.ts'
import { refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import { dayField, list, oneOf, optionalFile, text } from '../../../platform/http/input.ts'
import { newSlug } from '../codes.ts'
import { demandDossier } from '../dossier.ts'
import { canRecordConsents } from '../rights.ts'
import { consented } from '../rules/consent.ts'
import { noted } from '../rules/paper-consent.ts'
import { saveAnswer, slugFor } from '../store.ts'
import { aliasesOf, consentsOf } from '../views.ts'
import { ITEM_ORDER, ITEMS } from '../words.ts'

/** Refuses a paper without its scan, of a day ahead, and one that says nothing new. */
export const recordPaperConsent = action({
  name: 'own-record.record-paper-consent',
  right: canRecordConsents,
  elevated: true,
  input: z.object({
    code: text(20, 'Thiếu mã hồ sơ'),
    answer: oneOf(['dong-y', 'rut'], 'Chọn điều ghi trong văn bản'),
    items: list(oneOf(ITEM_ORDER, 'Chọn mục trong danh sách'), 'Đánh dấu ít nhất một mục ghi trong văn bản'),
    document: text(300, 'Nhập tên, số hoặc ký hiệu của văn bản'),
    signedOn: dayField('Nhập ngày chủ hồ sơ ký, ví dụ 20/11/2026'),
    file: optionalFile(),
  }),
  run: async (ctx, input) => {
    const found = await demandDossier(ctx, input.code, canRecordConsents)
    if (!found.ok) return found
    if (input.file === null) return refuseFields('consent.scan', { file: 'Chọn tệp quét của văn bản đã ký' })
    const { person } = found.value
    const aliases = await aliasesOf(ctx.tx, person.id)
    const decided = noted(input, await consentsOf(ctx.tx, aliases), ctx.now, dayOf(ctx.now))
    if (!decided.ok) return decided
    const { at, regime, notice, items, overtaken } = decided.value
    const kept = await keepFile(ctx, input.file, { of: { table: 'people.person', id: person.id }, sealed: true })
    for (const item of items)
      await saveAnswer(ctx, {
        personId: person.id,
        item,
        state: input.answer,
        notice,
        regime,
        channel: 'giay',
        evidence: input.document,
        at,
        paper: { file: kept.id, signedOn: input.signedOn },
      })
    if (consented(await consentsOf(ctx.tx, aliases), ctx.now).has('danh-ba')) await slugFor(ctx, person.id, newSlug())
    const labels = (some: typeof items): string[] => some.map((i) => ITEMS[i].label)
    return done(
      { code: person.code, answer: input.answer, items: items.length, overtaken: labels(overtaken) },
      {
        kind: 'own-record.paper-consent-recorded',
        subject: `person:${person.id}`,
        unit: person.unitId,
        data: { code: person.code, answer: input.answer, items: labels(items).join(', '), signedOn: input.signedOn },
      },
    )
  },
})
