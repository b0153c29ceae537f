/** Tệp số liệu chính thức: opened, its rows told by the columns of its header, and the places its names mean on their days. */
import { addDays, type Day } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { openTable } from '../../platform/excel/open-table.ts'
import { findFile } from '../../platform/files/keep.ts'
import { restatementLinks, type Unit, unitsOn } from '../organisations/public.ts'
import {
  type Against,
  type NamedPlace,
  type RawRow,
  readHeader,
  readLine,
  type SeriesColumn,
  type SeriesLine,
} from './rules/series-rows.ts'
import { recordedFigures } from './views.ts'

/** A file of official figures has at most this many lines. */
const MOST_LINES = 5000

/** The rows of the first sheet; the header is the first row that has all columns. Refuses what is no table. */
async function rowsOf(bytes: Uint8Array): Promise<Decision<RawRow[]>> {
  const opened = await openTable(bytes)
  if (!opened.ok) return opened
  const sheet = opened.value.sheets[0]
  if (sheet === undefined) return refuse('invalid', 'series.empty', 'Tệp không có trang tính nào.')
  const out: RawRow[] = []
  let header: Decision<ReadonlyMap<SeriesColumn, number>> | null = null
  for await (const row of sheet.rows()) {
    const texts: string[] = []
    for (const c of row.cells) texts[c.column] = c.text
    const cells = Array.from(texts, (t) => t ?? '')
    if (header?.ok !== true) {
      header = readHeader(cells)
      continue
    }
    if (out.length >= MOST_LINES)
      return refuse('invalid', 'series.too-long', `Tệp có hơn ${MOST_LINES} dòng. Tách thành nhiều tệp rồi gửi lại.`)
    const said = [...header.value].map(([column, at]) => [column, cells[at] ?? ''] as const)
    if (said.some(([, t]) => t.trim() !== '')) out.push({ row: row.number, cells: Object.fromEntries(said) })
  }
  if (header === null || !header.ok) return header ?? refuse('invalid', 'series.empty', 'Tệp không có dòng nào.')
  return accept(out)
}

/** A file that was sent to be looked at; null when there is none. */
export async function fileSent(ctx: Ctx, id: string | undefined): Promise<{ bytes: Uint8Array; name: string } | null> {
  const kept = id === undefined ? null : await findFile(ctx.tx, id)
  return kept === null ? null : { bytes: kept.body, name: kept.name }
}

/** What every line of a file says, against what is known. Writes nothing. */
export async function readSeries(ctx: Ctx, file: { bytes: Uint8Array }, today: Day): Promise<Decision<SeriesLine[]>> {
  const rows = await rowsOf(file.bytes)
  if (!rows.ok) return rows
  const against: Against = { today, known: await recordedFigures(ctx.tx), placeOf: await placesOf(ctx) }
  const taken: SeriesLine[] = []
  for (const raw of rows.value) {
    // A line is read against those above it too.
    const above = taken.flatMap((l) =>
      l.figure !== null && l.state !== 'same' && l.state !== 'refused' ? [l.figure] : [],
    )
    taken.push(readLine(raw, { ...against, known: [...against.known, ...above] }))
  }
  return accept(taken)
}

/** Places by name or code on a day; names of the register on any other day are told as such. */
async function placesOf(ctx: Ctx): Promise<Against['placeOf']> {
  const days = [...new Set((await restatementLinks(ctx.tx)).flatMap((l) => [addDays(l.on, -1), l.on]))]
  const ever = new Map<string, Unit>()
  for (const day of days)
    for (const u of await unitsOn(ctx.tx, day)) if (u.kind !== 'body') ever.set(`${u.id} ${u.name}`, u)
  const named = Map.groupBy(
    [...ever.values()].flatMap((u) => [
      { key: fold(u.name), unit: u },
      { key: fold(u.code), unit: u },
    ]),
    (x) => x.key,
  )
  return (given, day): NamedPlace => {
    // "Tỉnh X (cũ)": what is told is the territory as it was, whatever stands there on the day.
    const former = /\s*\(cũ\)$/i.exec(given)
    const name = former === null ? given : given.slice(0, former.index)
    const all = (named.get(fold(name)) ?? []).map((x) => x.unit)
    const last = all[0]
    if (former !== null && last !== undefined) return { kind: 'unit', unitId: last.id, name: last.name }
    const then = [
      ...new Map(
        all.filter((u) => u.valid.from <= day && (u.valid.to === null || day < u.valid.to)).map((u) => [u.id, u]),
      ).values(),
    ]
    const [one, ...others] = then
    if (one !== undefined && others.length === 0) return { kind: 'unit', unitId: one.id, name: one.name }
    if (one !== undefined) return { kind: 'many', codes: then.map((u) => u.code).sort() }
    // A province of before the register begins is the same province.
    const province = all.find((u) => u.kind === 'province' && day < u.valid.from)
    if (province !== undefined) return { kind: 'unit', unitId: province.id, name: province.name }
    const gone = all[0]
    return gone === undefined ? { kind: 'outside' } : { kind: 'not-then', ...gone.valid, name: gone.name }
  }
}
