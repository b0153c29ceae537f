/** Đơn vị của một dòng: a column of bodies, else the group the row stands under, else the body that sends the file. */
import { fold } from '../../../kernel/text.ts'
import { finding } from './findings.ts'
import { type Cells, decidedFor, type Given, put, queued, type Reading, told, type Work } from './row-work.ts'
import type { SheetCell } from './sheet.ts'
import { readText } from './values.ts'

/** Cơ quan của dòng: a column of bodies, else the group above, else the body that sends the file. */
export function takeUnit(work: Work, cells: Cells, { reading, unit }: Given): void {
  const [cell] = cells.get('post.body') ?? []
  const text = cell === undefined ? null : readText(cell.text)
  if (cell !== undefined && text !== null) {
    const decided = decidedFor(reading.decisions, 'post.body', text)
    if (decided !== undefined && decided !== null) work.unitId = decided
    else if (decided === undefined) bodyOf(work, cell, text, reading)
    if (work.unitId !== null && !reading.inScope(work.unitId)) told(work, cell, 'unit.outside', reading.body.name)
    if (work.unitId === null && !cells.has('post.department')) put(work, 'post', 'department', text)
  }
  if (unit !== null && work.unitId === null) {
    const read = reading.unitOf(unit)
    if (read.kind === 'one' && reading.inScope(read.id)) work.unitId = read.id
    else if (read.kind === 'one' && read.ended === null && read.id !== reading.body.id)
      work.findings.push(finding(work.row, null, 'unit.outside', unit, reading.body.name))
    else if (!cells.has('post.department') && work.data.get('post')?.department === undefined)
      put(work, 'post', 'department', unit)
  } else if (unit !== null && !cells.has('post.department') && reading.unitOf(unit).kind !== 'one')
    put(work, 'post', 'department', unit)
  put(work, 'post', 'body', work.unitId ?? reading.body.id)
  put(work, 'post', 'kind', 'chinh')
}

function bodyOf(work: Work, cell: SheetCell, text: string, reading: Reading): void {
  if (fold(text) === fold(reading.body.name)) {
    work.unitId = reading.body.id
    return
  }
  const read = reading.unitOf(text)
  if (read.kind === 'one') {
    work.unitId = read.id
    if (read.ended !== null) told(work, cell, 'unit.ended', read.name)
    return
  }
  told(
    work,
    cell,
    read.kind === 'several' ? 'unit.ambiguous' : 'unit.unknown',
    read.kind === 'several' ? read.names : '',
  )
  queued(work, { target: 'post.body', words: text, column: cell.column })
}
