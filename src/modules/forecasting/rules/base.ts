/**
 * Mô hình gốc: the plan file made of the register as it stands — who is there by sector, degree, sex and age, what the last years and
 * the assumptions say of leaving, rising and coming. Nothing is decided here that a reader cannot see: every gap that was bridged is
 * told as a note. Pure.
 */
import type { CohortRow } from '../../../platform/measure.ts'
import type { AssumptionKind } from '../words.ts'
import { type Assumed, type AssumptionBook, assumed } from './assumed.ts'
import { type Entrants, UNKNOWN_DEGREE, UNKNOWN_SECTOR, type YearMoves } from './history.ts'
import type { FileCell, FileInflow, FileRate, PlanFile } from './plan-file.ts'

/** Điều mô hình gốc được làm từ. */
export type BaseInput = {
  /** The year at whose end the stock stands. */
  readonly start: number
  readonly years: number
  readonly cohorts: readonly CohortRow[]
  /** People counted without dossiers; 0 = none. */
  readonly rest: number
  /** The last whole years, for who comes. */
  readonly recent: readonly YearMoves[]
  readonly book: AssumptionBook
  readonly seed: number
  readonly draws: number
}

/** Mô hình gốc, with what it rests on. */
export type Base = {
  readonly model: PlanFile
  readonly used: readonly Assumed[]
  readonly notes: readonly string[]
}

/** Sector of people counted without dossiers. */
export const REST = 'ngoai-so-bo'

/** Ages at which recruits are taken to come, by the age they have. */
const ENTRY_AGES: readonly (readonly [number, number])[] = [
  [26, 24],
  [30, 28],
  [35, 32],
  [40, 37],
  [50, 44],
  [200, 52],
]
const entryAge = (age: number | null): number => ENTRY_AGES.find(([below]) => age !== null && age < below)?.[1] ?? 28

/**
 * Age that people counted without dossiers are given: of them only the total is told, so they are to stay a total, and at this age nobody
 * reaches retirement within the years a forecast looks ahead.
 */
const REST_AGE = 22

/** Age of somebody whose birth is not known: that of most of the others. */
const TYPICAL_AGE = 38

/** Groups of recruits smaller than this in a year are folded into the largest of their sector. */
const LEAST_INFLOW = 0.2

type Key = { sector: string; degree: string; sex: 'nam' | 'nu'; age: number }

const sexOf = (sex: string | null): 'nam' | 'nu' => (sex === 'nam' ? 'nam' : 'nu')

function tally<T extends Key>(rows: Iterable<T & { count: number }>): (Key & { count: number })[] {
  const sums = new Map<string, Key & { count: number }>()
  for (const { sector, degree, sex, age, count } of rows) {
    const key = `${sector}|${degree}|${sex}|${age}`
    const at = sums.get(key)
    sums.set(key, { sector, degree, sex, age, count: (at?.count ?? 0) + count })
  }
  return [...sums.values()].sort((a, b) => order(a).localeCompare(order(b)))
}

const order = (k: Key): string => `${k.sector}|${k.degree}|${k.sex}|${String(k.age).padStart(3, '0')}`

function cellsOf(i: BaseInput): FileCell[] {
  const people = tally(
    i.cohorts.map((c) => ({
      sector: c.sector ?? UNKNOWN_SECTOR,
      degree: c.degree ?? UNKNOWN_DEGREE,
      sex: sexOf(c.sex),
      age: c.born === null ? TYPICAL_AGE : Math.max(0, i.start - c.born),
      count: c.count,
    })),
  )
  const cells: FileCell[] = people.map(({ count, ...k }) => ({ ...k, stock: count }))
  if (i.rest <= 0) return cells
  const growth = assumed(i.book, 'tang-ngoai-so-bo', null)
  const spread = ((growth?.sd ?? 0) / 100) * Math.sqrt(Math.max(1, i.years)) * i.rest
  return [
    ...cells,
    {
      sector: REST,
      degree: UNKNOWN_DEGREE,
      sex: 'nu',
      age: REST_AGE,
      stock: spread > 0 ? { mean: i.rest, sd: spread } : i.rest,
    },
  ]
}

