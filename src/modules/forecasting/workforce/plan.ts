/**
 * Bảng tính của kịch bản: a scenario laid out in flat tables. A cell is one sector, stratum (sex, month of birth, group), degree and
 * age; its number is ((sector × strata + stratum) × degrees + degree) × ages + age. Uncertain quantities get numbered slots, so that
 * one draw is one array of numbers.
 */
import type { Law } from './law.ts'
import type { Yearly } from './quantity.ts'
import { type RetirementRule, retiringShare, type Sex } from './retirement.ts'
import type { MoveRow, RateRow, Scenario, Where } from './scenario.ts'

/** A quantity in the plan: its mean, and the slot of its drawn value (-1: certain). */
export type Quantity = { readonly mean: number; readonly slot: number }

/** A quantity with a value each year. */
export type YearlyQuantity = {
  readonly base: Quantity | null
  readonly byYear: readonly { readonly year: number; readonly of: Quantity }[]
  readonly growth: Quantity | null
  readonly from: number
}

/** People alike in all but sector, degree and age. */
export type Stratum = {
  readonly sex: Sex
  readonly birthMonth: number | null
  readonly group: string | null
  /** People whose age is not known, in a plan where ages matter: they do not grow older. */
  readonly ageless: boolean
}

/** One kind of flow: which row rules each cell (-1: none), for each year or for all. */
export type Layer = {
  readonly kind: 'leave' | 'death' | 'retire' | 'promote' | 'transfer'
  readonly rows: readonly { readonly of: Quantity; readonly path: string }[]
  /** One table for all years, or one a year. */
  readonly ruling: readonly Int32Array[]
  /** Where a cell's people go (-1: out of the workforce), before they grow older. Empty for exits. */
  readonly target: Int32Array
}

/** People who come in: into which cell, how many, when. */
export type Recruits = {
  readonly cell: number
  /** The cell they are in at the start of the year, when they come before its end (-1: none). */
  readonly cellBefore: number
  readonly perYear: YearlyQuantity | null
  readonly yield: Quantity
  readonly from: number
  readonly to: number
  readonly delay: number
  /** Row of the plan file. */
  readonly row: number
}

/** A scenario in tables. */
export type Plan = {
  readonly scenario: Scenario
  readonly sectors: readonly (string | null)[]
  readonly degrees: readonly (string | null)[]
  readonly strata: readonly Stratum[]
  /** Age of the first age row; null when nothing depends on age. */
  readonly firstAge: number | null
  readonly ages: number
  readonly years: number
  readonly cells: number
  /** The laws of the slots. */
  readonly laws: readonly Law[]
  readonly stock: readonly { readonly cell: number; readonly of: Quantity; readonly row: number }[]
  readonly layers: readonly Layer[]
  /** Share that does not retire: for year k and block (sector × stratum), by degree and age. */
  readonly keep: readonly Float64Array[]
  readonly recruits: readonly Recruits[]
  /** Full-time posts of one person in each cell, or null. */
  readonly fte: Float64Array | null
}

/** Years the people of a block (sector × stratum) grow older in a year: none where ages do not matter or are not known. */
export const yearsOlder = (p: Pick<Plan, 'firstAge' | 'strata'>, block: number): 0 | 1 =>
  p.firstAge === null || p.strata[block % p.strata.length]?.ageless ? 0 : 1

/** The calendar year of the `k`-th year of the plan, counted from 0. */
export const calendarYear = (s: Scenario, k: number): number => s.start + k + (s.stockOn === '31-12' ? 1 : 0)

/** Numbers the uncertain quantities as they are met. */
class Slots {
  readonly laws: Law[] = []

  of(law: Law): Quantity {
    if (law.spread === null) return { mean: law.mean, slot: -1 }
    this.laws.push(law)
    return { mean: law.mean, slot: this.laws.length - 1 }
  }

  yearly(y: Yearly): YearlyQuantity {
    return {
      base: y.base && this.of(y.base),
      byYear: y.byYear.map((r) => ({ year: r.year, of: this.of(r.law) })),
      growth: y.growth && this.of(y.growth),
      from: y.from,
    }
  }
}

