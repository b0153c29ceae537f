/** Điều sổ bộ đếm được: people of the register on a day, for indicators. Counts are within the scope of `ctx.actor`. */
import { type Day, showDay } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer, MeasureAsked } from '../../platform/measure.ts'
import { codeBook } from '../code-lists/public.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { addressOf, readConditions } from './rules/conditions.ts'
import { degreeRank } from './rules/degree.ts'
import { lowestDegree } from './rules/standards.ts'
import { countPeople, everybody } from './views/counted.ts'

const CONDITIONS = {
  'trinh-do': { label: 'Trình độ từ', list: 'trinh-do' },
  'doi-tuong': { label: 'Nhóm đối tượng', list: 'doi-tuong' },
  'linh-vuc': { label: 'Lĩnh vực', list: 'linh-vuc' },
  'khu-vuc': { label: 'Khu vực', list: 'khu-vuc' },
  'chuc-vu': { label: 'Chức vụ', list: 'chuc-vu' },
  nghe: { label: 'Nghề', list: 'nghe' },
  chuan: { label: 'Chuẩn trình độ đào tạo của nhà giáo', list: 'dat-chuan' },
  'chuan-vi-tri': { label: 'Tiêu chuẩn trình độ của vị trí việc làm', list: 'dat-chuan' },
  'ngoai-ngu': { label: 'Khả năng ngoại ngữ', list: 'kha-nang-ngoai-ngu' },
  'cap-co-quan': { label: 'Cấp của cơ quan công tác', list: 'cap-co-quan' },
  'duoi-tuoi': { label: 'Dưới tuổi', list: '' },
  'dia-ban': { label: 'Địa bàn nơi ở', list: '' },
  'co-quan': { label: 'Cơ quan công tác', list: '' },
} as const

type Where = MeasureAsked['where']

/** Số người của sổ bộ đang sinh sống và làm việc trên địa bàn. */
export const countedPeople: Measure = {
  code: 'nguoi.dem',
  label: 'Số người trong hồ sơ trí thức',
  meaning:
    'Người có hồ sơ, đang sinh sống và làm việc trên địa bàn vào ngày tính; không kể người nghỉ hưu, ở nước ngoài, đang học (Kế hoạch, mục II.1).',
  unit: 'người',
  time: 'stock',
  source: 'register',
  splits: ['place', 'unit', 'sector', 'degree', 'sex', 'age'],
  conditions: CONDITIONS,
  read: countOf,
  behind: listBehind,
}

/** What the register counts. */
export const measures: readonly Measure[] = [countedPeople]

async function countOf(ctx: Ctx, asked: MeasureAsked): Promise<MeasureAnswer> {
  const units = await unitsOn(ctx.tx, asked.asOf)
  const gone = noSubject(units, asked)
  if (gone !== null) return { state: 'no-subject', why: gone }
  const { where, asOf, known } = asked
  const found = await countPeople(
    ctx.tx,
    {
      ...everybody(asOf, known, ctx.actor.scope),
      degree: where['trinh-do'] === undefined ? null : lowestDegree(where['trinh-do']),
      categories: where['doi-tuong'] ?? null,
      sectors: where['linh-vuc'] ?? null,
      areas: where['khu-vuc'] ?? null,
      leaderships: where['chuc-vu'] === undefined ? null : await withBelow(ctx, asOf, 'chuc-vu', where['chuc-vu']),
      professions: where.nghe === undefined ? null : await withBelow(ctx, asOf, 'nghe', where.nghe),
      training: where.chuan ?? null,
      fit: where['chuan-vi-tri'] ?? null,
      international: where['ngoai-ngu'] !== undefined,
      bodies: bodiesOf(units, where),
      places: where['dia-ban'] === undefined ? null : below(units, where['dia-ban']),
      under: where['duoi-tuoi'] === undefined ? null : Math.max(...where['duoi-tuoi'].map(Number)),
    },
    asked.by,
  )
  return { state: 'counted', rows: found, dataOf: asOf, source: 'Hồ sơ trí thức', notes: [] }
}

