/** Những gì các trang số liệu thống kê cho xem: what is told depends on who reads, and nothing else is sent. */
import { type Day, dayOf, parseDay, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type CodeBook, codeBook } from '../code-lists/public.ts'
import { officeNames, type Unit, unitsByIds, unitsOn } from '../organisations/public.ts'
import { canEnterCells, canSeeCoverage, seesSmallCounts } from './rights.ts'
import { coverageOf } from './rules/coverage.ts'
import { boxesFor } from './rules/grid.ts'
import { type Published, publish } from './rules/publishing.ts'
import type { Shown } from './rules/suppress.ts'
import { type CoverageGoal, goalOfGraduates, type ToldCoverage, toldCoverage } from './rules/told-coverage.ts'
import { cellsOf, findSource, overlapsOf, registerCounts, releasesOf, sourceCountsOn, sources } from './views.ts'
import { GRADUATE_RANK, type Overlap, POPULATIONS, type Population, type Release, type Source } from './words.ts'

/** The goals of the plan in force; indicators stand below this module and are handed in. */
export type GoalsOf = (ctx: Ctx) => Promise<readonly CoverageGoal[]>

/** Codes of sectors, in the order of the list. */
const sectorsOf = (book: CodeBook): string[] => book.list('linh-vuc').entries.map((e) => e.code)

/** Dòng của danh sách nguồn. */
export type SourceLine = {
  readonly source: Source
  readonly unitName: string
  /** Null: declared and withdrawn, or of a later day only. */
  readonly asOf: Day | null
  readonly graduates: Shown
  readonly total: Shown
  readonly overlapDeclared: boolean
}

/** Trang danh sách. */
export type ListView = {
  readonly day: Day
  readonly lines: readonly SourceLine[]
  readonly mayEnter: boolean
  readonly maySeeCoverage: boolean
  readonly small: boolean
}

/** The sources a reader sees, as of `day`. */
export async function readList(ctx: Ctx, day: Day): Promise<ListView> {
  const book = await codeBook(ctx.tx, day)
  const whole = seesSmallCounts(ctx.actor)
  const [all, counts, overlaps] = [await sources(ctx.tx), await sourceCountsOn(ctx.tx, day), await overlapsOf(ctx.tx)]
  const names = await officeNames(
    ctx.tx,
    all.map((s) => s.unitId),
  )
  const lines = all.map((source): SourceLine => {
    const own = counts.find((c) => c.source.id === source.id)
    const table = own === undefined ? null : publish(own.counts, sectorsOf(book), whole)
    return {
      source,
      unitName: names.get(source.unitId) ?? '',
      asOf: own?.asOf ?? null,
      graduates: table?.graduates ?? null,
      total: table?.table.total ?? null,
      overlapDeclared: overlaps.some((o) => o.sourceId === source.id && o.against === null && o.supersededAt === null),
    }
  })
  return {
    day,
    lines,
    mayEnter: canEnterCells.allows(ctx.actor),
    maySeeCoverage: canSeeCoverage.allows(ctx.actor),
    small: whole,
  }
}

/** Phiên bản trong lịch sử; totals of older versions are told to Sở Nội vụ and the supplier only. */
export type ReleaseLine = Omit<Release, 'total' | 'graduates' | 'id' | 'sourceId'>

/** Trang một nguồn. */
export type SourceView = {
  readonly source: Source
  readonly unitName: string
  readonly day: Day
  readonly release: ReleaseLine | null
  readonly sectors: readonly { readonly code: string; readonly label: string }[]
  readonly published: Published
  readonly releases: readonly ReleaseLine[]
  readonly overlaps: readonly (Omit<Overlap, 'sourceId' | 'against'> & { readonly againstCode: string | null })[]
  readonly others: readonly { readonly code: string; readonly title: string }[]
  readonly mayEnter: boolean
  readonly small: boolean
}

const lineOf = ({ total: _, graduates: _g, id: _i, sourceId: _s, ...line }: Release): ReleaseLine => line

