/** Đọc lại văn bản: the present reader reads the same text again; the decisions stay with their items. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { openReading } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { readPlan } from '../rules/read-plan.ts'
import { carryDecisions } from '../rules/reread.ts'
import { replaceReading, saveDecision } from '../store.ts'

const RereadInput = z.object({ document: id() })

/** What came of it: decisions kept, items kept as the officer's own, decisions whose item is gone. */
export type Reread = { readonly goals: number; readonly tasks: number; readonly kept: number; readonly dropped: number }

/** Reads an open document again. Refuses one that is absent or already adopted. */
export const rereadDocument = action<z.infer<typeof RereadInput>, Reread>({
  name: 'documents.reread',
  right: canReadIn,
  input: RereadInput,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const { document, decisionOn } = open.value
    const reading = readPlan(document.reading.text)
    const carried = carryDecisions(document.reading, reading, document.decisions, (kind) => `${kind}:+${ctx.newId()}`)
    if (!(await replaceReading(ctx, document.id, reading)))
      return refuse('conflict', 'document.closed', 'Văn bản vừa được ban hành vào hệ thống nên không đọc lại được nữa.')
    for (const [item, stand] of carried.stands) {
      const old = decisionOn(item)
      if (old === undefined && stand.verdict === 'open') continue
      await saveDecision(ctx, {
        document: document.id,
        item,
        ...stand,
        seen: old?.version ?? 0,
        before: null,
        batch: null,
      })
    }
    const value: Reread = {
      goals: reading.goals.length,
      tasks: reading.tasks.length,
      kept: carried.kept + carried.adopted,
      dropped: carried.dropped,
    }
    return done(value, { kind: 'document.reread', subject: `document:${document.id}`, data: value })
  },
})
