/**
 * Nhóm thông tin: what a group of the dossier is: its fields, its tier, and how it lives in time. The table itself stands in
 * `groups.ts`; forms, import and export columns, the API and the papers are all drawn from it.
 */

/**
 * Mức dữ liệu cá nhân. A = may be public after consent; B = basic personal data, internal; C = sensitive (own table, own right,
 * every reading noted). What is never collected (X) stands in `NEVER_COLLECTED`.
 */
export type Tier = 'A' | 'B' | 'C'

/**
 * Quy tắc thời gian of a group. `one` = exactly one on every day (TC1); `single` = at most one on a day, gaps allowed (TC2);
 * `many` = any number at once (TC3); `event` = something that happened on a day; `identity` = numbers that name the person.
 */
export type TimeRule = 'one' | 'single' | 'many' | 'event' | 'identity'

/** Nơi giữ: the row of the person, its numbers, dated facts, sealed facts, or another module. */
export type Keeping = 'person' | 'identifier' | 'fact' | 'sealed' | 'elsewhere'

/** Kiểu của một trường. `code` names a list; `unit` a body, `place` a commune: an id, or the words of the source when none fits. */
export type FieldKind = 'text' | 'long' | 'day' | 'year' | 'whole' | 'number' | 'flag' | 'code' | 'unit' | 'place'

/** Trường. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
  /** Name of the code list, for `code`. */
  readonly list?: string
  /** A fact of the group is nothing without it. */
  readonly required?: boolean
  /** When it differs from that of the group. */
  readonly tier?: Tier
  /** Unit of a number: "%", "giờ", "đồng". */
  readonly unit?: string
  /** One line of help: what is meant, with an example. */
  readonly hint?: string
}

/** Nhóm thông tin. */
export type Group = {
  readonly code: GroupCode
  /** Number in the catalogue of groups, 1 to 31. */
  readonly no: number
  readonly label: string
  readonly tier: Tier
  readonly time: TimeRule
  readonly keeps: Keeping
  readonly source: string
  readonly fields: readonly Field[]
  /** Field whose value makes the exclusive slot of a fact: `post` has one slot for the main post and none for the others. */
  readonly slot?: { readonly field: string; readonly value: string }
}

/** Mã nhóm. */
export type GroupCode =
  | 'identity'
  | 'names'
  | 'birth'
  | 'ethnicity'
  | 'contact'
  | 'category'
  | 'schooling'
  | 'education'
  | 'academic-title'
  | 'political-theory'
  | 'state-training'
  | 'language'
  | 'digital-skill'
  | 'party'
  | 'military'
  | 'post'
  | 'rank'
  | 'appraisal'
  | 'award'
  | 'discipline'
  | 'research-field'
  | 'research-time'
  | 'publication'
  | 'invention'
  | 'project'
  | 'advisory'
  | 'membership'
  | 'talent'
  | 'availability'
  | 'consent'
  | 'provenance'

/** Không thu thập (mức X): groups that forms of the sector ask for and no goal needs. */
export const NEVER_COLLECTED: readonly { readonly label: string; readonly source: string }[] = [
  { label: 'Quan hệ gia đình, thân nhân', source: 'NĐ 27/2026/NĐ-CP, nhóm 2; không mục tiêu nào cần' },
  { label: 'Lịch sử bản thân trước khi công tác', source: 'NĐ 27/2026/NĐ-CP, nhóm 3; không mục tiêu nào cần' },
  { label: 'Tài sản, thu nhập', source: 'NĐ 27/2026/NĐ-CP, nhóm 9; không mục tiêu nào cần' },
  { label: 'Sức khỏe, chiều cao, cân nặng, nhóm máu', source: 'NĐ 27/2026/NĐ-CP, nhóm 10; không mục tiêu nào cần' },
  { label: 'Quy hoạch cán bộ', source: 'Danh mục bí mật nhà nước; ngoài hệ thống' },
  { label: 'Ảnh chụp, bản quét thẻ căn cước', source: 'NĐ 356/2025/NĐ-CP, Điều 4' },
]