/** The plan's own quantities besides those of its cells: the goal. */
export type GoalQuantities = { readonly value: Quantity; readonly population: YearlyQuantity | null }

/** Lays a scenario out. `wrong` is told each impossible cell: its path and the reason. */
export function layOut(
  s: Scenario,
  wrong: (path: string, reason: string) => void,
): { readonly plan: Plan; readonly goal: GoalQuantities | null } {
  const slots = new Slots()
  checkSexes(s, wrong)
  const frame = frameOf(s, wrong)
  const place = placer(frame, wrong)
  checkGoal(s, frame, wrong)
  const stock = s.cells.map((c, row) => ({ cell: place(c, c.age, c.path), of: slots.of(c.stock), row }))
  const recruits = s.inflow.map((r, row) => ({
    cell: place(r, r.age, r.path),
    cellBefore: s.timing === 'end' ? -1 : place(r, r.age === null ? null : r.age - 1, r.path),
    perYear: r.perYear && slots.yearly(r.perYear),
    yield: slots.of(r.yield),
    from: r.from,
    to: r.to,
    delay: r.delay,
    row,
  }))
  const plan: Plan = {
    scenario: s,
    ...frame,
    stock,
    recruits,
    layers: layersOf(s, frame, slots, wrong),
    keep: keepOf(s, frame),
    fte: fteOf(s, frame),
    laws: slots.laws,
  }
  const goal = s.goal && {
    value: slots.of(s.goal.value),
    population: s.goal.population && slots.yearly(s.goal.population),
  }
  return { plan, goal }
}

type Frame = Pick<Plan, 'sectors' | 'degrees' | 'strata' | 'firstAge' | 'ages' | 'years' | 'cells'>

/** Ages matter when somebody retires by age or a rate speaks of ages. */
export function agesMatter(s: Scenario): boolean {
  const rows = [...s.leave, ...s.death, ...s.retire, ...s.promote, ...s.transfer, ...s.fte]
  return s.retirement.kind !== 'none' || rows.some((r) => r.where.age !== null)
}

const OLDEST_SCHEDULE = 64
const lastAge = (rule: RetirementRule): number => (rule.kind === 'age' ? Math.max(rule.nam, rule.nu) : OLDEST_SCHEDULE)

function frameOf(s: Scenario, wrong: (path: string, reason: string) => void): Frame {
  const strata = strataOf(s, agesMatter(s))
  const size = s.sectors.length * strata.length * s.degrees.length
  const flat = { sectors: s.sectors, degrees: s.degrees, strata, years: s.years }
  if (!agesMatter(s)) return { ...flat, firstAge: null, ages: 1, cells: size }
  if ([...s.cells, ...s.inflow].every((r) => r.age === null))
    for (const r of [...s.cells, ...s.inflow])
      wrong(`${r.path}.age`, 'Thiếu tuổi: kịch bản có nghỉ hưu hoặc tỷ lệ theo tuổi.')
  const known = [...s.cells, ...s.inflow].flatMap((r) => (r.age === null ? [] : [r.age]))
  const first = Math.min(...known, 120) - (s.timing === 'end' ? 0 : 1)
  const oldest = Math.max(...known, first)
  const longer = Math.max(0, ...s.extensions.map((e) => e.years))
  const rule = s.retirement
  const end = rule.kind === 'none' ? oldest + s.years : lastAge(rule) + longer
  const ages = Math.max(oldest + 1, end) - first + 1
  return { ...flat, firstAge: first, ages, cells: size * ages }
}

/** Rates and posts by sex need the sex of everybody. */
function checkSexes(s: Scenario, wrong: Wrong): void {
  const rows = [...s.leave, ...s.death, ...s.retire, ...s.promote, ...s.transfer, ...s.fte, ...s.extensions]
  if (rows.every((r) => r.where.sex === null)) return
  for (const r of [...s.cells, ...s.inflow])
    if (r.sex === null) wrong(`${r.path}.sex`, 'Thiếu giới: kịch bản có dòng riêng cho từng giới.')
}

