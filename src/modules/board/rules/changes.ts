/** Thay đổi từ một ngày: the same goals as they were known then and as they are known now, side by side. */
import type { Course } from '../../goals/public.ts'

/** Một mục tiêu hai thời điểm; null = it was not there, or is not any more. */
export type Change = {
  readonly code: string
  readonly name: string
  readonly before: Course | null
  readonly now: Course | null
  readonly kind: ChangeKind
}

/** Loại thay đổi. */
export type ChangeKind = 'moi' | 'bo' | 'doi-muc' | 'doi-so' | 'khong-doi'

/** Loại thay đổi, in words of the screen. Nguồn: cách trình bày so sánh hai thời điểm của báo cáo tiến độ. */
export const CHANGE_KINDS: Readonly<Record<ChangeKind, string>> = {
  moi: 'Mục tiêu mới',
  bo: 'Không còn',
  'doi-muc': 'Đổi mức tiến độ',
  'doi-so': 'Đổi số liệu',
  'khong-doi': 'Không đổi',
}

const ORDER = Object.keys(CHANGE_KINDS) as ChangeKind[]

function kindOf(before: Course | undefined, now: Course | undefined): ChangeKind {
  if (before === undefined) return 'moi'
  if (now === undefined) return 'bo'
  if (before.progress !== now.progress) return 'doi-muc'
  return before.reading.low !== now.reading.low || before.reading.high !== now.reading.high ? 'doi-so' : 'khong-doi'
}

/** Goals added, removed, changed and unchanged, in that order. */
export function changesBetween(before: readonly Course[], now: readonly Course[]): Change[] {
  const then = new Map(before.map((c) => [c.indicator.code, c]))
  const today = new Map(now.map((c) => [c.indicator.code, c]))
  const codes = [...new Set([...today.keys(), ...then.keys()])]
  const list = codes.map((code): Change => {
    const [a, b] = [then.get(code), today.get(code)]
    return { code, name: (b ?? a)?.indicator.name ?? '', before: a ?? null, now: b ?? null, kind: kindOf(a, b) }
  })
  return list.sort((x, y) => ORDER.indexOf(x.kind) - ORDER.indexOf(y.kind))
}
