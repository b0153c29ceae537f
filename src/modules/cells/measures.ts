/** Điều số liệu thống kê đếm được, and the register with it: counts without names in force on a day, as known at an instant. */
import type { Day } from '../../kernel/day.ts'
import { daysBetween, showDay } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer, MeasureAsked, MeasureRow, Split } from '../../platform/measure.ts'
import { type CountBy, countPeople, degreeRank, everybody } from '../people/public.ts'
import { CELLS, COVERAGE } from './pages/shown.ts'
import { coverageOf, OLD_AFTER_DAYS } from './rules/coverage.ts'
import { partsOf } from './rules/coverage-parts.ts'
import { type CountedCell, countedCells, overlapsOn } from './views.ts'
import { GRADUATE_RANK } from './words.ts'

const SPLIT_BY = ['place', 'sector', 'degree', 'sex', 'age'] as const satisfies readonly Split[]
type CellSplit = (typeof SPLIT_BY)[number]

/** The mark of a cell by which it is split; null = the source does not say. */
const MARK: Readonly<Record<CellSplit, (c: CountedCell) => string | null>> = {
  place: (c) => c.placeId,
  sector: (c) => c.sector,
  degree: (c) => (degreeRank(c.degree) === 0 ? null : String(degreeRank(c.degree))),
  sex: (c) => c.sex,
  age: (c) => c.ageBand,
}

const keysOf = (c: CountedCell, by: readonly Split[]): (string | null)[] =>
  by.map((s) => (s === 'unit' ? null : MARK[s](c)))

/** Người đếm trong số liệu thống kê. */
const countedInCells: Measure = {
  code: 'so-dem.nguoi',
  label: 'Số người trong số liệu thống kê',
  meaning:
    'Người làm việc ở doanh nghiệp, cơ sở ngoài nhà nước và người đang phục vụ trong lực lượng vũ trang, theo số liệu của đơn vị cung cấp có hiệu lực vào ngày tính (Luật Thống kê).',
  unit: 'người',
  time: 'stock',
  source: 'cells',
  splits: SPLIT_BY,
  conditions: {
    'trinh-do': { label: 'Trình độ từ', list: 'trinh-do' },
    'linh-vuc': { label: 'Lĩnh vực', list: 'linh-vuc' },
    'khu-vuc': { label: 'Khu vực', list: 'khu-vuc' },
  },
  read: readCells,
  behind: () => CELLS,
}

/** Người có trình độ từ đại học trở lên đang sinh sống và làm việc trên địa bàn. */
const graduates: Measure = {
  code: 'phu.tu-dai-hoc',
  label: 'Số người có trình độ từ đại học trở lên',
  meaning:
    'Người có trình độ từ đại học trở lên đang sinh sống và làm việc trên địa bàn: hồ sơ cộng số liệu thống kê, trừ người được đếm hai lần. Chưa khai mức trùng thì là một khoảng (Kế hoạch, mục II.1).',
  unit: 'người',
  time: 'stock',
  source: 'cells',
  splits: SPLIT_BY,
  conditions: {},
  read: readGraduates,
  heads: { code: 'nguoi.dem', where: { 'trinh-do': [String(GRADUATE_RANK)] } },
  behind: () => COVERAGE,
}

/** What the module counts. */
export const measures: readonly Measure[] = [countedInCells, graduates]

async function readCells(ctx: Ctx, { asOf, known, by, outside, where }: MeasureAsked): Promise<MeasureAnswer> {
  const all = within(await countedCells(ctx.tx, asOf, known), outside)
  if (all.length === 0)
    return {
      state: 'no-source',
      who: 'Đơn vị cung cấp số liệu thống kê và Sở Nội vụ',
      why: `Chưa có số liệu thống kê nào có hiệu lực vào ngày ${showDay(asOf)}.`,
    }
  const lowest = Math.min(...(where['trinh-do'] ?? ['0']).map((d) => degreeRank(d)))
  const has = (name: string, value: string): boolean => where[name]?.includes(value) ?? true
  const counted = all.filter(
    (c) => degreeRank(c.degree) >= lowest && has('linh-vuc', c.sector) && has('khu-vuc', c.area),
  )
  return {
    state: 'counted',
    rows: rowsOf(counted, by),
    dataOf: oldestOf(all, asOf),
    source: sourceOf(all),
    notes: notesOf(all, asOf),
  }
}