function strataOf(s: Scenario, aged: boolean): readonly Stratum[] {
  const found = new Map<string, Stratum>()
  for (const { sex, birthMonth = null, group, age } of [...s.cells, ...s.inflow] as readonly Placed[]) {
    const stratum = { sex, birthMonth, group, ageless: aged && age === null }
    found.set(keyOf(stratum), stratum)
  }
  return [...found.values()]
}

const keyOf = (x: Stratum): string => `${x.sex}|${x.birthMonth}|${x.group}|${x.ageless}`

type Placed = {
  readonly sector: string | null
  readonly degree: string | null
  readonly sex: Sex
  readonly birthMonth?: number | null
  readonly group: string | null
  readonly age: number | null
}

function placer(f: Frame, wrong: (path: string, reason: string) => void) {
  const strata = new Map(f.strata.map((x, i) => [keyOf(x), i]))
  return (r: Placed, age: number | null, path: string): number => {
    const [sector, degree] = [placeOf(f.sectors, r.sector), placeOf(f.degrees, r.degree)]
    if (sector < 0) wrong(`${path}.sector`, 'Kịch bản có nhiều ngành nên dòng này phải nêu ngành.')
    if (degree < 0) wrong(`${path}.degree`, 'Kịch bản có nhiều trình độ nên dòng này phải nêu trình độ.')
    const { sex, birthMonth = null, group } = r
    const stratum = strata.get(keyOf({ sex, birthMonth, group, ageless: f.firstAge !== null && r.age === null })) ?? 0
    const row = f.firstAge === null || age === null ? 0 : age - f.firstAge
    return ((Math.max(0, sector) * f.strata.length + stratum) * f.degrees.length + Math.max(0, degree)) * f.ages + row
  }
}

/** Where a name stands; a row without one means the only one there is. */
const placeOf = (names: readonly (string | null)[], name: string | null): number =>
  name === null && names.length === 1 ? 0 : names.indexOf(name)

/** Sets the entry of every cell a row speaks of. */
function mark(table: Int32Array | Float64Array, f: Frame, w: Where, entry: number): void {
  const [low, high] =
    w.age === null || f.firstAge === null ? [0, f.ages - 1] : [w.age[0] - f.firstAge, w.age[1] - f.firstAge]
  const from = Math.max(0, low)
  const to = Math.min(f.ages - 1, high) + 1
  let first = 0
  for (const sector of f.sectors)
    for (const x of f.strata)
      for (const degree of f.degrees) {
        if (from < to && speaksOf(w, sector, x, degree)) table.fill(entry, first + from, first + to)
        first += f.ages
      }
}

/** Whether a row speaks of people of a sector, stratum and degree, ages apart. */
const speaksOf = (w: Where, sector: string | null, x: Stratum, degree: string | null): boolean =>
  (w.sector === null || w.sector === sector) &&
  (w.degree === null || w.degree === degree) &&
  (w.sex === null || w.sex === x.sex) &&
  (w.group === null || w.group === x.group) &&
  (w.age === null || !x.ageless)

const preciseness = (w: Where): number => [w.sector, w.degree, w.sex, w.age, w.group].filter((v) => v !== null).length

function eachCell(
  f: Frame,
  see: (cell: number, sector: number, stratum: Stratum | undefined, degree: number, age: number) => void,
): void {
  let cell = 0
  for (let s = 0; s < f.sectors.length; s++)
    for (const stratum of f.strata)
      for (let d = 0; d < f.degrees.length; d++) for (let a = 0; a < f.ages; a++) see(cell++, s, stratum, d, a)
}

type Wrong = (path: string, reason: string) => void

