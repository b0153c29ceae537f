/**
 * Hồ sơ: what the register holds of one person: the person, numbers, dated facts, and marks of sealed facts (their content is
 * opened apart). An `Entry` is what somebody says about a person; `rules/change.ts` decides what it changes.
 */
import type { PartialDay } from '../../../kernel/partial-day.ts'
import type { GroupCode } from './group.ts'

/** Mức xác minh. */
export type Level = -1 | 0 | 1 | 2 | 3

/** Mức xác minh, in words of the screen. */
export const LEVELS: Readonly<Record<`${Level}`, { label: string; source: string }>> = {
  '-1': { label: 'Mâu thuẫn, đang xác minh', source: 'Luật 91/2025/QH15, Điều 13' },
  '0': { label: 'Tự khai', source: 'Thiết kế hệ thống' },
  '1': { label: 'Đơn vị xác nhận', source: 'NĐ 27/2026/NĐ-CP' },
  '2': { label: 'Có văn bản', source: 'NĐ 27/2026/NĐ-CP' },
  '3': { label: 'Khớp cơ sở dữ liệu nhà nước', source: 'NĐ 27/2026/NĐ-CP' },
}

/** Giới tính. */
export type Sex = 'nam' | 'nu'

/** Giới tính, in words of the screen. */
export const SEXES: Readonly<Record<Sex, { label: string; source: string }>> = {
  nam: { label: 'Nam', source: 'Luật Căn cước 2023' },
  nu: { label: 'Nữ', source: 'Luật Căn cước 2023' },
}

/** Loại số định danh. */
export type Scheme = 'cccd' | 'cmnd' | 'passport' | 'tax' | 'insurance' | 'orcid' | 'scopus' | 'scientist'

/** Người: what holds exactly one value on every day. */
export type Person = {
  readonly id: string
  /** Mã hồ sơ `TT-0000123`; empty until the database gave it. */
  readonly code: string
  /** The body that keeps the dossier. */
  readonly unitId: string
  readonly name: string
  readonly sex: Sex | null
  readonly birth: PartialDay | null
  readonly birthPlace: string | null
  readonly homePlace: string | null
  /** ISO 3166 alpha-2; null = not said. */
  readonly nationality: string | null
  readonly died: PartialDay | null
  readonly mergedInto: string | null
  readonly removed: boolean
  readonly version: number
  /** Share of what is wanted that is there, 0 to 100. */
  readonly completeness: number
  /** Codes of what is missing (`rules/completeness.ts`). */
  readonly gaps: readonly string[]
  readonly coreLevel: Level
  readonly coreSource: string
  readonly level: Level
  /** The last day somebody confirmed the whole dossier. */
  readonly confirmedOn: string | null
  /** The import that made the person, or null. */
  readonly batchId: string | null
}

/** Giá trị của một mục: by field name; partial days as `1972-09`, codes as codes, their words under `<field>Text`. */
export type FactData = Readonly<Record<string, string | number | boolean>>

/** Mục hồ sơ, current or superseded. `from` null = from when is not known; `to` = the first day it no longer holds. */
export type Fact = {
  readonly id: string
  readonly personId: string
  readonly group: GroupCode
  readonly slot: string | null
  readonly from: PartialDay | null
  readonly to: PartialDay | null
  readonly data: FactData
  readonly level: Level
  readonly evidence: string
  readonly source: string
  readonly batchId: string | null
}

/** Số định danh; `value` only where it was just given or opened. */
export type Identifier = {
  readonly id: string
  readonly personId: string
  readonly scheme: Scheme
  /** Keyed digest, hexadecimal. */
  readonly digest: string
  readonly last3: string
  readonly state: 'valid' | 'conflict'
  readonly source: string
  readonly batchId: string | null
}

/** Dấu của một mục nhạy cảm: that there is one, not what it says. */
export type SealedMark = {
  readonly id: string
  readonly personId: string
  readonly group: GroupCode
  readonly digest: string
  readonly source: string
  readonly batchId: string | null
}

/** Hồ sơ hiện tại. */
export type Dossier = {
  readonly person: Person
  readonly identifiers: readonly Identifier[]
  readonly facts: readonly Fact[]
  readonly sealed: readonly SealedMark[]
}

/** Lời khai: what somebody says of one group of one person. */
export type Entry = {
  readonly group: GroupCode
  readonly data: FactData
  readonly from?: PartialDay | null
  readonly to?: PartialDay | null
  /** The day of the list it stands in: so it was on that day, since when is not said. A change is dated by it. */
  readonly asOf?: PartialDay | null
  readonly level: Level
  readonly evidence?: string
  /**
   * Who says it, stable from one time to the next: `khai`, `co-quan:H23.SYT`, `nhap:H23.SYT:education.1`. A further entry of the
   * same source about the same single fact mends it.
   */
  readonly source: string
  /** The fact this entry mends, when a person points at it. */
  readonly mends?: string
}

/** Điều thấy khi đối chiếu, for the eyes of an officer. */
export type Finding = {
  readonly group: GroupCode
  readonly field: string
  readonly code: string
  readonly message: string
}