/** Without the cells of places outside; what is not told by place is of the territory of its source. */
const within = (cells: readonly CountedCell[], outside: readonly string[]): readonly CountedCell[] =>
  cells.filter((c) => c.placeId === null || !outside.includes(c.placeId))

function rowsOf(cells: readonly CountedCell[], by: readonly Split[]): MeasureRow[] {
  if (by.length === 0) return [sure([], cells)]
  const groups = Map.groupBy(cells, (c) => JSON.stringify(keysOf(c, by)))
  return [...groups].map(([key, list]) => sure(JSON.parse(key), list))
}

const sum = (list: readonly { readonly count: number }[]): number => list.reduce((n, c) => n + c.count, 0)
const sure = (keys: readonly (string | null)[], list: readonly { readonly count: number }[]): MeasureRow => ({
  keys,
  low: sum(list),
  high: sum(list),
})

const sourceOf = (cells: readonly CountedCell[]): string =>
  `Số liệu thống kê: ${[...new Set(cells.map((c) => c.source.title))].join('; ')}`

const oldestOf = (cells: readonly CountedCell[], asOf: Day): Day =>
  cells.reduce<Day>((oldest, c) => (c.asOf < oldest ? c.asOf : oldest), asOf)

/** Which sources speak with figures of long ago. */
function notesOf(cells: readonly CountedCell[], asOf: Day): string[] {
  const days = new Map(cells.map((c) => [c.source.title, c.asOf]))
  return [...days].flatMap(([title, day]) =>
    daysBetween(day, asOf) > OLD_AFTER_DAYS ? [`${title} là số liệu ngày ${showDay(day)}.`] : [],
  )
}

async function readGraduates(ctx: Ctx, { asOf, known, by, outside }: MeasureAsked): Promise<MeasureAnswer> {
  const all = within(await countedCells(ctx.tx, asOf, known), outside)
  const cells = all.filter((c) => degreeRank(c.degree) >= GRADUATE_RANK)
  const splits = by.filter((s) => s !== 'unit')
  const dimensions: CountBy[] = [...splits, 'area']
  const asked = { ...everybody(asOf, known, ctx.actor.scope), outside, degree: GRADUATE_RANK }
  const people = await countPeople(ctx.tx, asked, dimensions)
  const register = people.map((r) => ({ keys: r.keys.slice(0, -1), area: r.keys.at(-1) ?? null, count: r.low }))
  if (register.length === 0 && all.length === 0)
    return {
      state: 'no-source',
      who: 'Sở Nội vụ',
      why: 'Chưa có hồ sơ và chưa có số liệu thống kê nào.',
    }
  const coverage = coverageOf({
    day: asOf,
    register: register.map((r) => ({ sector: null, area: r.area, category: null, unitId: '', count: r.count })),
    sources: [...Map.groupBy(cells, (c) => c.source.id).values()].flatMap((counts) =>
      counts[0] === undefined ? [] : [{ source: counts[0].source, asOf: counts[0].asOf, counts }],
    ),
    overlaps: await overlapsOn(ctx.tx, asOf, known),
    sectors: [],
  })
  const rows: MeasureRow[] =
    by.length === 0
      ? [{ keys: [], ...coverage.counted }]
      : partsOf(
          register,
          cells.map((c) => ({ keys: keysOf(c, splits), count: c.count, source: c.source.code })),
          coverage.overlaps,
        )
  const open = coverage.overlaps.filter((o) => o.declared === null && o.high > 0).map((o) => o.sourceCode)
  return {
    state: 'counted',
    rows,
    dataOf: asOf,
    source: all.length === 0 ? 'Hồ sơ trí thức' : `Hồ sơ trí thức; ${sourceOf(all)}`,
    notes: [
      ...notesOf(all, asOf),
      ...(open.length === 0
        ? []
        : [`Chưa khai mức trùng của ${[...new Set(open)].join(', ')}: kết quả là một khoảng.`]),
    ],
  }
}
