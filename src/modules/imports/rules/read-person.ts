/** Người của một dòng: name, birth, sex and the numbers that name the person. */
import { firstDayOf, type PartialDay } from '../../../kernel/partial-day.ts'
import { readDay } from './dates.ts'
import { finding } from './findings.ts'
import type { Target } from './headings.ts'
import { joinName, readName } from './names.ts'
import { type Cells, PLAIN_DAYS, put, type Reading, told, type Work } from './row-work.ts'
import type { SheetCell } from './sheet.ts'
import { readIdNumber, readSex, saysNone } from './values.ts'

/** Họ tên. */
export function takeName(work: Work, cells: Cells): string {
  const whole = cells.get('names.fullName') ?? []
  const parts = [...(cells.get('name.family') ?? []), ...(cells.get('name.given') ?? [])]
  const used = whole.length > 0 ? whole : parts
  const [first] = used
  if (first === undefined) {
    work.findings.push(finding(work.row, null, 'name.empty'))
    return ''
  }
  const text = joinName(used.map((c) => c.text))
  const read = readName(text)
  if (read.problem !== null) {
    work.findings.push(finding(work.row, first.column, `name.${read.problem}`, text))
    return read.name
  }
  work.titles = read.titles
  if (read.titles.length > 0)
    work.findings.push(finding(work.row, first.column, 'name.titles', text, read.titles.map((t) => t.words).join(', ')))
  if (read.note !== '') work.findings.push(finding(work.row, first.column, 'name.note', text, read.note))
  put(work, 'names', 'fullName', read.name)
  return read.name
}

const ADULT = 18

/** Ngày sinh, from one column, one of two, or three. */
export function takeBirth(work: Work, cells: Cells, reading: Reading): PartialDay | null {
  const [male] = cells.get('birth.male') ?? []
  const [female] = cells.get('birth.female') ?? []
  const [whole] = cells.get('birth.birth') ?? []
  const cell = joinedBirth(whole, cells) ?? male ?? female
  if (cell === undefined) {
    work.findings.push(finding(work.row, null, 'birth.missing'))
    return null
  }
  const read = readDay(cell, reading.days.get(cell.column) ?? PLAIN_DAYS, reading.today)
  if (read === null) {
    work.findings.push(finding(work.row, cell.column, 'birth.missing'))
    return null
  }
  if ('problem' in read) {
    told(work, cell, `birth.${read.problem}`)
    return null
  }
  if (Number(read.value.slice(0, 4)) > Number(reading.today.slice(0, 4)) - ADULT) {
    told(work, cell, 'birth.young')
    return null
  }
  put(work, 'birth', 'birth', read.value)
  return read.value
}

/** Ngày, tháng, năm in three columns. */
function joinedBirth(year: SheetCell | undefined, cells: Cells): SheetCell | undefined {
  const [day] = cells.get('birth.day') ?? []
  const [month] = cells.get('birth.month') ?? []
  if (year === undefined || (day === undefined && month === undefined)) return year
  const text = [day, month, year].flatMap((c) => (c === undefined ? [] : [c.text.trim()])).join('/')
  return { column: year.column, text, kind: 'text' }
}

/** Giới tính, from words or from which column is filled. */
export function takeSex(work: Work, cells: Cells, targets: readonly Target[]): 'nam' | 'nu' | null {
  const [said] = cells.get('birth.sex') ?? []
  const has = (...targets: Target[]) =>
    targets.some((t) => (cells.get(t) ?? []).some((c) => /^x$/iu.test(c.text.trim()) || !saysNone(c.text)))
  const male = has('birth.male', 'sex.male')
  const female = has('birth.female', 'sex.female')
  const sex = said !== undefined && !saysNone(said.text) ? readSex(said.text) : null
  if (sex !== null && 'problem' in sex && said !== undefined) told(work, said, 'sex.unknown')
  if (male && female)
    work.findings.push(
      finding(work.row, (cells.get('birth.female') ?? cells.get('sex.female'))?.[0]?.column ?? null, 'sex.both'),
    )
  // One column "Nữ" to be ticked and no other: who is not ticked is a man.
  const only = targets.includes('sex.female') && !targets.some((t) => t === 'sex.male' || t === 'birth.sex')
  const byColumn = male === female ? (only && !female ? 'nam' : null) : male ? 'nam' : 'nu'
  const value = sex !== null && 'value' in sex ? sex.value : byColumn
  if (value !== null) put(work, 'birth', 'sex', value)
  return value
}

/** What is known of the person before its numbers. */
export type Known = { readonly birth: PartialDay | null; readonly sex: 'nam' | 'nu' | null }

/** Số định danh, CMND. */
export function takeNumbers(work: Work, cells: Cells, reading: Reading, known: Known): void {
  for (const target of ['identity.cccd', 'identity.cmnd', 'identity.any']) {
    for (const cell of cells.get(target) ?? []) takeNumber(work, cell, target, { reading, known })
  }
}

function takeNumber(
  work: Work,
  cell: SheetCell,
  target: Target,
  { reading, known }: { reading: Reading; known: Known },
): void {
  const read = readIdNumber(cell)
  if (read === null) return
  if ('problem' in read) {
    const [code, length] = read.problem.split(':')
    if (code === 'scientific') told(work, cell, 'cccd.scientific')
    else if (code === 'id-length') told(work, cell, 'cccd.length', length)
    else told(work, cell, 'cccd.letters')
    return
  }
  const { scheme, value, proposed } = read.value
  if (scheme === 'cmnd') {
    if (target === 'identity.cccd') told(work, cell, 'cccd.cmnd')
    put(work, 'identity', 'cmnd', value)
    return
  }
  const context = { sex: known.sex, birth: known.birth === null ? null : firstDayOf(known.birth), on: reading.today }
  if (proposed) {
    const { proposal } = reading.checkCitizenId(value.replace(/^0+/u, ''), context)
    if (proposal === null) {
      told(work, cell, 'cccd.length', String(value.replace(/^0+/u, '').length))
      return
    }
    if (!proposal.agrees) {
      told(work, cell, 'cccd.not-padded')
      return
    }
    told(work, cell, 'cccd.padded')
    put(work, 'identity', 'cccd', proposal.value)
    return
  }
  const checked = reading.checkCitizenId(value, context)
  if (checked.problem !== null) {
    told(work, cell, 'cccd.wrong', checked.problem)
    return
  }
  for (const warning of checked.warnings) told(work, cell, 'cccd.differs', warning)
  put(work, 'identity', 'cccd', value)
}