/** Mean of the recent years by group; groups too small to tell are folded into the largest of their sector. */
function inflowOf(i: BaseInput): FileInflow[] {
  const [from, to] = [i.start + 1, i.start + i.years]
  const years = Math.max(1, i.recent.length)
  const all = tally(
    i.recent.flatMap((y) => y.entrants.map((e: Entrants) => ({ ...e, sex: sexOf(e.sex), age: entryAge(e.age) }))),
  ).map((g) => ({ ...g, count: g.count / years }))
  const bySector = new Map(Map.groupBy(all, (g) => g.sector))
  for (const a of i.book.recorded)
    if (a.kind === 'tuyen-moi' && a.sector !== null && !bySector.has(a.sector))
      bySector.set(
        a.sector,
        (['nam', 'nu'] as const).map((sex) => ({
          sector: a.sector ?? '',
          degree: '6',
          sex,
          age: 24,
          count: a.value / 2,
        })),
      )
  return [...bySector.entries()].flatMap(([sector, groups]) => {
    const planned = i.book.recorded.find((a) => a.kind === 'tuyen-moi' && a.sector === sector)
    const total = groups.reduce((n, g) => n + g.count, 0)
    const kept = groups.filter((g) => g.count >= LEAST_INFLOW)
    const shown = kept.length > 0 ? kept : [...groups].sort((a, b) => b.count - a.count).slice(0, 1)
    const shownTotal = shown.reduce((n, g) => n + g.count, 0)
    const wanted = planned?.value ?? total
    return shown.map(({ count, ...k }): FileInflow => {
      const mean = (count / shownTotal) * wanted
      return {
        ...k,
        perYear: { mean, sd: spreadOf(i, k.sector, planned?.sd ?? null, count / shownTotal, wanted) },
        from,
        to,
      }
    })
  })
}

/** How much recruitment of a sector differs from year to year; at least as much as chance alone makes it differ. */
function spreadOf(i: BaseInput, sector: string, planned: number | null, share: number, wanted: number): number {
  if (planned !== null) return planned * share
  const totals = i.recent.map((y) => y.entrants.filter((e) => e.sector === sector).reduce((n, e) => n + e.count, 0))
  const mean = totals.reduce((a, b) => a + b, 0) / Math.max(1, totals.length)
  const variance = totals.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, totals.length - 1)
  return Math.sqrt(Math.max(variance, wanted)) * share
}

/** Makes the model. */
export function baseModel(i: BaseInput): Base {
  const cells = cellsOf(i)
  const sectors = [...new Set(cells.map((c) => c.sector))].filter((s) => s !== REST)
  const used: Assumed[] = []
  const use = (kind: AssumptionKind, sector: string | null): Assumed | null => {
    const a = assumed(i.book, kind, sector)
    if (a !== null) used.push(a)
    return a
  }
  const rate = (kind: AssumptionKind, more: Partial<FileRate> = {}): FileRate[] =>
    sectors.flatMap((sector) => {
      const a = use(kind, sector)
      return a === null || a.value <= 0 ? [] : [{ sector, ...more, value: a.value / 100, sd: a.sd / 100 }]
    })
  const death = use('qua-doi', null)
  const stay = use('keo-dai', null)
  const growth = i.rest > 0 ? use('tang-ngoai-so-bo', null) : null
  const inflow = inflowOf(i)
  // The model knows no degree that nobody has, comes with or rises to.
  const has = (degree: string): boolean => [...cells, ...inflow].some((x) => x.degree === degree)
  const master = has('6') ? rate('len-thac-si', { degree: '6', to: '7' }) : []
  const doctor = has('7') || master.length > 0 ? rate('len-tien-si', { degree: '7', to: '8' }) : []
  const stays = stay !== null && stay.value > 0 && (has('8') || doctor.length > 0)
  const [from, to] = [i.start + 1, i.start + i.years]
  return {
    model: {
      seed: i.seed,
      draws: i.draws,
      start: i.start,
      years: i.years,
      wholePersons: false,
      cells,
      rates: {
        leave: [
          ...rate('thoi-viec'),
          ...(growth !== null && growth.value < 0 ? [{ sector: REST, value: -growth.value / 100, sd: 0 }] : []),
        ],
        death:
          death === null ? [] : sectors.map((sector) => ({ sector, value: death.value / 100, sd: death.sd / 100 })),
        promote: [...master, ...doctor],
        transfer: transfers(rate('chuyen-linh-vuc'), cells),
      },
      retirement: 'vn-month-schedule',
      extensions: stays ? [{ degree: '8', share: stay.value / 100, years: 5 }] : [],
      inflow: [
        ...inflow,
        ...(growth !== null && growth.value > 0
          ? [
              {
                sector: REST,
                degree: UNKNOWN_DEGREE,
                sex: 'nu' as const,
                age: REST_AGE,
                perYear: (i.rest * growth.value) / 100,
                from,
                to,
              },
            ]
          : []),
      ],
    },
    used: dedupe(used),
    notes: notesOf(i, inflow),
  }
}

