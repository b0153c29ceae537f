/** Các trường còn lại của một dòng, each by its kind. */

import { fold } from '../../../kernel/text.ts'
import { rawDay, readDay } from './dates.ts'
import { takeAppraisal, takeAward, takeLanguage, takeLevel, takeTitle } from './read-qualification.ts'
import type { Goal } from './register.ts'
import {
  type Cells,
  decidedFor,
  decidedOrCode,
  type Given,
  PLAIN_DAYS,
  put,
  queued,
  type Reading,
  type Ready,
  told,
  type Value,
  type Work,
} from './row-work.ts'
import type { SheetCell } from './sheet.ts'
import { readEmail, readFigure, readFlag, readPhone, readText, readYear } from './values.ts'

/** Longest text that is taken from a cell. */
const LONGEST = 2000

/** Targets read before the common fields. */
const READ_BEFORE =
  /^(?:names\.fullName|name\.|birth\.(?:birth|sex|male|female|day|month)|sex\.|identity\.(?:cccd|cmnd|any)|post\.body)$/

/** The columns that were not read before. */
export const fieldsOf = (ready: readonly Ready[]): Ready[] => ready.filter((r) => !READ_BEFORE.test(r.target))

/** Reads them. */
export function takeFields(work: Work, cells: Cells, given: Given): void {
  for (const r of given.fields) {
    const cell = cells.get(r.target)?.find((c) => c.column === r.column)
    if (cell === undefined) continue
    if (cell.text.length > LONGEST) told(work, cell, 'cell.long', '2.000', true)
    else if (r.target === 'person.code') work.code = readText(cell.text)
    else if (r.target === 'language.any') takeLanguage(work, cell, r, given)
    else if (r.date !== null) takeDate(work, cell, r, given.reading)
    else if (r.bare === 'education.level') takeLevel(work, cell, r, given.reading)
    else if (r.target === 'award.award' && !given.ready.some((x) => x.target === 'award.class')) takeAward(work, cell)
    else if (r.target === 'academic-title.title') takeTitle(work, cell, given.reading)
    else if (r.target === 'appraisal.result')
      takeAppraisal(work, cell, r, { reading: given.reading, cells, targets: given.targets })
    else if (isField(r)) takeField(work, cell, r, given.reading)
  }
}

/** Start or end of an entry; an end may lie in the future. */
function takeDate(work: Work, cell: SheetCell, r: Ready, reading: Reading): void {
  const how = reading.days.get(r.column) ?? PLAIN_DAYS
  const ends = r.date === 'to'
  const read = ends ? rawDay(cell, how) : readDay(cell, how, reading.today)
  if (read === null) return
  if ('problem' in read) {
    told(work, cell, `day.${read.problem}`)
    return
  }
  const days = ends ? work.to : work.from
  days.set(r.place, read.value)
}

type FieldAt = Ready & { readonly goal: Goal }

const isField = (r: Ready): r is FieldAt => r.goal !== null

function takeField(work: Work, cell: SheetCell, r: FieldAt, reading: Reading): void {
  const value = fieldValue(work, cell, r, reading)
  if (value !== null) put(work, r.place, r.goal.field.name, value)
}

function fieldValue(work: Work, cell: SheetCell, r: FieldAt, reading: Reading): Value | null {
  if (r.target === 'contact.phone') return taken(work, cell, readPhone(cell), 'phone')
  // Codes of ranks are written with a capital V: a small one would be another code.
  if (r.bare === 'rank.code') return readText(cell.text)?.toUpperCase() ?? null
  if (r.target === 'contact.email') return taken(work, cell, readEmail(cell.text), 'email')
  switch (r.goal.field.kind) {
    case 'day':
      return dayValue(work, cell, r, reading)
    case 'year':
      return taken(work, cell, readYear(cell), 'year')
    case 'whole':
    case 'number':
      return taken(work, cell, readFigure(cell), 'number')
    case 'flag': {
      const read = readFlag(cell.text)
      if ('value' in read) return read.value ? true : null
      told(work, cell, 'flag.wrong', '', r.quiet)
      return null
    }
    case 'code':
      return codeValue(work, cell, r, reading)
    case 'place':
      return placeValue(work, cell, reading)
    default:
      return readText(cell.text)
  }
}

type Answer = ReturnType<typeof readPhone> | ReturnType<typeof readFigure> | ReturnType<typeof readYear>

function taken(work: Work, cell: SheetCell, read: Answer, what: 'phone' | 'email' | 'number' | 'year'): Value | null {
  if (read === null) return null
  if ('value' in read) return read.value
  told(work, cell, what === 'phone' && read.problem === 'scientific' ? 'phone.scientific' : `${what}.wrong`)
  return null
}

const LATER = new Set(['committedUntil', 'expires'])

function dayValue(work: Work, cell: SheetCell, r: FieldAt, reading: Reading): string | null {
  const how = reading.days.get(r.column) ?? PLAIN_DAYS
  const read = LATER.has(r.goal.field.name) ? rawDay(cell, how) : readDay(cell, how, reading.today)
  if (read === null) return null
  if ('value' in read) return read.value
  told(work, cell, `day.${read.problem}`, '', r.quiet)
  return null
}

function codeValue(work: Work, cell: SheetCell, r: FieldAt, reading: Reading): string | null {
  const text = readText(cell.text)
  if (text === null) return null
  const found = decidedOrCode(reading, r.target, text, r.goal.field.list ?? '')
  const job = r.bare === 'post.leadership' && isJob(text, r.mapped.label)
  if (job) put(work, r.place, 'position', text)
  if (job || found.code !== null || found.decided) return found.code
  if (r.quiet) told(work, cell, 'code.unknown', r.goal.field.label.toLowerCase(), true)
  else {
    told(work, cell, 'code.unknown', r.goal.field.label.toLowerCase())
    queued(work, { target: r.bare, words: text, column: cell.column })
    if (r.goal.field.required !== true) put(work, r.place, `${r.goal.field.name}Text`, text)
  }
  return null
}

const LEADS = /\b(?:truong|pho|giam doc|chu tich|bi thu|chanh|tong|phu trach)\b/u

/** One column «Chức vụ, chức danh»: what names nobody who leads is the job. */
const isJob = (text: string, heading: string): boolean => /chuc danh/u.test(fold(heading)) && !LEADS.test(fold(text))

function placeValue(work: Work, cell: SheetCell, reading: Reading): string | null {
  const text = readText(cell.text)
  if (text === null) return null
  const decided = decidedFor(reading.decisions, 'contact.residence', text)
  if (decided !== undefined) return decided
  const read = reading.placeOf(text)
  if (read.kind === 'one') {
    if (read.ended !== null) told(work, cell, 'place.old', read.name)
    put(work, 'contact', 'residenceText', text)
    return read.id
  }
  told(
    work,
    cell,
    read.kind === 'several' ? 'place.ambiguous' : 'place.unknown',
    read.kind === 'several' ? read.names : '',
  )
  queued(work, { target: 'contact.residence', words: text, column: cell.column })
  put(work, 'contact', 'residenceText', text)
  return null
}
