/** Xác nhận mục tự khai: level 0 rises to 1 for the body that keeps the dossier; one or many at once. */
import { z } from 'zod'
import { homeBody } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id, list } from '../../../platform/http/input.ts'
import { saveChanges } from '../editing.ts'
import { changeAt } from '../register.ts'
import { canConfirmFacts } from '../rights.ts'
import { changeDossier } from '../rules/change.ts'
import { saidAgain } from '../rules/said-again.ts'
import { saidBy } from '../rules/sources.ts'
import { dossiersOf } from '../views/dossiers.ts'
import { holdersOfFacts } from '../views/waiting.ts'

const MOST = 500

/** Refuses entries outside the right; those already confirmed are left as they are. */
export const confirmEntries = action({
  name: 'people.confirm-entries',
  right: canConfirmFacts,
  input: z.object({
    facts: list(id(), 'Đánh dấu ít nhất một mục').refine((l) => l.length <= MOST, `Mỗi lần nhiều nhất ${MOST} mục`),
  }),
  run: async (ctx, input) => {
    const dossiers = await dossiersOf(ctx.tx, await holdersOfFacts(ctx.tx, input.facts))
    const source = saidBy(ctx.actor)
    const batch = ctx.newId()
    let count = 0
    const changes = []
    for (const d of dossiers.values()) {
      const may = demand(canConfirmFacts, ctx.actor, d.person.unitId)
      if (!may.ok) return may
      const said = d.facts.filter((f) => f.level === 0 && input.facts.includes(f.id))
      if (said.length === 0) continue
      count += said.length
      const entries = said.map((f) => saidAgain(f, { level: 1, source }))
      changes.push(changeDossier(d, entries, changeAt(ctx, d.person.unitId, batch)))
    }
    if (changes.length === 0)
      return refuse('conflict', 'entry.none-waiting', 'Các mục đã chọn không còn chờ xác nhận. Tải lại trang để xem.')
    const saved = await saveChanges(ctx, changes, batch)
    if (!saved.ok) return saved
    return done(
      { batch, entries: count, people: changes.length },
      {
        kind: 'person.entries-confirmed',
        subject: `people:${batch}`,
        unit: homeBody(ctx.actor)?.body ?? null,
        data: { entries: count, people: changes.length },
      },
    )
  },
})