/** Sectors into which people of another one are taken to move. */
const MOST_TARGETS = 3

/** Moves go to the largest other sectors, by how many people they have. */
function transfers(rates: readonly FileRate[], cells: readonly FileCell[]): FileRate[] {
  const size = new Map<string, number>()
  for (const c of cells)
    if (c.sector !== REST && c.sector !== UNKNOWN_SECTOR)
      size.set(c.sector, (size.get(c.sector) ?? 0) + (typeof c.stock === 'number' ? c.stock : c.stock.mean))
  const largest = [...size.entries()].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return rates.flatMap((r) => {
    const targets = largest.filter(([code]) => code !== r.sector).slice(0, MOST_TARGETS)
    const all = targets.reduce((n, [, people]) => n + people, 0)
    return targets.map(([to, people]) => ({ ...r, to, value: (r.value * people) / all, sd: (r.sd * people) / all }))
  })
}

const dedupe = (list: readonly Assumed[]): Assumed[] => [
  ...new Map(list.map((a) => [`${a.kind}|${a.sector}`, a])).values(),
]

const total = (rows: readonly CohortRow[]): number => rows.reduce((n, r) => n + r.count, 0)
const told = (n: number): string => n.toLocaleString('de-DE')

/** What was bridged, so that nobody takes it for known. */
function notesOf(i: BaseInput, inflow: readonly FileInflow[]): string[] {
  const noBirth = total(i.cohorts.filter((c) => c.born === null))
  const noSex = total(i.cohorts.filter((c) => c.sex === null))
  const noSector = total(i.cohorts.filter((c) => c.sector === null))
  const span = i.recent.map((y) => y.year).sort()
  return [
    ...(noBirth > 0 ? [`${told(noBirth)} người chưa rõ năm sinh: tính như ${TYPICAL_AGE} tuổi.`] : []),
    ...(noSex > 0 ? [`${told(noSex)} người chưa rõ giới tính: tính tuổi nghỉ hưu như nữ.`] : []),
    ...(noSector > 0 ? [`${told(noSector)} người chưa rõ lĩnh vực: để thành một nhóm riêng.`] : []),
    ...(i.rest > 0 ? [`${told(i.rest)} người chỉ có số liệu thống kê: tính theo tổng số, không theo tuổi.`] : []),
    inflow.length === 0
      ? 'Hồ sơ chưa có người vào trong các năm gần đây và chưa ghi giả định tuyển mới: mô hình tính như không tuyển ai.'
      : `Người vào mỗi năm: bình quân ${span[0]}–${span.at(-1)} theo hồ sơ; người đã vào rồi đi trước khi có hồ sơ không đếm được.`,
    ...(i.book.followed.length === 0
      ? ['Hồ sơ chưa theo dõi trọn một năm: tỷ lệ thôi việc, nâng trình độ lấy giả định ban đầu.']
      : []),
  ]
}
