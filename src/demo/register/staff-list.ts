/**
 * Danh sách cán bộ mẫu: the list an office keeps of invented people, with the habits of such lists, and the truth of every row: what a
 * careful reader can know from it, no more. Files are made from it in `staff-workbook.ts`.
 */
import type { Day } from '../../kernel/day.ts'
import type { PartialDay } from '../../kernel/partial-day.ts'
import { type Random, randomFrom } from '../random.ts'
import { asTyped } from './font-letters.ts'
import type { Degree, Life } from './life.ts'

/** Phông của ô. */
export type Font = 'Times New Roman' | '.VnTime' | 'VNI-Times'

/** Ô: words in a font, a number as typed, a day kept as one, or nothing. */
export type StaffCell =
  | { readonly text: string; readonly font?: Font }
  | { readonly number: number }
  | { readonly day: Day }
  | null

/** Giá trị theo `nhóm.trường` of the register. */
export type Known = Readonly<Record<string, string | number>>

/** Sự thật của một dòng. `row` = its number in the sheet. */
export type StaffTruth = {
  readonly row: number
  readonly outcome: 'person' | 'again' | 'error'
  readonly name: string
  readonly birth: PartialDay
  readonly fields: Known
  /** Words that no list knows: they wait for an officer and become nothing by themselves. */
  readonly waits: readonly string[]
}

/** Danh sách. */
export type StaffList = {
  readonly rows: readonly (readonly StaffCell[])[]
  readonly merged: readonly string[]
  readonly truth: readonly StaffTruth[]
}

/** What stands over the list. */
export type StaffHead = { readonly body: string; readonly on: string }

const TOP = ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', '', 'Số CCCD', 'Quê quán', 'Chức vụ, chức danh'] as const
const LEARNED = ['Trình độ chuyên môn', '', '', ''] as const
const REST = ['Lý luận chính trị', 'Ngoại ngữ', 'Tin học', 'Mã ngạch, CDNN', 'Điện thoại', 'Ghi chú'] as const
const UNDER = [
  ...['', '', 'Nam', 'Nữ', '', '', ''],
  ...['Trình độ', 'Chuyên ngành', 'Nơi đào tạo', 'Năm tốt nghiệp'],
  ...['', '', '', '', '', ''],
] as const
const COLUMNS = UNDER.length
const MERGED = ['A1:E1', 'A3:Q3', 'A4:Q4', 'C6:D6', 'H6:K6', ...[...'ABEFGLMNOPQ'].map((c) => `${c}6:${c}7`)]

const say = (text: string, font?: Font): StaffCell =>
  text === '' ? null : { text, ...(font === undefined ? {} : { font }) }

/** Lists people by department, one of them twice, one with a number that a spreadsheet has ruined. */
export function staffList(lives: readonly Life[], head: StaffHead): StaffList {
  const rows: StaffCell[][] = [
    [say(head.body.toUpperCase())],
    [],
    [say('DANH SÁCH CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG')],
    [say(`(Có mặt đến ngày ${head.on})`)],
    [],
    [...TOP, ...LEARNED, ...REST].map((t) => say(t)),
    UNDER.map((t) => say(t)),
    Array.from({ length: COLUMNS }, (_, i) => ({ number: i + 1 })),
  ]
  const truth: StaffTruth[] = []
  let order = 0
  const departments = [...Map.groupBy(lives, (l) => l.posts.at(-1)?.department ?? '')]
  for (const [i, [department, people]] of departments.entries()) {
    rows.push([say(ROMAN[i] ?? ''), say(department)])
    for (const [n, life] of people.entries()) {
      const w = newLine(life, fontsOf(i), n === 0 ? null : (truth.at(-1)?.fields['birth.homePlace'] ?? null))
      order++
      rows.push(cellsOf(w, order, order === RUINED))
      truth.push(truthOf(w, rows.length, order === RUINED ? 'error' : 'person'))
    }
  }
  const twice = truth[TWICE]
  if (twice !== undefined) {
    rows.push((rows[twice.row - 1] ?? []).map((c, i) => (i === 0 ? { number: order + 1 } : c)))
    truth.push({ ...twice, row: rows.length, outcome: 'again' })
  }
  rows.push([null, say(`Tổng cộng: ${order} người`)], [])
  rows.push([null, say('NGƯỜI LẬP BIỂU'), ...Array.from({ length: 9 }, () => null), say('GIÁM ĐỐC')])
  return { rows, merged: MERGED, truth }
}

const RUINED = 57
const TWICE = 23
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

