/**
 * Dòng này là gì: a person, the name of a unit above the rows that follow, a total, headings repeated on a new page, column
 * numbers, or the signatures below the table.
 */
import { remembered, rememberedFor } from '../../../kernel/remembered.ts'
import { bareHeading, isColumnNumbers, type Layout } from './header.ts'
import { type SheetRow, wordsOf } from './sheet.ts'

/** Loại dòng. */
export type RowKind = 'person' | 'group' | 'total' | 'heading' | 'numbers' | 'foot'

/** Where the reader stands in a sheet: groups by level, and whether the table has ended. */
export type Place = { readonly groups: readonly Group[]; readonly ended: boolean }

/** Dòng nhóm: its level (0 the widest) and its words. */
export type Group = { readonly level: number; readonly words: string }

/** At the top of the table. */
export const START: Place = { groups: [], ended: false }

/** Columns that tell kinds of rows apart. */
export type Roles = {
  /** Column of the order number, or null. */
  readonly order: number | null
  /** Columns of the name, first one first. */
  readonly names: readonly number[]
  /** Columns that only rows of persons fill: birth, numbers, sex. */
  readonly personal: readonly number[]
}

/** With their marks: "Công" and "Đoàn" are surnames, "Khoa" is a given name. Texts without any mark are told by the second form. */
const TOTAL =
  /^(?:tổng(?: (?:cộng|số|hợp|cộng toàn .*))?|cộng(?: (?:chung|trang|dồn|toàn .*))?|mang sang|trang trước chuyển sang)(?:$|[\s:.(])/u
const BARE_TOTAL = /^(?:tong(?: cong| so)|cong)(?:$|[\s:.(])/
const FOOT =
  /^(?:người (?:lập|tổng hợp)|lập biểu|thủ trưởng|giám đốc|hiệu trưởng|chủ tịch|trưởng phòng|kt\.|tm\.|tl\.|tuq\.|q\.|xác nhận|nơi nhận|ghi chú|lưu ý|chú thích|danh sách (?:này )?(?:gồm|có|ấn định)|cán bộ lập|kế toán)|(?:^|, ?)ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm/u
const UNIT =
  /^(?:phòng|khoa|trung tâm|trường|sở|bệnh viện|văn phòng|chi cục|ubnd|ủy ban|uỷ ban|xã|phường|thị trấn|huyện|viện|bộ môn|cục|thanh tra|trạm|quỹ|đài|đảng ủy|đảng uỷ|hđnd|mttq|đơn vị|cơ quan|chi nhánh|công ty|liên hiệp|liên đoàn|mầm non|tiểu học|thcs|thpt|học viện|đại học|cao đẳng|ban (?:quản lý|giám hiệu|giám đốc|lãnh đạo|tổ chức|tuyên giáo|dân vận|nội chính|kiểm tra)|phong|truong|benh vien|trung tam|van phong)(?:\s|$)/u
/** Words that begin names of people too: only a marker of a level makes them units. */
const UNIT_OR_NAME = /^(?:ban|tổ|đội|khối|đoàn|hội|báo|to|doi|khoi)\s/u
const ROMAN = /^[IVXLC]{1,6}[.)]?$/u
const LETTER = /^[A-HĐ][.)]?$/
const ARABIC = /^\d{1,6}(?:\.\d{1,3})*[.)]?$/

/** Level a marker gives: A above I above 1. */
function levelOf(marker: string): number {
  if (ROMAN.test(marker)) return 1
  if (LETTER.test(marker)) return 0
  return ARABIC.test(marker) ? 3 : 2
}

const markerIn = (text: string): { marker: string; rest: string } => {
  const m = /^([IVXLC]{1,6}|[A-HĐ]|\d{1,2})\s*[.)/-]\s+(.+)$/su.exec(text)
  return m?.[1] === undefined || m[2] === undefined ? { marker: '', rest: text } : { marker: m[1], rest: m[2] }
}

/** Whether most cells repeat the headings of their columns; worked out only where some cell looks like one. */
function repeatsHeadings(row: SheetRow, layout: Layout): boolean {
  const known = headingsOf(layout)
  const most = 0.4 * row.cells.length
  let other = 0
  for (const cell of row.cells) {
    if (cell.kind === 'text' && isHeading(known.get(cell.column), cell.text)) continue
    if (++other > most) return false
  }
  return row.cells.length - other >= 2
}

const isHeading = (own: Heading | undefined, text: string): boolean =>
  own?.lengths.has(text.trim().length) === true && own.says(text)

type Heading = { readonly lengths: ReadonlySet<number>; readonly says: (text: string) => boolean }

/** Cells of a column that are kept as told: they say the same few things again and again. */
const MOST_TEXTS = 1000