/** One source as of `day`. */
export async function readSource(ctx: Ctx, code: string, day: Day): Promise<Decision<SourceView>> {
  const source = await findSource(ctx.tx, code)
  if (source === null)
    return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${code} trong phạm vi được xem.`)
  const book = await codeBook(ctx.tx, day)
  const own = (await sourceCountsOn(ctx.tx, day)).find((c) => c.source.id === source.id)
  const releases = await releasesOf(ctx.tx, source.id)
  const all = await sources(ctx.tx)
  const published = publish(own?.counts ?? [], sectorsOf(book), seesSmallCounts(ctx.actor))
  const codeOf = new Map(all.map((s) => [s.id, s.code]))
  const overlaps = (await overlapsOf(ctx.tx, source.id)).map(({ sourceId, against, ...o }) => ({
    ...o,
    againstCode: against === null ? null : (codeOf.get(against === source.id ? sourceId : against) ?? null),
  }))
  const release = releases.find((r) => r.asOf === own?.asOf && r.supersededAt === null) ?? null
  return accept({
    source,
    unitName: (await officeNames(ctx.tx, [source.unitId])).get(source.unitId) ?? '',
    day,
    release: release === null ? null : lineOf(release),
    sectors: published.sectors.map((s) => ({ code: s, label: book.list('linh-vuc').labelOf(s) ?? s })),
    published,
    releases: releases.map(lineOf),
    overlaps,
    others: all.filter((s) => s.id !== source.id).map((s) => ({ code: s.code, title: s.title })),
    mayEnter: canEnterCells.allows(ctx.actor, source.unitId),
    small: seesSmallCounts(ctx.actor),
  })
}

/** Lựa chọn trong biểu mẫu. */
export type Choice = { readonly value: string; readonly label: string }

/** Trang khai hoặc đính chính. */
export type FormView = {
  /** The source there is; null for a new one. */
  readonly source: Source | null
  readonly unitName: string
  readonly population: Population
  /** The version to correct; null when counts of a new day are declared. */
  readonly correcting: { readonly asOf: Day; readonly version: number; readonly document: string } | null
  /** What the grid shows; null when the counts are finer than the grid. */
  readonly filled: { readonly area: string; readonly boxes: Readonly<Record<string, string>> } | null
  readonly units: readonly Choice[]
  readonly areas: readonly Choice[]
  readonly sectors: readonly Choice[]
}

const EMPTY = { area: '', boxes: {} }

/** Form for a new declaration: of a source there is (`code`), or of a new one. */
export async function readDeclareForm(ctx: Ctx, code: string, population: Population): Promise<Decision<FormView>> {
  const source = code === '' ? null : await findSource(ctx.tx, code)
  if (code !== '' && source === null)
    return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${code} trong phạm vi được xem.`)
  return accept(await formOf(ctx, source, source?.population ?? population))
}

/** Form that corrects the counts of a day. */
export async function readCorrectForm(ctx: Ctx, code: string, typedDay: string): Promise<Decision<FormView>> {
  const source = await findSource(ctx.tx, code)
  const asOf = parseDay(typedDay)
  const release =
    source === null
      ? undefined
      : (await releasesOf(ctx.tx, source.id)).find((r) => r.asOf === asOf && r.supersededAt === null)
  if (source === null || release === undefined)
    return refuse(
      'absent',
      'cells.no-release',
      `Nguồn ${code} không có số liệu ngày ${asOf === null ? typedDay : showDay(asOf)}.`,
    )
  if (!canEnterCells.allows(ctx.actor, source.unitId))
    return refuse('forbidden', 'cells.not-yours', `${canEnterCells.sentence} Liên hệ: ${canEnterCells.ask}.`)
  const cells = await cellsOf(ctx.tx, release.id)
  const form = await formOf(ctx, source, source.population)
  return accept({
    ...form,
    correcting: { asOf: release.asOf, version: release.version, document: release.document },
    filled: cells.length === 0 ? EMPTY : boxesFor(cells),
  })
}