/** Every department typed its part on a machine of its own. */
const fontsOf = (i: number): { name: Font; home: Font } => ({
  name: i % 3 === 0 ? '.VnTime' : 'Times New Roman',
  home: i % 3 === 1 ? 'VNI-Times' : 'Times New Roman',
})

type Line = {
  readonly life: Life
  readonly random: Random
  readonly fields: Record<string, string | number>
  readonly waits: string[]
  readonly position: string
  readonly name: StaffCell
  readonly home: StaffCell
  readonly learned: readonly StaffCell[]
  readonly rest: readonly StaffCell[]
}

function newLine(life: Life, fonts: { name: Font; home: Font }, homeAbove: string | number | null): Line {
  const random = randomFrom(`list:${life.number}`)
  const { core } = life
  const fields: Record<string, string | number> = {
    'names.fullName': core.name,
    'birth.birth': core.birthKnown,
    'birth.sex': core.sex,
  }
  const { position = '', leadership = null, department = '' } = life.posts.at(-1) ?? {}
  const ambiguous = leadership !== null && !CLEAR.has(position)
  if (leadership === null) fields['post.position'] = position
  else if (!ambiguous) fields['post.leadership'] = leadership
  fields['post.department'] = department
  const ditto = homeAbove !== null && random.chance(0.05)
  fields['birth.homePlace'] = ditto ? homeAbove : core.homePlace
  const name = nameOf(life, fonts.name, random)
  const home = ditto ? say('nt') : typed(core.homePlace, fonts.home)
  const learned = learnedOf(life.degrees.at(-1), fields, random)
  const waits = ambiguous ? [position] : []
  return { life, random, fields, waits, position, name, home, learned, rest: restOf(life, { fields, waits, random }) }
}

/** Posts that one code of the list means, whatever the body. */
const CLEAR: ReadonlySet<string> = new Set(['Trưởng phòng', 'Phó Trưởng phòng'])

/** In the font asked for, or plainly where the font has no such letter. */
function typed(text: string, font: Font): StaffCell {
  const old = font === 'Times New Roman' ? text : asTyped(font === '.VnTime' ? 'TCVN3' : 'VNI', text)
  return old === null ? say(text, 'Times New Roman') : say(old, font)
}

const TITLES: Readonly<Record<string, string>> = { '8': 'TS. ', '7': 'ThS. ', CKI: 'BSCKI. ', CKII: 'BSCKII. ' }

function nameOf({ core, degrees }: Life, font: Font, random: Random): StaffCell {
  const title = random.chance(0.4) ? (TITLES[degrees.at(-1)?.level ?? ''] ?? '') : ''
  if (font === 'Times New Roman' && random.chance(0.12)) return say(core.name.toUpperCase())
  return typed(`${title}${random.chance(0.04) ? core.name.replace(' ', '  ') : core.name}`, font)
}

function birthOf({ core }: Life, random: Random): StaffCell {
  const [year = '', month, date] = core.birthKnown.split('-')
  if (month === undefined) return random.chance(0.5) ? { number: Number(year) } : say(year)
  if (date === undefined) return say(`${month}/${year}`)
  const way = random.roll()
  if (way < 0.3) return { day: core.birth }
  if (way < 0.42) return say(`${Number(date)}/${Number(month)}/${year}`)
  return say([date, month, year].join(way < 0.5 ? '.' : '/'))
}

/** Số CCCD: as text, as a number that lost its first zero, missing; `ruined` = as a spreadsheet shows a number too wide. */
function numberOf({ core }: Life, fields: Record<string, string | number>, random: Random, ruined: boolean): StaffCell {
  if (ruined) return say('3.0072E+10')
  if (random.chance(0.08)) return null
  fields['identity.cccd'] = core.cccd
  // Two zeros lost leave nothing to mend it by.
  return core.cccd.startsWith('00') || random.chance(0.75) ? say(core.cccd) : { number: Number(core.cccd) }
}

const LEVEL_WORDS: Readonly<Record<string, readonly string[]>> = {
  '5': ['Cao đẳng', 'CĐ'],
  '6': ['Đại học', 'ĐH', 'đại học'],
  '7': ['Thạc sĩ', 'Thạc sỹ', 'Ths'],
  '8': ['Tiến sĩ', 'TS'],
  CKI: ['Chuyên khoa I', 'BSCKI', 'CKI'],
  CKII: ['Chuyên khoa II', 'BSCKII'],
}

