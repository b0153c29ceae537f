/** Điều sổ bộ đếm được: people of the register on a day, for indicators. Counts are within the scope of `ctx.actor`. */
import { dayOf, showDay } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { CohortRow, Measure, MeasureAnswer, MeasureAsked, MeasureRow, Moves } from '../../platform/measure.ts'
import { type Unit, unitsOn } from '../organisations/public.ts'
import { codesBelow } from './asking.ts'
import { happenings } from './happenings.ts'
import { addressOf, readConditions } from './rules/conditions.ts'
import { lowestDegree } from './rules/standards.ts'
import { bodiesOf, unitsBelow } from './rules/units-below.ts'
import { countCohorts, countMoves, keptSince, type MovesAsked } from './views/cohorts.ts'
import { type CountAsked, countPeople, countTogether, everybody, holdsAnybody } from './views/counted.ts'
import { sliceRules } from './views/slice-rules.ts'

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
  readMany: countAllOf,
  cohorts: cohortsOf,
  moves: movesOf,
  behind: listBehind,
}

/** What the register counts. */
export const measures: readonly Measure[] = [countedPeople, ...happenings]

async function countOf(ctx: Ctx, asked: MeasureAsked): Promise<MeasureAnswer> {
  const units = await unitsOn(ctx.tx, asked.asOf)
  const gone = noSubject(units, asked)
  if (gone !== null) return { state: 'no-subject', why: gone }
  return answerOf(ctx, asked, await countPeople(ctx.tx, await questionOf(ctx, units, asked), asked.by))
}

/** Questions about one day as known at one instant, without splits, are answered by one look at the people of that day. */
async function countAllOf(ctx: Ctx, list: readonly MeasureAsked[]): Promise<MeasureAnswer[]> {
  const [first] = list
  const alike = (a: MeasureAsked): boolean =>
    a.asOf === first?.asOf && a.known === first?.known && a.by.length === 0 && a.outside === first.outside
  if (first === undefined || !list.every(alike)) {
    const answers: MeasureAnswer[] = []
    for (const asked of list) answers.push(await countOf(ctx, asked))
    return answers
  }
  const units = await unitsOn(ctx.tx, first.asOf)
  const questions: CountAsked[] = []
  for (const asked of list) questions.push(await questionOf(ctx, units, asked))
  const counts = await countTogether(ctx.tx, questions)
  const answers: MeasureAnswer[] = []
  for (const [i, asked] of list.entries()) {
    const gone = noSubject(units, asked)
    const { low, high } = counts[i] ?? { low: 0, high: 0 }
    answers.push(
      gone === null ? await answerOf(ctx, asked, [{ keys: [], low, high }]) : { state: 'no-subject', why: gone },
    )
  }
  return answers
}

async function cohortsOf(ctx: Ctx, asked: MeasureAsked): Promise<CohortRow[]> {
  const by = asked.by.find((s) => s === 'unit' || s === 'place') ?? null
  return countCohorts(ctx.tx, await questionOf(ctx, await unitsOn(ctx.tx, asked.asOf), asked), by)
}

/** Conditions by places and bodies are those of the units of each day, so that a merger moves nobody. */
async function movesOf(ctx: Ctx, asked: MeasureAsked): Promise<Moves> {
  const before = await movesAsked(ctx, { ...asked, asOf: asked.from })
  const after = await movesAsked(ctx, asked)
  // A unit may have been founded between the two days: whoever is of the part on one day is of it on the other.
  const part = {
    bodies: unitedIds(before.part.bodies, after.part.bodies),
    places: unitedIds(before.part.places, after.part.places),
  }
  const within = (m: MovesAsked): MovesAsked => (m.part === m.all ? m : { ...m, part: { ...m.part, ...part } })
  return { rows: await countMoves(ctx.tx, within(before), within(after)), keptSince: await keptSince(ctx.tx) }
}

const unitedIds = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a === null || b === null ? null : [...new Set([...a, ...b])]

async function movesAsked(ctx: Ctx, asked: MeasureAsked): Promise<MovesAsked> {
  const units = await unitsOn(ctx.tx, asked.asOf)
  const { 'co-quan': body, 'dia-ban': place, 'cap-co-quan': level, ...where } = asked.where
  const part = await questionOf(ctx, units, asked)
  const whole = body === undefined && place === undefined && level === undefined
  return { part, all: whole ? part : await questionOf(ctx, units, { ...asked, where }) }
}

