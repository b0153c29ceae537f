/** Cách hiện giá trị: a field of an entry in the words of the screen. Pure. */
import { isId } from '../../../kernel/ids.ts'
import { showNumber } from '../../../kernel/number.ts'
import { parsePartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import type { Fact, FactData, Level } from '../words/dossier.ts'
import type { Field, GroupCode } from '../words/group.ts'
import { groupOf } from '../words/groups.ts'

/** Words of codes, bodies and places. */
export type Labels = {
  /** The label; of an entry that names its year, as the list of that year has it. */
  readonly code: (list: string, code: string, year?: string | null) => string | null
  /** The version that had a code which the list has no more, and what it is now; null for a code of the list. */
  readonly since: (list: string, code: string) => { version: string; heirs: readonly { label: string }[] } | null
  /** Of a code that no version of the list has: the label of the nearest code above it, where codes are built that way. */
  readonly within: (list: string, code: string) => string | null
  readonly body: (id: string) => string | null
  readonly place: (id: string) => string | null
}

/** A field in words; '' when it holds nothing. The words of the source stand where no code was found. */
export function showField(field: Field, data: FactData, labels: Labels): string {
  const value = data[field.name]
  const written = String(data[`${field.name}Text`] ?? '')
  if (value === undefined || value === '') return written
  if (field.kind === 'code')
    return labels.code(field.list ?? '', String(value), yearAbout(data)) ?? (written || String(value))
  if (field.kind === 'unit' || field.kind === 'place') {
    const text = String(value)
    if (!isId(text)) return text
    return (field.kind === 'unit' ? labels.body(text) : labels.place(text)) ?? (written || 'Đơn vị ngoài sổ bộ')
  }
  if (field.kind === 'flag') return value === true || value === 'true' ? 'Có' : 'Không'
  if (field.kind === 'day') {
    const day = parsePartialDay(String(value))
    return day === null ? String(value) : showPartialDay(day)
  }
  if (field.kind === 'number')
    return `${showNumber(Number(value), 2)}${field.unit === undefined ? '' : ` ${field.unit}`}`
  return String(value)
}

/** The year an entry names itself: that of the degree, of the rating, of the appointment. */
const yearAbout = (data: FactData): string | null => {
  const year = String(data.graduated ?? data.year ?? data.appointed ?? data.recognised ?? '')
  return /^\d{4}$/.test(year) ? year : null
}

/** A field in words, and of a code that its list has no more the version it is of and what it is now. */
function showWithOrigin(group: GroupCode, field: Field, data: FactData, labels: Labels): string {
  const words = showField(field, data, labels)
  const value = data[field.name]
  // A rating is of its year for ever: what it would be called now says nothing.
  if (field.kind !== 'code' || value === undefined || words === '' || group === 'appraisal') return words
  const since = labels.since(field.list ?? '', String(value))
  const within = words === String(value) ? labels.within(field.list ?? '', words) : null
  if (within !== null) return `${words} (thuộc ${within})`
  if (since === null) return words
  const now = since.heirs.map((h) => h.label).join('; ')
  return `${words} (mã ${value} của danh mục ${since.version}${now === '' ? '' : `, nay là ${now}`})`
}

/** Ids of bodies and places in entries. */
export const unitsIn = (facts: readonly Pick<Fact, 'group' | 'data'>[]): string[] =>
  facts.flatMap((f) =>
    groupOf(f.group).fields.flatMap((field) => {
      const value = f.data[field.name]
      return (field.kind === 'unit' || field.kind === 'place') && typeof value === 'string' && isId(value)
        ? [value]
        : []
    }),
  )

/** Fields that make the headline of an entry, by group; the others stand below it. */
const HEADLINES: Readonly<Partial<Record<GroupCode, readonly string[]>>> = {
  names: ['otherName', 'otherNameKind'],
  contact: ['residence'],
  category: ['category', 'sector'],
  education: ['level', 'major'],
  'academic-title': ['title', 'discipline'],
  language: ['language', 'level'],
  post: ['position', 'leadership', 'body'],
  rank: ['code', 'title'],
  appraisal: ['year', 'result'],
  award: ['award'],
  'research-field': ['field'],
  'research-time': ['share', 'role'],
  publication: ['title'],
  project: ['title'],
  membership: ['association', 'post'],
}

/** An entry in words: its headline, and the other fields by label. */
export type ShownEntry = {
  readonly title: string
  readonly details: readonly (readonly [label: string, value: string])[]
}

/** An entry as the screen shows it. */
export function showEntry(group: GroupCode, data: FactData, labels: Labels): ShownEntry {
  const { fields } = groupOf(group)
  const chosen = HEADLINES[group] ?? fields.filter((f) => f.required === true).map((f) => f.name)
  const heads = chosen.flatMap((name) => fields.find((f) => f.name === name) ?? [])
  const title = heads.map((f) => showWithOrigin(group, f, data, labels)).filter((t) => t !== '')
  const details = fields
    .filter((f) => !heads.includes(f))
    .map((f) => [f.label, showWithOrigin(group, f, data, labels)] as const)
    .filter(([, value]) => value !== '' && value !== 'Không')
  const [first, ...rest] = details
  if (title.length === 0 && first !== undefined) return { title: `${first[0]}: ${first[1]}`, details: rest }
  return { title: title.join(', '), details }
}

/** Mức xác minh as a state of the screen: a shape and a word. */
export const LEVEL_STATES: Readonly<Record<`${Level}`, { kind: 'late' | 'idle' | 'wait' | 'ok'; short: string }>> = {
  '-1': { kind: 'late', short: 'mâu thuẫn' },
  '0': { kind: 'idle', short: '0 tự khai' },
  '1': { kind: 'wait', short: '1 đơn vị' },
  '2': { kind: 'ok', short: '2 văn bản' },
  '3': { kind: 'ok', short: '3 đối chiếu' },
}