function learnedOf(d: Degree | undefined, fields: Record<string, string | number>, random: Random): StaffCell[] {
  if (d === undefined) return [null, null, null, null]
  const level = random.pick(LEVEL_WORDS[d.level] ?? [d.level])
  fields['education.level'] = d.level
  const filled = <T extends string | number>(field: string, value: T, gap: number): T | null => {
    if (random.chance(gap)) return null
    fields[field] = value
    return value
  }
  const major = filled('education.major', d.major.name, 0.04)
  const school = filled('education.school', d.school, 0.12)
  const graduated = filled('education.graduated', d.graduated, 0.08)
  return [say(level), say(major ?? ''), say(school ?? ''), graduated === null ? null : { number: graduated }]
}

const THEORY: Readonly<Record<string, readonly string[]>> = {
  SC: ['Sơ cấp'],
  TC: ['Trung cấp', 'TC'],
  CC: ['Cao cấp', 'Cao cấp LLCT'],
}
/** An abbreviation of this office alone. */
const UNHEARD = 'THVP B'
const COMPUTING: Readonly<Record<string, readonly string[]>> = {
  'co-ban': ['CNTT cơ bản', 'Ứng dụng CNTT cơ bản'],
  'nang-cao': ['CNTT nâng cao'],
  'cu-a': ['Tin học A'],
  'cu-b': ['Tin học B', UNHEARD],
}
const NOTES = ['Nghỉ thai sản', 'Biệt phái từ tháng 6', 'Đang đi học'] as const

type Rest = Pick<Line, 'fields' | 'waits' | 'random'>

function restOf(life: Life, { fields, waits, random }: Rest): StaffCell[] {
  const theory = life.theory === null ? '' : random.pick(THEORY[life.theory.level] ?? [''])
  if (theory !== '' && life.theory !== null) fields['political-theory.level'] = life.theory.level
  const digital = random.pick(COMPUTING[life.digital ?? ''] ?? [''])
  if (digital === UNHEARD) waits.push(UNHEARD)
  else if (digital !== '' && life.digital !== null) fields['digital-skill.level'] = life.digital
  const rank = random.chance(0.9) ? (life.ranks.at(-1)?.code ?? '') : ''
  if (rank !== '') fields['rank.code'] = rank
  const phone = random.chance(0.85) ? life.phone : ''
  if (phone !== '') fields['contact.phone'] = phone
  return [
    say(theory),
    languageOf(life, fields, random),
    say(digital),
    say(random.chance(0.06) ? rank.toLowerCase() : rank),
    phone === '' || random.chance(0.85)
      ? say(phone.replace(/(...)(...)(....)/, '$1.$2.$3'))
      : { number: Number(phone) },
    say(random.chance(0.05) ? random.pick(NOTES) : ''),
  ]
}

const TONGUES: Readonly<Record<string, string>> = { en: 'Anh', zh: 'Trung', fr: 'Pháp', ru: 'Nga' }

/** Only what lists say in a usual way: the frame of six levels, and the old A, B, C. */
function languageOf({ language }: Life, fields: Record<string, string | number>, random: Random): StaffCell {
  const tongue = TONGUES[language?.language ?? '']
  if (language === null || tongue === undefined) return null
  const old = /^cu-([abc])$/.exec(language.certificate)?.[1]?.toUpperCase()
  if (old === undefined && language.certificate !== 'khung-6-bac') return null
  fields['language.language'] = language.language
  if (old !== undefined) {
    fields['language.certificate'] = language.certificate
    return say(random.chance(0.5) ? `${tongue} ${old}` : `Tiếng ${tongue} trình độ ${old}`)
  }
  fields['language.level'] = language.level
  return say(random.chance(0.5) ? `Tiếng ${tongue} bậc ${language.level}` : `${tongue} ${FRAME[language.level] ?? ''}`)
}
const FRAME: Readonly<Record<string, string>> = { '1': 'A1', '2': 'A2', '3': 'B1', '4': 'B2', '5': 'C1', '6': 'C2' }

function cellsOf(w: Line, order: number, ruined: boolean): StaffCell[] {
  const birth = birthOf(w.life, w.random)
  const { sex } = w.life.core
  return [
    { number: order },
    w.name,
    ...(sex === 'nam' ? [birth, null] : [null, birth]),
    numberOf(w.life, w.fields, w.random, ruined),
    w.home,
    say(w.position),
    ...w.learned,
    ...w.rest,
  ]
}

const truthOf = ({ life, fields, waits }: Line, row: number, outcome: StaffTruth['outcome']): StaffTruth => ({
  row,
  outcome,
  name: life.core.name,
  birth: life.core.birthKnown,
  fields,
  waits,
})
