/** Trả lại mục tự khai: it no longer stands in the dossier; the person sees the reason. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, text } from '../../../platform/http/input.ts'
import { reasonNeeded } from '../../../ui/strings.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { canConfirmFacts } from '../rights.ts'
import { withoutFacts } from '../rules/settled.ts'

/** Refuses an entry that was confirmed already, and a return without a reason. */
export const returnEntry = action({
  name: 'people.return-entry',
  right: canConfirmFacts,
  input: z.object({ code: text(20, 'Thiếu mã hồ sơ'), fact: id(), reason: text(1000, reasonNeeded('trả lại')) }),
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canConfirmFacts)
    if (!found.ok) return found
    const fact = found.value.facts.find((f) => f.id === input.fact && f.level === 0)
    if (fact === undefined)
      return refuse('conflict', 'entry.none-waiting', 'Mục này không còn chờ xác nhận. Tải lại trang để xem.')
    const saved = await saveChanges(ctx, [withoutFacts(found.value, [fact.id])])
    if (!saved.ok) return saved
    return done(
      { code: input.code },
      {
        kind: 'person.entries-returned',
        subject: `person:${found.value.person.id}`,
        unit: found.value.person.unitId,
        reason: input.reason,
        data: { code: input.code, entries: 1, group: fact.group },
      },
    )
  },
})