/** Codes of a list with those below them. */
async function withBelow(ctx: Ctx, day: Day, list: string, codes: readonly string[]): Promise<string[]> {
  const found = new Set(codes)
  for (const e of (await codeBook(ctx.tx, day)).list(list).entries)
    if (e.parent !== null && found.has(e.parent)) found.add(e.code)
  return [...found]
}

const LEVEL_OF: Readonly<Partial<Record<Unit['kind'], string>>> = { province: 'tinh', district: 'huyen', commune: 'xa' }

/** Cấp of each unit on the day: that of the nearest place at or above it. */
function levelsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  const byId = new Map(units.map((u) => [u.id, u]))
  const found = new Map<string, string>()
  for (const u of units) {
    let at: Unit | undefined = u
    for (let step = 0; at !== undefined && at.kind === 'body' && step < 20; step++)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    const level = at === undefined ? undefined : LEVEL_OF[at.kind]
    if (level !== undefined) found.set(u.id, level)
  }
  return found
}

function bodiesOf(units: readonly Unit[], where: Where): string[] | null {
  const [levels, bodies] = [where['cap-co-quan'], where['co-quan']]
  if (levels === undefined && bodies === undefined) return null
  const chosen = bodies === undefined ? units.map((u) => u.id) : below(units, bodies)
  if (levels === undefined) return chosen
  const level = levelsOf(units)
  return chosen.filter((id) => levels.includes(level.get(id) ?? ''))
}

/** Ids of the units named by code or id, with all below them on the day. */
function below(units: readonly Unit[], named: readonly string[]): string[] {
  const children = Map.groupBy(units, (u) => u.parentId ?? '')
  const names = new Set(named)
  const found = new Set<string>()
  const walk = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const child of children.get(id) ?? []) walk(child.id)
  }
  for (const u of units) if (names.has(u.code) || names.has(u.id)) walk(u.id)
  return [...found]
}

const DISTRICT_POSTS: ReadonlySet<string> = new Set([
  'cap-huyen',
  'bi-thu-huyen',
  'pho-bi-thu-huyen',
  'btv-huyen',
  'ct-huyen',
  'pct-huyen',
])

/** Why there is nothing to count: the level asked for does not exist on the day, or the unit does not. */
function noSubject(units: readonly Unit[], { where, asOf }: MeasureAsked): string | null {
  const districts =
    where['cap-co-quan']?.every((c) => c === 'huyen') === true ||
    where['chuc-vu']?.every((c) => DISTRICT_POSTS.has(c)) === true
  if (districts && !units.some((u) => u.kind === 'district')) return `Ngày ${showDay(asOf)} không còn cấp huyện.`
  for (const name of ['dia-ban', 'co-quan'] as const) {
    const named = where[name]
    if (named !== undefined && !units.some((u) => named.includes(u.code) || named.includes(u.id)))
      return `Sổ bộ tổ chức không có đơn vị ${named.join(', ')} vào ngày ${showDay(asOf)}.`
  }
  return null
}

/** The list of people behind a figure; null when the list has no such condition. */
function listBehind(asked: MeasureAsked, keys: readonly (string | null)[]): string | null {
  if (keys.includes(null)) return null
  const { where } = asked
  const split: Record<string, string[]> = {}
  for (const [i, s] of asked.by.entries()) split[s] = [keys[i] ?? '']
  const under = where['duoi-tuoi']?.map((n) => `duoi-${n}`)
  const degree = split.degree ?? where['trinh-do']?.map((d) => `tu-${degreeRank(d.replace(/^tu-/, ''))}`)
  return addressOf(
    readConditions({
      'tai-ngay': asked.asOf,
      'linh-vuc': split.sector ?? where['linh-vuc'],
      'doi-tuong': where['doi-tuong'],
      'chuc-vu': where['chuc-vu'],
      'trinh-do': degree,
      gioi: split.sex,
      tuoi: split.age ?? under,
      'dia-ban': split.place ?? where['dia-ban'],
    }),
  )
}
