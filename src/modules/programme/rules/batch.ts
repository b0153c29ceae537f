/** Giao nhiều việc cùng lúc: which items a form means, and what to say when one of them changed meanwhile. */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'

/** An item as sent: its id or code, and the version that was seen (`id:3`); null = whatever it is now. */
export type Picked = { readonly key: string; readonly version: number | null }

/** Reads `id`, `III.3.3` or `id:3`. */
export function readPick(sent: string): Picked {
  const m = /^(.*):(\d+)$/.exec(sent.trim())
  return m?.[1] ? { key: m[1], version: Number(m[2]) } : { key: sent.trim(), version: null }
}

/** What is there. */
export type Item = { readonly id: string; readonly code: string; readonly version: number }

/** The items that were picked, each once. Refuses none, unknown ones, and any that changed since it was seen. */
export function pickItems<T extends Item>(
  picks: readonly Picked[],
  items: readonly T[],
  noun: string,
  show: (item: T) => unknown,
): Decision<T[]> {
  if (picks.length === 0) return refuseFields('assign.none', { codes: `Chọn ít nhất một ${noun}` })
  const chosen = new Map<string, T>()
  const changed: T[] = []
  for (const p of picks) {
    const item = items.find((t) => t.id === p.key || t.code === p.key)
    if (item === undefined)
      return refuse('absent', 'assign.absent', `Không tìm thấy ${noun} "${p.key}" trong kế hoạch hiện hành.`)
    if (p.version !== null && p.version !== item.version) changed.push(item)
    chosen.set(item.id, item)
  }
  return changed.length > 0 ? staleItems(changed, noun, show) : accept([...chosen.values()])
}

/** Somebody assigned these meanwhile; `theirs` holds what stands now. */
export const staleItems = <T extends Item>(changed: readonly T[], noun: string, show: (item: T) => unknown) =>
  refuse(
    'stale',
    'assign.stale',
    `${changed.map((t) => t.code).join(', ')}: ${noun} vừa được người khác giao. Chưa ghi gì; xem lại rồi giao lần nữa.`,
    { theirs: changed.map(show) },
  )

/** Whether a batch can be taken back: it exists, an officer made it, and nothing of it was assigned again since. */
export function undoable(batch: readonly { readonly current: boolean }[], byDocument: boolean): Decision<null> {
  if (batch.length === 0) return refuse('absent', 'assign.no-batch', 'Không tìm thấy lần giao này.')
  if (byDocument) {
    return refuse(
      'conflict',
      'assign.by-document',
      'Chủ trì do chính văn bản nêu nên không hoàn tác được. Giao lại cho cơ quan khác nếu cần.',
    )
  }
  if (batch.every((r) => r.current)) return accept(null)
  return refuse(
    'conflict',
    'assign.changed-since',
    'Có việc trong lần giao này đã được giao lại sau đó nên không hoàn tác được. Giao lại từng việc.',
  )
}
