/**
 * Ban hành danh mục: a new version begins after the last one and closes it; codes are unique, parents exist.
 * A version is never changed once published: whoever used a code finds it as it was.
 */
import { type Day, showDay } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import type { Validity } from '../../../kernel/validity.ts'

/** The part of a version that decides whether it may be published. */
export type Draft = {
  readonly from: Day
  readonly until: Day | null
  readonly entries: readonly { readonly code: string; readonly parent: string | null }[]
}

/** What publishing does: the validity of the new version, and the version it closes. */
export type Publishing = { readonly valid: Validity; readonly closes: { id: string; valid: Validity } | null }

/** Whether a version may be published after the ones there are (oldest first). */
export function publishing(draft: Draft, before: readonly { id: string; valid: Validity }[]): Decision<Publishing> {
  const wrong = entryProblems(draft.entries)
  if (Object.keys(wrong).length > 0) return refuseFields('code-lists.entries', wrong)
  if (draft.until !== null && draft.until <= draft.from)
    return refuseFields('code-lists.until', {
      until: `Ngày hết hiệu lực phải sau ngày bắt đầu (${showDay(draft.from)})`,
    })
  const valid = { from: draft.from, to: draft.until }
  const last = before.at(-1)
  if (!last) return accept({ valid, closes: null })
  if (draft.from <= last.valid.from)
    return refuse(
      'conflict',
      'code-lists.too-early',
      `Danh mục đã có phiên bản hiệu lực từ ${showDay(last.valid.from)}. Phiên bản mới phải bắt đầu sau ngày ấy; chưa ghi gì.`,
    )
  const open = last.valid.to === null || last.valid.to > draft.from
  return accept({ valid, closes: open ? { id: last.id, valid: { from: last.valid.from, to: draft.from } } : null })
}

function entryProblems(entries: Draft['entries']): Record<string, string> {
  const wrong: Record<string, string> = {}
  const codes = new Set(entries.map((e) => e.code))
  const seen = new Set<string>()
  for (const e of entries) {
    if (seen.has(e.code)) wrong[e.code] = `Mã ${e.code} được ghi hai lần`
    seen.add(e.code)
    if (e.parent === e.code) wrong[e.code] = `Mục ${e.code} không thể nằm dưới chính nó`
    else if (e.parent !== null && !codes.has(e.parent))
      wrong[e.code] = `Mục ${e.code} nằm dưới mã ${e.parent} không có trong danh mục`
  }
  return wrong
}
