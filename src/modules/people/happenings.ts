/** Điều sổ bộ đếm được trong một khoảng ngày: who came, who left, who was appointed, honoured, attracted. Within the scope of `ctx.actor`. */
import { type Day, showDay } from '../../kernel/day.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import type { Measure, MeasureAnswer, MeasureAsked } from '../../platform/measure.ts'
import { unitsOn } from '../organisations/public.ts'
import { outsideOf } from './asking.ts'
import type { HappenedView } from './pages/happened.ts'
import { lowestDegree } from './rules/standards.ts'
import { bodiesOf } from './rules/units-below.ts'
import { holdsAnybody } from './views/counted.ts'
import { countHappened, type HappenedAsked, type Happening, happenedTo } from './views/happened.ts'

const AT = { 'co-quan': { label: 'Cơ quan công tác', list: '' } } as const
const DEGREE = { 'trinh-do': { label: 'Trình độ từ', list: 'trinh-do' } } as const

type Offered = {
  readonly what: Happening
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly conditions: Measure['conditions']
  /** What the entry lacks where low and high differ. */
  readonly lacks: string
}

const OFFERED: readonly Offered[] = [
  {
    what: 'arrival',
    code: 'nguoi.den',
    label: 'Người được tuyển dụng, tiếp nhận',
    meaning:
      'Người có hồ sơ bắt đầu làm việc tại cơ quan, đơn vị trong khoảng ngày, trước đó không làm ở đấy; không kể người chuyển sang do sắp xếp tổ chức.',
    conditions: { ...AT, ...DEGREE },
    lacks: 'chưa rõ ngày bắt đầu',
  },
  {
    what: 'leaving',
    code: 'nguoi.thoi',
    label: 'Người thôi làm việc',
    meaning:
      'Người có hồ sơ kết thúc vị trí chính tại cơ quan, đơn vị trong khoảng ngày, theo lý do ghi ở vị trí công tác.',
    conditions: { ...AT, ...DEGREE, 'ly-do': { label: 'Lý do kết thúc', list: 'ly-do-ket-thuc' } },
    lacks: 'chưa ghi lý do kết thúc',
  },
  {
    what: 'appointment',
    code: 'nguoi.bo-nhiem',
    label: 'Người được bổ nhiệm chức vụ lãnh đạo, quản lý',
    meaning:
      'Người có hồ sơ bắt đầu giữ một chức vụ lãnh đạo, quản lý tại cơ quan, đơn vị trong khoảng ngày; tuổi tính vào ngày ấy.',
    conditions: { ...AT, ...DEGREE, 'duoi-tuoi': { label: 'Dưới tuổi', list: '' } },
    lacks: 'chưa rõ ngày sinh',
  },
  {
    what: 'award',
    code: 'nguoi.khen-thuong',
    label: 'Người được khen thưởng, tôn vinh',
    meaning:
      'Người có hồ sơ được khen thưởng, tôn vinh trong khoảng ngày; từ cấp tỉnh trở lên theo cấp quyết định ghi ở mục khen thưởng.',
    conditions: { ...AT, ...DEGREE, 'tu-cap-tinh': { label: 'Từ cấp tỉnh trở lên', list: '' } },
    lacks: 'chưa ghi cấp quyết định',
  },
  {
    what: 'attraction',
    code: 'nguoi.thu-hut',
    label: 'Người được thu hút theo chính sách',
    meaning:
      'Người có hồ sơ ghi mục thu hút, trọng dụng nhân tài bắt đầu trong khoảng ngày và làm việc tại cơ quan, đơn vị.',
    conditions: { ...AT, ...DEGREE },
    lacks: 'chưa rõ ngày tuyển dụng',
  },
  {
    what: 'retirement',
    code: 'nguoi.nghi-huu',
    label: 'Người đến tuổi nghỉ hưu',
    meaning:
      'Người đang làm việc đến tuổi nghỉ hưu trong khoảng ngày, theo lộ trình của Bộ luật Lao động 2019, Điều 169 và NĐ 135/2020/NĐ-CP; chưa kể nghỉ sớm, kéo dài.',
    conditions: { ...AT, ...DEGREE },
    lacks: 'chưa rõ tháng sinh',
  },
]

/** What the register counts over a span of days, as known now: what was known earlier of such entries is not counted. */
export const happenings: readonly Measure[] = OFFERED.map(
  (o): Measure => ({
    code: o.code,
    label: o.label,
    meaning: `${o.meaning} Mỗi người đếm một lần.`,
    unit: 'người',
    time: 'flow',
    source: 'register',
    splits: [],
    conditions: o.conditions,
    read: async (ctx, asked) => (await readTogether(ctx, o, [asked]))[0] ?? absent(asked.asOf),
    readMany: (ctx, list) => readTogether(ctx, o, list),
    behind: (asked) => behind(o.code, asked),
  }),
)

