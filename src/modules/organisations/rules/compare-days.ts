/** So hai ngày: what of the organisation is different between two days. */
import type { Unit } from '../words.ts'

/** Một đơn vị khác đi: as it was, as it is; null = it was not there. */
export type Change = {
  readonly kind: 'begun' | 'ended' | 'renamed' | 'moved'
  readonly before: Unit | null
  readonly after: Unit | null
}

/** Điều khác đi, in words of the screen. */
export const CHANGE_KINDS: Readonly<Record<Change['kind'], string>> = {
  ended: 'Kết thúc',
  begun: 'Bắt đầu',
  renamed: 'Đổi tên, đổi loại',
  moved: 'Chuyển cấp trên',
}

const ORDER = Object.keys(CHANGE_KINDS)

/** Changes from the units of one day to those of another, by kind, then in the order of lists. A unit may be renamed and moved. */
export function compareDays(before: readonly Unit[], after: readonly Unit[]): Change[] {
  const was = new Map(before.map((u) => [u.id, u]))
  const is = new Map(after.map((u) => [u.id, u]))
  const ended = before.filter((u) => !is.has(u.id)).map((u): Change => ({ kind: 'ended', before: u, after: null }))
  const later = after.flatMap((u): Change[] => {
    const old = was.get(u.id)
    if (old === undefined) return [{ kind: 'begun', before: null, after: u }]
    const renamed = old.name !== u.name || old.officeName !== u.officeName || old.type !== u.type
    return [
      ...(renamed ? [{ kind: 'renamed' as const, before: old, after: u }] : []),
      ...(old.parentId !== u.parentId ? [{ kind: 'moved' as const, before: old, after: u }] : []),
    ]
  })
  return [...ended, ...later].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
