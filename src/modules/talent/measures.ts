/** Đại lượng của nhân tài: recruits and talents among them (flows), cohorts at five years and who stayed. */
import { type Day, showDay, yearOf } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer, MeasureAsked, MeasureRow, Split } from '../../platform/measure.ts'
import { unitsByIds } from '../organisations/public.ts'
import { type Followed, firstMeasurable, followedOn, hasStayed, isReached } from './rules/cohort.ts'
import { flowOf } from './rules/recruitment.ts'
import { allTalents, placesOf, recruitmentsIn, type TalentRow } from './views.ts'
import type { Recruitment } from './words.ts'

const RECRUIT_SPLITS: readonly Split[] = ['unit', 'place']
const COHORT_SPLITS: readonly Split[] = ['unit', 'sector', 'sex', 'place']
const REPORTS = 'Kết quả tuyển dụng các cơ quan báo cáo'
const DECISIONS = 'Quyết định công nhận và quá trình làm việc'
const SNV = 'Sở Nội vụ'

/** Groups by the keys of a split, in the order of first appearance. */
function grouped<T>(
  list: readonly T[],
  keysOf: (x: T) => readonly (string | null)[],
): [readonly (string | null)[], T[]][] {
  const groups = new Map<string, [readonly (string | null)[], T[]]>()
  for (const x of list) {
    const keys = keysOf(x)
    const name = JSON.stringify(keys)
    const group = groups.get(name) ?? [keys, []]
    group[1].push(x)
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** The place a body stands in: itself when it is one, else the commune or district above it; null = of the whole province. */
async function placesOfUnits(ctx: Ctx, unitIds: readonly string[]): Promise<Map<string, string | null>> {
  const units = new Map((await unitsByIds(ctx.tx, unitIds)).map((u) => [u.id, u]))
  const above = [...units.values()].flatMap((u) => (u.kind === 'body' && u.parentId !== null ? u.parentId : []))
  const parents = new Map((await unitsByIds(ctx.tx, above)).map((u) => [u.id, u]))
  const isPlace = (kind: string | undefined): boolean => kind === 'commune' || kind === 'district'
  return new Map(
    [...units.values()].map((u) => {
      const parent = parents.get(u.parentId ?? '')
      return [u.id, isPlace(u.kind) ? u.id : isPlace(parent?.kind) ? (parent?.id ?? null) : null]
    }),
  )
}

async function readRecruits(ctx: Ctx, asked: MeasureAsked, figure: 'recruited' | 'talents'): Promise<MeasureAnswer> {
  const all = (await recruitmentsIn(ctx.tx, asked.from, asked.asOf, asked.known)).filter(
    (r) => !asked.outside.includes(r.unitId),
  )
  const { dataOf, bodies } = flowOf(all, asked.from, asked.asOf)
  const year = yearOf(asked.asOf)
  if (dataOf === null)
    return {
      state: 'no-source',
      who: `Cơ quan có tuyển dụng; ${SNV} tổng hợp`,
      why: `Chưa cơ quan nào báo cáo kết quả tuyển dụng năm ${year}`,
    }
  const places = asked.by.includes('place')
    ? await placesOfUnits(
        ctx,
        all.map((r) => r.unitId),
      )
    : new Map<string, string | null>()
  const keysOf = (r: Recruitment) =>
    asked.by.map((by) => (by === 'unit' ? r.unitId : by === 'place' ? (places.get(r.unitId) ?? null) : null))
  const rows = grouped(all, keysOf).map(
    ([keys, list]): MeasureRow => ({ keys, ...flowOf(list, asked.from, asked.asOf)[figure] }),
  )
  const total = flowOf(all, asked.from, asked.asOf)
  const notes = [
    `${bodies} cơ quan đã báo cáo`,
    ...(total.recruited.high === 0 ? [`Không có ai được tuyển mới trong năm ${year}`] : []),
    ...(total.recruited.low === total.recruited.high ? [] : ['Có kỳ báo cáo chỉ nằm một phần trong khoảng được hỏi']),
  ]
  return { state: 'counted', rows, dataOf, source: REPORTS, notes }
}

/** Codes a condition asks for; none = everything. */
const allowed = (asked: MeasureAsked, name: string, value: string | null): boolean => {
  const codes = asked.where[name]
  return codes === undefined || codes.length === 0 || (value !== null && codes.includes(value))
}

async function readCohort(ctx: Ctx, asked: MeasureAsked, counts: (f: Followed) => boolean): Promise<MeasureAnswer> {
  const talents = await allTalents(ctx.tx, asked.known)
  const byPerson = new Map<string, TalentRow>(talents.map((t) => [t.personId, t]))
  const sexOf = (f: Followed): string | null => byPerson.get(f.personId)?.person?.sex ?? null
  const followed = followedOn(talents, asked.asOf).filter(
    (f) => allowed(asked, 'linh-vuc', f.sector) && !asked.outside.includes(f.unitId),
  )
  if (followed.length === 0)
    return {
      state: 'no-source',
      who: SNV,
      why: `Chưa ghi quyết định công nhận nhân tài nào đến ngày ${showDay(asked.asOf)}`,
    }
  const reached = followed.filter((f) => isReached(f, asked.asOf))
  if (reached.length === 0) return { state: 'no-subject', why: notYet(firstMeasurable(followed)) }
  const places = asked.by.includes('place')
    ? await placesOf(
        ctx.tx,
        reached.map((f) => f.personId),
        asked.asOf,
      )
    : new Map<string, string>()
  const keyOf: Partial<Record<Split, (f: Followed) => string | null>> = {
    unit: (f) => f.unitId,
    sector: (f) => f.sector,
    sex: sexOf,
    place: (f) => places.get(f.personId) ?? null,
  }
  const keysOf = (f: Followed) => asked.by.map((by) => keyOf[by]?.(f) ?? null)
  const rows = grouped(reached, keysOf).map(([keys, list]): MeasureRow => {
    const n = list.filter(counts).length
    return { keys, low: n, high: n }
  })
  return { state: 'counted', rows, dataOf: asked.asOf, source: DECISIONS, notes: notesOf(followed, asked.asOf) }
}

const notYet = (first: Day | null): string =>
  first === null ? 'Không còn ai theo dõi được đến đủ 5 năm' : `Đoàn lứa đầu tiên đo được từ ngày ${showDay(first)}`

/** What is behind the figure and does not show in it: who is not yet at five years, who left the question by retiring or dying. */
function notesOf(followed: readonly Followed[], asOf: Day): string[] {
  const waiting = followed.filter((f) => f.fiveYears > asOf && f.outcome !== 'allowed').length
  const allowedExits = followed.filter((f) => f.outcome === 'allowed' && f.on !== null && f.on < f.fiveYears).length
  return [
    ...(waiting > 0 ? [`${waiting} người chưa đủ 5 năm, chưa tính`] : []),
    ...(allowedExits > 0 ? [`${allowedExits} người nghỉ hưu, từ trần trước khi đủ 5 năm, không tính`] : []),
    'Chuyển công tác trong tỉnh là ở lại',
  ]
}

const param = (name: string, value: string | null | undefined): string =>
  value === null || value === undefined ? '' : `&${name}=${encodeURIComponent(value)}`

const recruitsBehind = (asked: MeasureAsked, keys: readonly (string | null)[]): string =>
  `/nhan-tai/tuyen-dung?nam=${yearOf(asked.asOf)}${param('don-vi', keys[asked.by.indexOf('unit')])}`

const cohortBehind =
  (more: string) =>
  (asked: MeasureAsked, keys: readonly (string | null)[]): string =>
    `/nhan-tai?ngay=${asked.asOf}&du-5-nam=co${more}${param('don-vi', keys[asked.by.indexOf('unit')])}${param('linh-vuc', keys[asked.by.indexOf('sector')])}${param('gioi-tinh', keys[asked.by.indexOf('sex')])}`

const SECTOR = { 'linh-vuc': { label: 'Lĩnh vực', list: 'linh-vuc' } }

/** What the module counts. */
export const measures: readonly Measure[] = [
  {
    code: 'nhan-tai.tuyen-dung',
    label: 'Số người tuyển dụng mới',
    meaning:
      'Người được tuyển dụng mới vào cơ quan, tổ chức, đơn vị thuộc thẩm quyền quản lý của tỉnh trong năm (Kế hoạch, mục II.1.10)',
    unit: 'người',
    time: 'flow',
    source: 'reported',
    splits: RECRUIT_SPLITS,
    conditions: {},
    read: (ctx, asked) => readRecruits(ctx, asked, 'recruited'),
    behind: recruitsBehind,
  },
  {
    code: 'nhan-tai.tuyen-moi',
    label: 'Nhân tài trong số tuyển dụng mới',
    meaning:
      'Người có tài năng trong số tuyển dụng mới của năm, có quyết định công nhận hoặc chứng cứ kèm theo (Kế hoạch, mục II.1.10)',
    unit: 'người',
    time: 'flow',
    source: 'reported',
    splits: RECRUIT_SPLITS,
    conditions: {},
    read: (ctx, asked) => readRecruits(ctx, asked, 'talents'),
    behind: recruitsBehind,
  },
  {
    code: 'nhan-tai.cong-nhan-lua',
    label: 'Nhân tài đã đủ 5 năm kể từ ngày công nhận',
    meaning:
      'Người được công nhận mà đến ngày xem đã đủ 5 năm; không tính người nghỉ hưu, từ trần trước khi đủ 5 năm (Kế hoạch, mục II.2.3)',
    unit: 'người',
    time: 'cohort',
    source: 'register',
    splits: COHORT_SPLITS,
    conditions: SECTOR,
    read: (ctx, asked) => readCohort(ctx, asked, () => true),
    behind: cohortBehind(''),
  },
  {
    code: 'nhan-tai.con-lam-viec',
    label: 'Nhân tài còn làm việc khi đủ 5 năm',
    meaning:
      'Trong số người đã đủ 5 năm kể từ ngày công nhận, người liên tục làm việc tại cơ quan, đơn vị của tỉnh đến ngày ấy; chuyển trong tỉnh là còn làm việc (Kế hoạch, mục II.2.3)',
    unit: 'người',
    time: 'cohort',
    source: 'register',
    splits: COHORT_SPLITS,
    conditions: SECTOR,
    read: (ctx, asked) => readCohort(ctx, asked, hasStayed),
    behind: cohortBehind('&o-lai=co'),
  },
]
