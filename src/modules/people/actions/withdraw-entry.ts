/** Rút mục ghi nhầm: the entry no longer counts; it stays in the history with the reason. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { reasonNeeded } from '../../../ui/strings.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { canEditPeople } from '../rights.ts'
import { withoutFacts } from '../rules/settled.ts'

/** Refuses without a reason. */
export const withdrawEntry = action({
  name: 'people.withdraw-entry',
  right: canEditPeople,
  input: z.object({ code: text(20, 'Thiếu mã hồ sơ'), fact: id(), reason: text(1000, reasonNeeded('rút mục')) }),
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canEditPeople)
    if (!found.ok) return found
    const fact = found.value.facts.find((f) => f.id === input.fact)
    if (fact === undefined)
      return refuse('absent', 'entry.absent', 'Không tìm thấy mục này. Có thể mục vừa được sửa; tải lại trang.')
    const saved = await saveChanges(ctx, [withoutFacts(found.value, [fact.id])])
    if (!saved.ok) return saved
    return done(
      { code: input.code },
      {
        kind: 'person.entry-withdrawn',
        subject: `person:${found.value.person.id}`,
        unit: found.value.person.unitId,
        reason: input.reason,
        data: { code: input.code, group: fact.group },
      },
    )
  },
})