async function questionOf(
  ctx: Ctx,
  units: readonly Unit[],
  { asOf, known, outside, where }: MeasureAsked,
): Promise<CountAsked> {
  return {
    ...everybody(asOf, known, ctx.actor.scope),
    outside,
    degree: where['trinh-do'] === undefined ? null : lowestDegree(where['trinh-do']),
    categories: where['doi-tuong'] ?? null,
    sectors: where['linh-vuc'] ?? null,
    areas: where['khu-vuc'] ?? null,
    leaderships: where['chuc-vu'] === undefined ? null : await codesBelow(ctx, asOf, 'chuc-vu', where['chuc-vu']),
    professions: where.nghe === undefined ? null : await codesBelow(ctx, asOf, 'nghe', where.nghe),
    training: where.chuan ?? null,
    fit: where['chuan-vi-tri'] ?? null,
    international: where['ngoai-ngu'] !== undefined,
    bodies: bodiesOf(units, where['cap-co-quan'], where['co-quan']),
    places: where['dia-ban'] === undefined ? null : unitsBelow(units, where['dia-ban']),
    under: where['duoi-tuoi'] === undefined ? null : Math.max(...where['duoi-tuoi'].map(Number)),
  }
}

async function answerOf(ctx: Ctx, asked: MeasureAsked, found: readonly MeasureRow[]): Promise<MeasureAnswer> {
  if (!found.some((r) => r.high > 0) && !(await holdsAnybody(ctx.tx)))
    return {
      state: 'no-source',
      who: 'Các cơ quan quản lý hồ sơ và Sở Nội vụ',
      why: 'Trong phạm vi được xem chưa có hồ sơ nào.',
    }
  return {
    state: 'counted',
    rows: found,
    dataOf: asked.asOf,
    source: 'Hồ sơ trí thức',
    notes: await notesOf(ctx, asked, found),
  }
}

/** What a reader must know of the figure: whose birth is not known well enough, and since when it is kept what was known. */
async function notesOf(
  ctx: Ctx,
  { known, outside, where }: MeasureAsked,
  found: readonly MeasureRow[],
): Promise<string[]> {
  const open = found.reduce((n, r) => n + r.high - r.low, 0)
  const since = known === null ? null : (await sliceRules(ctx.tx)).knownSince
  return [
    ...(outside.length > 0 ? ['Không kể người sống hoặc làm việc ngoài địa bàn của kế hoạch.'] : []),
    ...(where['duoi-tuoi'] !== undefined && open > 0
      ? [`${open} người chưa rõ ngày sinh: có thể đã đủ tuổi hoặc chưa.`]
      : []),
    ...(since !== null &&
    known !== null &&
    since !== '-infinity' &&
    Temporal.Instant.compare(known, instantOf(since)) < 0
      ? [`Điều đã biết chỉ được giữ từ ngày ${showDay(dayOf(instantOf(since)))}; trước đó lấy như đã biết vào ngày ấy.`]
      : []),
  ]
}

const instantOf = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'))

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

/** The list of people behind a figure; null when the list cannot ask for it: what is not known. */
function listBehind(asked: MeasureAsked, keys: readonly (string | null)[]): string | null {
  if (keys.some((k, i) => k === null && asked.by[i] !== 'sex' && asked.by[i] !== 'age')) return null
  const { where } = asked
  const split: Readonly<Record<string, string[]>> = Object.fromEntries(
    asked.by.map((s, i) => [s, [keys[i] ?? 'chua-ro']]),
  )
  const under = where['duoi-tuoi']?.map((n) => `duoi-${n}`)
  const degree = where['trinh-do'] === undefined ? undefined : [`tu-${lowestDegree(where['trinh-do'])}`]
  return addressOf(
    readConditions({
      ...where,
      'tai-ngay': asked.asOf,
      'hien-trang': 'lam-viec',
      'linh-vuc': split.sector ?? where['linh-vuc'],
      'trinh-do': split.degree ?? degree,
      gioi: split.sex,
      tuoi: split.age ?? under,
      'dia-ban': split.place ?? where['dia-ban'],
      'co-quan': split.unit ?? where['co-quan'],
      thuoc: asked.territory ?? undefined,
    }),
  )
}
