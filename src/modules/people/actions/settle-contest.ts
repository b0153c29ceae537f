/** Quyết định mục mâu thuẫn: what is proven stays, or what is contested takes its place; the other stays in the history. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id, oneOf, text } from '../../../platform/http/input.ts'
import { saveChanges } from '../editing.ts'
import { dossierFor } from '../finding-dossier.ts'
import { changeAt } from '../register.ts'
import { canConfirmFacts } from '../rights.ts'
import { changeDossier } from '../rules/change.ts'
import { againstWhich } from '../rules/dossier-view.ts'
import { withoutFacts } from '../rules/settled.ts'
import { saidBy } from '../rules/sources.ts'

/** Refuses an entry that is contested no more. */
export const settleContest = action({
  name: 'people.settle-contest',
  right: canConfirmFacts,
  input: z.object({
    code: text(20, 'Thiếu mã hồ sơ'),
    fact: id(),
    keep: oneOf(['proven', 'contested'], 'Chọn giá trị giữ lại'),
  }),
  run: async (ctx, input) => {
    const found = await dossierFor(ctx, input.code, canConfirmFacts)
    if (!found.ok) return found
    const { value: before } = found
    const contested = before.facts.find((f) => f.id === input.fact && f.level === -1)
    if (contested === undefined)
      return refuse('conflict', 'entry.settled', 'Mục này không còn mâu thuẫn. Tải lại trang để xem.')
    const proven = againstWhich(contested, before.facts)
    const rest = { ...before, facts: before.facts.filter((f) => f.id !== contested.id) }
    const entry = {
      group: contested.group,
      data: contested.data,
      from: contested.from ?? proven?.from ?? null,
      to: contested.to,
      level: proven === null || proven.level < 1 ? (1 as const) : proven.level,
      evidence: contested.evidence,
      source: saidBy(ctx.actor),
      ...(proven === null ? {} : { mends: proven.id }),
    }
    const change =
      input.keep === 'proven' ? null : changeDossier(rest, [entry], changeAt(ctx, before.person.unitId, null))
    const saved = await saveChanges(ctx, [withoutFacts(before, [contested.id], change)])
    if (!saved.ok) return saved
    return done(
      { code: input.code },
      {
        kind: 'person.contest-settled',
        subject: `person:${before.person.id}`,
        unit: before.person.unitId,
        data: { code: input.code, group: contested.group, keep: input.keep },
      },
    )
  },
})
