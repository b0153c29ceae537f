/** Từ của danh mục: lists, their versions and entries, each with validity, source and how far the source was checked. */
import type { Day } from '../../kernel/day.ts'
import type { Validity } from '../../kernel/validity.ts'

/** Mức đối chiếu nguồn. */
export type SourceStatus = 'seen' | 'unverified'

/** Mức đối chiếu nguồn, in words of the screen. */
export const STATUSES: Readonly<Record<SourceStatus, { label: string; source: string }>> = {
  seen: { label: 'Đã thấy trên nguồn', source: 'Nguồn nêu tại phiên bản' },
  unverified: { label: 'Có phần chưa kiểm chứng', source: 'Hiểu biết chung, cần đối chiếu văn bản' },
}

/** Loại ngày được thông báo. */
export type DayOffKind = 'nghi' | 'lam-bu'

/** Loại ngày được thông báo, in words of the screen. */
export const DAY_OFF_KINDS: Readonly<Record<DayOffKind, { label: string; source: string }>> = {
  nghi: { label: 'Nghỉ', source: 'Bộ luật Lao động 45/2019/QH14, Điều 112' },
  'lam-bu': { label: 'Làm bù', source: 'Thông báo hoán đổi ngày làm việc của năm' },
}

/** Ngày nghỉ hoặc ngày làm bù của một năm, beyond what the law itself fixes. */
export type DayOff = {
  readonly id: string
  readonly day: Day
  readonly kind: DayOffKind
  /** On what occasion: "Tết Bính Ngọ". */
  readonly occasion: string
  /** Number, day and issuer of the act, or where it was read. */
  readonly act: string
  /** Clocks count with what was checked only. */
  readonly status: SourceStatus
}

/** Mục của danh mục. `code` is kept as written in the source. */
export type Entry = {
  readonly code: string
  readonly label: string
  /** Code of the entry above it, in lists of several levels. */
  readonly parent: string | null
  /** Other spellings met in files. */
  readonly aliases: readonly string[]
  /** Mã đối ứng: codes of the version that replaces this one, when the list changed. */
  readonly mapsTo: readonly string[]
  readonly note: string
  /** When it differs from that of the version. */
  readonly status: SourceStatus | null
}

/** Phiên bản của danh mục. */
export type ListVersion = {
  readonly id: string
  readonly list: string
  readonly title: string
  readonly version: string
  readonly source: string
  readonly status: SourceStatus
  readonly statusNote: string
  /** False: `valid.from` is the day the system began to record, the legal day was not checked. */
  readonly fromKnown: boolean
  /** What replaced it, when that is not in the system. */
  readonly replacedBy: string
  readonly note: string
  readonly valid: Validity
}