async function formOf(ctx: Ctx, source: Source | null, population: Population): Promise<FormView> {
  const today = dayOf(ctx.now)
  const book = await codeBook(ctx.tx, today)
  const area = (value: string): Choice => ({ value, label: book.list('khu-vuc').labelOf(value) ?? value })
  const mine = (u: Unit) => u.kind !== 'district' && canEnterCells.allows(ctx.actor, u.id)
  return {
    source,
    unitName: source === null ? '' : ((await officeNames(ctx.tx, [source.unitId])).get(source.unitId) ?? ''),
    population,
    correcting: null,
    filled: EMPTY,
    units:
      source === null
        ? (await unitsOn(ctx.tx, today)).filter(mine).map((u) => ({ value: u.id, label: u.officeName }))
        : [],
    areas: POPULATIONS[population].areas.map(area),
    sectors: book.list('linh-vuc').entries.map((e) => ({ value: e.code, label: e.label })),
  }
}

/** Trang độ phủ. */
export type CoverageView = {
  readonly day: Day
  readonly goal: CoverageGoal | null
  readonly told: Omit<ToldCoverage, 'openOverlap'>
  readonly sectorLabels: Readonly<Record<string, string>>
  readonly unitNames: Readonly<Record<string, string>>
  readonly sources: readonly {
    readonly source: Source
    readonly asOf: Day
    readonly old: boolean
    readonly graduates: Shown
    readonly unitName: string
  }[]
  readonly overlaps: readonly {
    readonly sourceCode: string
    readonly against: string | null
    readonly low: Shown
    readonly high: Shown
    readonly declared: Omit<Overlap, 'sourceId' | 'against'> | null
  }[]
  readonly emptySectors: readonly string[]
  /** Bodies of the day that keep no dossier of anybody who counts. */
  readonly silent: { readonly count: number; readonly first: readonly string[] }
}

/** Names of silent bodies shown. */
const FEW = 12

/** Coverage of the province as of `day`. */
export async function readCoverage(ctx: Ctx, day: Day, goalsOf: GoalsOf): Promise<CoverageView> {
  const book = await codeBook(ctx.tx, day)
  const order = sectorsOf(book)
  const counts = await sourceCountsOn(ctx.tx, day)
  const overlaps = (await overlapsOf(ctx.tx)).filter((o) => o.supersededAt === null && o.from <= day)
  const coverage = coverageOf({
    day,
    register: await registerCounts(ctx.tx, day, GRADUATE_RANK),
    sources: counts,
    overlaps,
    sectors: order,
  })
  const told = toldCoverage(coverage, counts, order, seesSmallCounts(ctx.actor))
  const units = await unitsOn(ctx.tx, day)
  const heard = new Set(coverage.units.map((u) => u.unitId))
  const silent = units.filter((u) => (u.kind === 'body' || u.kind === 'commune') && !heard.has(u.id))
  const named = await unitsByIds(ctx.tx, [...heard, ...counts.map((c) => c.source.unitId)])
  const unitNames = Object.fromEntries(named.map((u) => [u.id, u.officeName]))
  const { openOverlap, ...plain } = told
  return {
    day,
    goal: goalOfGraduates(await goalsOf(ctx)),
    told: plain,
    sectorLabels: Object.fromEntries(order.map((s) => [s, book.list('linh-vuc').labelOf(s) ?? s])),
    unitNames,
    sources: coverage.sources.map((s) => ({
      ...s,
      graduates: told.graduates[s.source.code] ?? null,
      unitName: unitNames[s.source.unitId] ?? '',
    })),
    overlaps: coverage.overlaps.map(({ declared, sourceCode, against, low, high }) => {
      const open = declared !== null || openOverlap(sourceCode, against)
      return {
        sourceCode,
        against,
        low: open ? low : null,
        high: open ? high : null,
        declared: declared === null ? null : bare(declared),
      }
    }),
    emptySectors: coverage.emptySectors,
    silent: { count: silent.length, first: silent.slice(0, FEW).map((u) => u.officeName) },
  }
}

const bare = ({ sourceId: _, against: _a, ...o }: Overlap): Omit<Overlap, 'sourceId' | 'against'> => o
