/** Gộp hai mục của bản đọc: one is kept and takes over what it lacks, the other becomes part of it. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { id, text, whole } from '../../../platform/http/input.ts'
import { openReading, staleItem } from '../open-reading.ts'
import { canReadIn } from '../rights.ts'
import { mergedValues, mergePair } from '../rules/merging.ts'
import { isAdded, readItems } from '../rules/review.ts'
import { saveDecision } from '../store.ts'

const MergeInput = z.object({
  document: id(),
  item: text(200, 'Chọn mục cần gộp'),
  into: text(200, 'Chọn mục giữ lại'),
  /** Version of the decision on `item` that was seen; 0 = none yet. */
  version: whole('Tải lại trang rồi gộp lần nữa'),
})

/**
 * Merges `item` into `into`; both decisions are undone together. Refuses: items that are not of one kind or not in force, an
 * item that holds another one already, a document that is absent or adopted, and a decision made meanwhile (stale).
 */
export const mergeReadingItems = action<
  z.infer<typeof MergeInput>,
  { item: string; into: string; clause: string; intoClause: string }
>({
  name: 'documents.merge-items',
  right: canReadIn,
  input: MergeInput,
  run: async (ctx, input) => {
    const open = await openReading(ctx, input.document)
    if (!open.ok) return open
    const { document, items, decisionOn } = open.value
    const pair = mergePair(items, input)
    if (!pair.ok) return pair
    const { kept, part } = pair.value
    const standOf = (key: string) => {
      const old = decisionOn(key)
      return old === undefined ? null : { verdict: old.verdict, edits: old.edits }
    }
    const own = (key: string) => (isAdded(key) ? (decisionOn(key)?.edits ?? {}) : {})
    const read = readItems(document.reading).find((i) => i.key === kept.key)?.values ?? {}
    const merged = Object.entries(mergedValues(kept, part)).filter(([name, value]) => value !== read[name])
    const shared = { document: document.id, batch: ctx.newId() }
    const first = await saveDecision(ctx, {
      ...shared,
      item: part.key,
      verdict: 'merged',
      edits: { ...own(part.key), into: kept.key },
      seen: input.version,
      before: standOf(part.key),
    })
    if (!first) return staleItem(ctx, document.id, part.key)
    await saveDecision(ctx, {
      ...shared,
      item: kept.key,
      verdict: isAdded(kept.key) ? 'added' : 'edited',
      edits: { ...own(kept.key), ...Object.fromEntries(merged) },
      seen: kept.version,
      before: standOf(kept.key),
    })
    const value = { item: part.key, into: kept.key, clause: part.clause, intoClause: kept.clause }
    return done(value, { kind: 'document.items-merged', subject: `document:${document.id}`, data: value })
  },
})