function layersOf(s: Scenario, f: Frame, slots: Slots, wrong: Wrong): readonly Layer[] {
  for (const row of [...s.leave, ...s.death, ...s.retire, ...s.promote, ...s.transfer]) checkNames(row, f, wrong)
  const exits = (['leave', 'death', 'retire'] as const).flatMap((kind) => layerOf(kind, s[kind], s, f, slots, null))
  const byTarget = (rows: readonly MoveRow[]) => Map.groupBy(rows, (r) => r.to)
  const promotes = [...byTarget(s.promote)].flatMap(([to, rows]) => layerOf('promote', rows, s, f, slots, to))
  const transfers = [...byTarget(s.transfer)].flatMap(([to, rows]) => layerOf('transfer', rows, s, f, slots, to))
  const layers = [...exits, ...promotes, ...transfers]
  checkSums(s, f, layers, wrong)
  return layers
}

function checkGoal(s: Scenario, f: Frame, wrong: Wrong): void {
  const { sector = null, degrees = null } = s.goal ?? {}
  if (sector !== null && !f.sectors.includes(sector))
    wrong('goal.sector', `Không có ngành "${sector}" trong cells hoặc inflow (${listed(f.sectors)}).`)
  for (const degree of degrees ?? [])
    if (!f.degrees.includes(degree))
      wrong('goal.degree', `Không có trình độ "${degree}" trong cells hoặc inflow (${listed(f.degrees)}).`)
}

const listed = (names: readonly (string | null)[]): string =>
  names.filter((n) => n !== null).join(', ') || 'không nêu tên nào'

function checkNames(row: RateRow & { to?: string | null }, f: Frame, wrong: Wrong): void {
  const { sector, degree, sex, group } = row.where
  if (sector !== null && !f.sectors.includes(sector))
    wrong(`${row.path}.sector`, `Không có ngành "${sector}" trong cells hoặc inflow (${listed(f.sectors)}).`)
  if (degree !== null && !f.degrees.includes(degree))
    wrong(`${row.path}.degree`, `Không có trình độ "${degree}" trong cells hoặc inflow (${listed(f.degrees)}).`)
  if (group !== null && !f.strata.some((x) => x.group === group))
    wrong(`${row.path}.group`, `Không có nhóm "${group}".`)
  if (sex !== null && !f.strata.some((x) => x.sex === sex))
    wrong(`${row.path}.sex`, 'Không có dòng người nào của giới này.')
  if (row.to === undefined || row.to === null) return
  if (!f.sectors.includes(row.to) && !f.degrees.includes(row.to))
    wrong(`${row.path}.to`, `Không có nơi đến "${row.to}".`)
}

function layerOf(
  kind: Layer['kind'],
  rows: readonly RateRow[],
  s: Scenario,
  f: Frame,
  slots: Slots,
  to: string | null,
): readonly Layer[] {
  if (rows.length === 0) return []
  const ordered = rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => preciseness(a.row.where) - preciseness(b.row.where) || a.i - b.i)
  const dated = rows.some((r) => r.fromYear !== null || r.toYear !== null)
  const ruling = Array.from({ length: dated ? Math.max(1, s.years) : 1 }, (_, k) => {
    const year = calendarYear(s, k)
    const table = new Int32Array(f.cells).fill(-1)
    for (const { row, i } of ordered) {
      if (dated && (year < (row.fromYear ?? year) || year > (row.toYear ?? year))) continue
      mark(table, f, row.where, i)
    }
    return table
  })
  return [
    {
      kind,
      rows: rows.map((r) => ({ of: slots.of(r.value), path: r.path })),
      ruling,
      target: kind === 'promote' || kind === 'transfer' ? targetsOf(kind, f, to, ruling) : new Int32Array(0),
    },
  ]
}

/** Where each cell's people go; a cell that would go to itself has no move. */
function targetsOf(
  kind: 'promote' | 'transfer',
  f: Frame,
  to: string | null,
  ruling: readonly Int32Array[],
): Int32Array {
  const target = new Int32Array(f.cells).fill(-1)
  const [D, X] = [f.degrees.length, f.strata.length]
  eachCell(f, (cell, sector, stratum, degree, age) => {
    const x = stratum === undefined ? 0 : f.strata.indexOf(stratum)
    const d = kind === 'promote' ? (to === null ? degree + 1 : f.degrees.indexOf(to)) : degree
    const g = kind === 'transfer' ? f.sectors.indexOf(to) : sector
    const there = ((g * X + x) * D + d) * f.ages + age
    if (d < D && d >= 0 && g >= 0 && there !== cell) target[cell] = there
    else for (const table of ruling) table[cell] = -1
  })
  return target
}

