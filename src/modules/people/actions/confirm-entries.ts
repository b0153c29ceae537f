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
import { dossiersOf } from '../views/dossiers.ts'
import { holdersOfFacts } from '../views/waiting.ts'
import type { Entry } from '../words/dossier.ts'

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
    const source = `co-quan:${homeBody(ctx.actor)?.bodyCode ?? ''}`
    const batch = ctx.newId()
    let entries = 0
    const changes = []
    for (const d of dossiers.values()) {
      const may = demand(canConfirmFacts, ctx.actor, d.person.unitId)
      if (!may.ok) return may
      const said = d.facts.filter((f) => f.level === 0 && input.facts.includes(f.id))
      if (said.length === 0) continue
      entries += said.length
      const vouched = said.map(
        (f): Entry => ({
          group: f.group,
          data: f.data,
          from: f.from,
          to: f.to,
          level: 1,
          evidence: f.evidence,
          source,
          mends: f.id,
        }),
      )
      changes.push(changeDossier(d, vouched, changeAt(ctx, d.person.unitId, batch)))
    }
    if (changes.length === 0)
      return refuse('conflict', 'entry.none-waiting', 'Các mục đã chọn không còn chờ xác nhận. Tải lại trang để xem.')
    const saved = await saveChanges(ctx, changes, batch)
    if (!saved.ok) return saved
    return done(
      { batch, entries, people: changes.length },
      {
        kind: 'person.entries-confirmed',
        subject: `people:${batch}`,
        unit: homeBody(ctx.actor)?.body ?? null,
        data: { entries, people: changes.length },
      },
    )
  },
})