/** One look at the register for all of them. */
async function readTogether(ctx: Ctx, o: Offered, list: readonly MeasureAsked[]): Promise<MeasureAnswer[]> {
  const questions: (HappenedAsked | null)[] = []
  for (const { from, asOf, where, known, outside } of list)
    questions.push(known === null ? await questionOf(ctx, { from, to: asOf, outside, where }) : null)
  const counts = (
    await countHappened(
      ctx.tx,
      o.what,
      questions.filter((q) => q !== null),
    )
  ).values()
  const answers: MeasureAnswer[] = []
  for (const [i, asked] of list.entries()) {
    const counted = questions[i] === null ? undefined : counts.next().value
    answers.push(
      asked.known !== null
        ? NOT_THEN
        : counted === undefined
          ? absent(asked.asOf)
          : await answerOf(ctx, o, asked, counted),
    )
  }
  return answers
}

const NOT_THEN: MeasureAnswer = {
  state: 'no-source',
  who: 'Sở Nội vụ',
  why: 'Việc xảy ra trong một kỳ chỉ đếm được như đã biết đến nay, không đếm lại được như đã biết trước đây.',
}

const absent = (asOf: Day): MeasureAnswer => ({
  state: 'no-subject',
  why: `Sổ bộ tổ chức không có đơn vị này vào ngày ${showDay(asOf)}.`,
})

async function answerOf(
  ctx: Ctx,
  o: Offered,
  { asOf }: MeasureAsked,
  counted: { low: number; high: number },
): Promise<MeasureAnswer> {
  if (counted.high === 0 && !(await holdsAnybody(ctx.tx)))
    return {
      state: 'no-source',
      who: 'Các cơ quan quản lý hồ sơ và Sở Nội vụ',
      why: 'Trong phạm vi được xem chưa có hồ sơ nào.',
    }
  const open = counted.high - counted.low
  return {
    state: 'counted',
    rows: [{ keys: [], ...counted }],
    dataOf: asOf,
    source: 'Hồ sơ trí thức',
    notes: open > 0 ? [`${open} người ${o.lacks}.`] : [],
  }
}

/** The question of an address or a measure; null when the body named does not exist on the last day. */
async function questionOf(
  ctx: Ctx,
  { from, to, outside, where }: { from: Day; to: Day } & Pick<MeasureAsked, 'outside' | 'where'>,
): Promise<HappenedAsked | null> {
  const units = await unitsOn(ctx.tx, to)
  const named = where['co-quan']
  if (named !== undefined && !units.some((u) => named.includes(u.code) || named.includes(u.id))) return null
  return {
    from,
    to,
    outside,
    scope: ctx.actor.scope,
    bodies: bodiesOf(units, undefined, named),
    degree: where['trinh-do'] === undefined ? null : lowestDegree(where['trinh-do']),
    under: where['duoi-tuoi'] === undefined ? null : Math.max(...where['duoi-tuoi'].map(Number)),
    reasons: where['ly-do'] ?? null,
    provincial: where['tu-cap-tinh'] !== undefined,
  }
}

/** Address of the people behind a figure. */
function behind(code: string, { from, asOf, where, territory }: MeasureAsked): string {
  const query = new URLSearchParams({ tu: from, den: asOf })
  if (territory) query.set('thuoc', territory)
  for (const [name, values] of Object.entries(where)) for (const v of values) query.append(name, v)
  return `/tri-thuc/viec/${code}?${query}`
}

/** People shown at most: who needs more narrows the days. */
const MOST_PEOPLE = 500

/** The people behind a figure of a span of days; refused when the figure or the body is unknown. */
export async function readHappened(
  ctx: Ctx,
  q: { code: string; from: Day; to: Day; territory: string | undefined; where: MeasureAsked['where'] },
): Promise<Decision<HappenedView>> {
  const offered = OFFERED.find((o) => o.code === q.code)
  const question = offered && (await questionOf(ctx, { ...q, outside: await outsideOf(ctx, q.territory, q.to) }))
  if (!offered || !question)
    return refuse('absent', 'people.happening', 'Không có con số này, hoặc cơ quan không có vào ngày ấy.')
  const list = await happenedTo(ctx.tx, offered.what, question, MOST_PEOPLE)
  const units = await unitsOn(ctx.tx, q.to)
  const names = units
    .filter((u) => q.where['co-quan']?.some((x) => x === u.id || x === u.code))
    .map((u) => u.officeName)
  return accept({
    label: offered.label,
    meaning: offered.meaning,
    lacks: offered.lacks,
    from: q.from,
    to: q.to,
    bodies: names,
    list,
  })
}