/** The rates of a cell may not take more people than it has. */
function checkSums(s: Scenario, f: Frame, layers: readonly Layer[], wrong: Wrong): void {
  const years = Math.max(1, ...layers.map((l) => l.ruling.length))
  for (let k = 0; k < years; k++)
    eachCell(f, (cell, sector, _stratum, degree, age) => {
      let [sum, path, most] = [0, '', -1]
      for (const layer of layers) {
        const row = layer.rows[layer.ruling[layer.ruling.length === 1 ? 0 : k]?.[cell] ?? -1]
        if (row === undefined) continue
        sum += row.of.mean
        if (row.of.mean > most) [path, most] = [row.path, row.of.mean]
      }
      if (sum <= 1 + 1e-9) return
      const names = [f.sectors[sector], f.degrees[degree], f.firstAge === null ? null : `${age + f.firstAge} tuổi`]
      const who = names.filter((n) => n !== null && n !== undefined).join(', ') || 'mọi người'
      wrong(
        path,
        `Tổng các tỷ lệ rời đi và chuyển trong năm ${calendarYear(s, k)} (${who}) là ${told(sum)}, lớn hơn 1.`,
      )
    })
}

const told = (n: number): string => String(Number(n.toFixed(4))).replace('.', ',')

/** Who stays at work by age rules, for each year and block; equal tables are kept once. */
function keepOf(s: Scenario, f: Frame): readonly Float64Array[] {
  const kept = new Map<string, Float64Array>()
  const [D, A] = [f.degrees.length, f.ages]
  return Array.from({ length: s.years * f.sectors.length * f.strata.length }, (_, i) => {
    const x = f.strata[i % f.strata.length]
    const sector = Math.floor(i / f.strata.length) % f.sectors.length
    const k = Math.floor(i / (f.strata.length * f.sectors.length))
    const longer = f.degrees.map((d) => extensionOf(s, f.sectors[sector] ?? null, d, x))
    const key = JSON.stringify([s.retirement.kind === 'schedule' ? k : 0, x, longer])
    const known = kept.get(key)
    if (known) return known
    const table = new Float64Array(D * A).fill(1)
    const year = calendarYear(s, k)
    if (f.firstAge !== null && !x?.ageless && s.retirement.kind !== 'none')
      for (let d = 0; d < D; d++)
        for (let a = 0; a < A; a++) {
          const cohort = {
            sex: x?.sex ?? null,
            birthYear: year - 1 - (a + f.firstAge),
            birthMonth: x?.birthMonth ?? null,
          }
          const retiring = retiringShare(s.retirement, cohort, longer[d] ?? { share: 0, years: 0 }, year)
          table[d * A + a] = 1 - retiring
        }
    kept.set(key, table)
    return table
  })
}

function extensionOf(s: Scenario, sector: string | null, degree: string | null, x: Stratum | undefined) {
  const fits = (w: Where) =>
    (w.sector === null || w.sector === sector) &&
    (w.degree === null || w.degree === degree) &&
    (w.sex === null || w.sex === x?.sex) &&
    (w.group === null || w.group === x?.group)
  const found = s.extensions
    .filter((e) => fits(e.where))
    .sort((a, b) => preciseness(a.where) - preciseness(b.where))
    .at(-1)
  return { share: found?.share ?? 0, years: found?.years ?? 0 }
}

function fteOf(s: Scenario, f: Frame): Float64Array | null {
  if (s.fte.length === 0) return null
  const table = new Float64Array(f.cells).fill(1)
  const ordered = [...s.fte].sort((a, b) => preciseness(a.where) - preciseness(b.where))
  for (const row of ordered) mark(table, f, row.where, row.value)
  return table
}