const headingsOf = rememberedFor(
  (layout: Layout): ReadonlyMap<number, Heading> =>
    new Map(
      layout.columns.map((c) => {
        const headings = new Set(c.path.map(bareHeading).filter((k) => k !== ''))
        return [
          c.column,
          {
            says: remembered(MOST_TEXTS, (text: string) => headings.has(bareHeading(text))),
            // A heading typed again on the next page differs by a space or a mark at most.
            lengths: new Set(c.path.flatMap((p) => [-2, -1, 0, 1, 2].map((n) => p.trim().length + n))),
          },
        ]
      }),
    ),
)

/** What a row is, and where the reader stands after it. `layout` and `roles` are those of the sheet. */
export function rowKind(row: SheetRow, layout: Layout, roles: Roles, place: Place): { kind: RowKind; place: Place } {
  if (isColumnNumbers(row) && !looksFilled(row, roles)) return { kind: 'numbers', place }
  if (repeatsHeadings(row, layout)) return { kind: 'heading', place: { ...place, ended: false } }
  const filled = row.cells.filter((c) => c.text.trim() !== '')
  const [lead] = filled
  if (lead === undefined) return { kind: 'foot', place }
  const marker = roles.order === null ? '' : wordsOf(filled.find((c) => c.column === roles.order)?.text ?? '')
  const words = filled.find((c) => c.column !== roles.order || !isMarker(wordsOf(c.text)))
  const personal = filled.some((c) => roles.personal.includes(c.column))
  const named = filled.some((c) => roles.names.includes(c.column))
  if (isTotal(words?.text ?? '') && !personal) return { kind: 'total', place }
  if (named && personal) return { kind: 'person', place: { ...place, ended: false } }
  if (!ARABIC.test(marker) && FOOT.test(spoken(words?.text ?? '')))
    return { kind: 'foot', place: { ...place, ended: true } }
  if (place.ended && !(ARABIC.test(marker) && named)) return { kind: 'foot', place }
  const group = personal ? null : groupIn(row, roles, marker)
  if (group !== null) {
    const above = place.groups.filter((g) => g.level < group.level)
    return { kind: 'group', place: { groups: [...above, group], ended: false } }
  }
  return { kind: 'person', place }
}

/** Small letters with their marks, one space. */
const spoken = (text: string): string => wordsOf(text).toLowerCase()

const isTotal = (text: string): boolean => {
  const said = spoken(text).replace(/^[-+*\s]+/u, '')
  return TOTAL.test(said) || BARE_TOTAL.test(said)
}

const isMarker = (text: string): boolean => ROMAN.test(text) || LETTER.test(text) || ARABIC.test(text)

/** A row of numbers may still be a person when its name is there. */
const looksFilled = (row: SheetRow, roles: Roles): boolean =>
  row.cells.some((c) => roles.names.includes(c.column) && /\p{L}{2}/u.test(c.text))

/** A row of one text (counts beside it are allowed) that names a unit or carries a mark of a level. */
function groupIn(row: SheetRow, roles: Roles, marker: string): Group | null {
  const texts = row.cells.filter((c) => c.kind === 'text' && c.column !== roles.order && /\p{L}/u.test(c.text))
  const lead = texts[0] ?? row.cells.find((c) => c.column === roles.order && /\p{L}{2}/u.test(c.text))
  if (lead === undefined || texts.length > 1) return null
  const own = markerIn(wordsOf(lead.text))
  const mark = marker !== '' && isMarker(marker) ? marker : own.marker
  const said = spoken(own.rest)
  const level = mark === '' ? 2 : levelOf(mark)
  const isUnit = UNIT.test(said) || (mark !== '' && level !== 3 && UNIT_OR_NAME.test(said))
  // "12 | Nguyễn Văn A" without anything else is a person whose data are missing.
  if (level === 3 && !isUnit) return null
  if (mark === '' && !isUnit && roles.names.includes(lead.column)) return null
  return { level, words: own.rest.replace(/\s*[(:].*$/su, '').trim() || own.rest }
}

/** Đơn vị của các dòng bên dưới: the innermost group that names a unit; null when none does. */
export const unitOf = (place: Place): string | null =>
  place.groups.findLast((g) => UNIT.test(spoken(g.words)) || UNIT_OR_NAME.test(spoken(g.words)))?.words ?? null

const DITTO = /^(?:[-–]*\s*n\.?t\.?\s*[-–]*|[-–]*\s*như trên\s*[-–]*|["”“″〃]+|'{2}|-\s*["”″]\s*-|\/\/|,,|ditto)$/iu

/** Dấu "nt", "như trên", "〃": the value of the row above is meant. */
export const isDitto = (text: string): boolean => DITTO.test(text.trim())
