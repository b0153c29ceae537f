/** Ghi ngày kết thúc: the entry held until that day; it stays in the dossier. */
import { z } from 'zod'
import { parsePartialDay } from '../../../kernel/partial-day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { changeAt } from '../register.ts'
import { canEditPeople } from '../rights.ts'
import { changeDossier } from '../rules/change.ts'
import { saidAgain } from '../rules/said-again.ts'

/** Refuses a day that is none, or not after the beginning. */
export const endEntry = action({
  name: 'people.end-entry',
  right: canEditPeople,
  input: z.object({
    code: text(20, 'Thiếu mã hồ sơ'),
    fact: id(),
    to: text(20, 'Nhập ngày kết thúc, ví dụ 01/07/2025'),
  }),
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canEditPeople)
    if (!found.ok) return found
    const fact = found.value.facts.find((f) => f.id === input.fact)
    if (fact === undefined)
      return refuse('absent', 'entry.absent', 'Không tìm thấy mục này. Có thể mục vừa được sửa; tải lại trang.')
    const to = parsePartialDay(input.to)
    if (to === null) return refuseFields('entry.to', { to: 'Ngày kết thúc phải là ngày có thật, ví dụ 01/07/2025' })
    if (fact.from !== null && to <= fact.from)
      return refuseFields('entry.to', { to: 'Ngày kết thúc phải sau ngày bắt đầu' })
    const change = changeDossier(found.value, [saidAgain(fact, { to })], changeAt(ctx, found.value.person.unitId, null))
    const saved = await saveChanges(ctx, [change])
    if (!saved.ok) return saved
    return done(
      { code: input.code },
      {
        kind: 'person.entry-ended',
        subject: `person:${found.value.person.id}`,
        unit: found.value.person.unitId,
        data: { code: input.code, group: fact.group },
      },
    )
  },
})
