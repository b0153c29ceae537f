/** Đường công tác của người mẫu: posts one after another through the mergers, posts of leaders, ranks, the day of retirement. */
import type { Day } from '../../kernel/day.ts'
import { firstDayOf, type PartialDay } from '../../kernel/partial-day.ts'
import { lastDayAtWork } from '../../modules/people/fixtures.ts'
import type { Random } from '../random.ts'
import { halfway, later, on, yearIn } from './dates.ts'
import { type Land, type Stay, staysFrom, staysUntil } from './land.ts'
import type { Core, Degree, Post, RankHeld } from './life.ts'
import type { Quotas } from './quotas.ts'
import type { Trade } from './trades.ts'
import { drawPlace, type Place } from './workplaces.ts'

/** Đường công tác. */
export type Career = {
  readonly posts: readonly Post[]
  readonly ranks: readonly RankHeld[]
  readonly leader: boolean
  readonly retired: Day | null
  readonly began: Day | null
}

/** What the drawing is given. */
export type CareerOf = {
  readonly random: Random
  readonly trade: Trade
  readonly core: Core
  readonly degrees: readonly Degree[]
  readonly land: Land
  readonly quotas: Quotas
  readonly today: Day
  readonly retires: boolean
  readonly position: string
}

const BEFORE_MOVING = 0.2

/** Draws a career; none for those who work nowhere. */
export function drawCareer(of: CareerOf): Career {
  const { random, trade, land, today } = of
  if (trade.workplace === 'nowhere') return { posts: [], ranks: [], leader: false, retired: null, began: null }
  const began = startOf(of)
  const retired = of.retires ? retirementOf(of) : null
  const end = retired ?? null
  const place = drawPlace(random, trade.workplace, land, today)
  const moved = random.chance(BEFORE_MOVING) ? between(random, began, end ?? today) : null
  const former =
    moved === null
      ? []
      : postsIn(of, drawPlace(random, trade.workplace, land, today), {
          from: began,
          to: moved,
          promoted: null,
          wanted: null,
        })
  const from = moved ?? began
  const wanted = wantedPost(of, place)
  const promoted = wanted === null ? null : between(random, from, end ?? today)
  const latter = postsIn(of, place, { from, to: end, promoted, wanted })
  const posts = [...former, ...latter].map((p, i, all) => ({
    ...p,
    from: notBefore(p.from, all[i - 1]?.to ?? null),
    reason: p.to === null ? null : reasonOf(p, all[i + 1] ?? null),
  }))
  return { posts, ranks: drawRanks(of, began, end), leader: wanted !== null, retired, began }
}

/** A month or a year on paper never reaches into the post before. */
const notBefore = (from: PartialDay, before: Day | null): PartialDay =>
  before !== null && firstDayOf(from) < before ? (before as string as PartialDay) : from

const reasonOf = (p: Post, next: Post | null): string =>
  next === null
    ? 'nghi-huu'
    : next.body !== p.body && next.department === p.department
      ? 'sap-nhap'
      : next.leadership !== p.leadership && next.body === p.body
        ? 'bo-nhiem'
        : 'dieu-dong'

/** Work begins in the year of the first degree or soon after, teachers on 1 September. */
function startOf({ random, trade, degrees, today }: CareerOf): Day {
  const graduated = degrees.find((d) => d.level === '5' || d.level === '6')?.graduated ?? yearIn(today) - 1
  const year = graduated + random.between(0, 3)
  const began = trade.sector === 'giao-duc' ? on(year, 9, 1) : later(on(year, 7, 1), random.between(0, 180))
  const latest = later(today, -30)
  return began < latest ? began : latest
}

/** The day after the last one at work, by the schedule of the law. */
const retirementOf = ({ core }: CareerOf): Day => later(lastDayAtWork(core.sex, core.birth), 1)

function between(random: Random, from: Day, to: Day): Day {
  const [a, b] = [yearIn(from), yearIn(to)]
  const year = random.between(Math.min(a + 2, b), b)
  const found = on(year, random.between(1, 12), 1)
  const after = found <= from ? later(from, 180) : found
  return after < to ? after : halfway(from, to)
}

type Span = { from: Day; to: Day | null; promoted: Day | null; wanted: Wanted | null }
/** Chức vụ: the head, a deputy, or a leader of a part; tried in this order when the places are taken. */
type Wanted = 'head' | 'deputy' | 'part-head' | 'part-deputy'

/** The stays of the place within the span, cut once more at the promotion. */
function postsIn(of: CareerOf, place: Place, { from, to, promoted, wanted }: Span): Post[] {
  const stays: readonly Stay[] = place.stays.length === 0 ? [{ code: null, from: null, to: null }] : place.stays
  const within = staysFrom(to === null ? stays : staysUntil(stays, to), from)
  const cut = promoted === null ? [] : [promoted]
  return within
    .flatMap((s) => cutAt(s, cut))
    .flatMap((s) => {
      if (s.from === null || (s.to !== null && s.to <= s.from)) return []
      const leadership =
        wanted === null || promoted === null || s.from < promoted ? null : leadershipOf(of, place, s, wanted)
      return [postOf(of, place, s, leadership)]
    })
}

const cutAt = (s: Stay, days: readonly Day[]): Stay[] => {
  const at = days.find((d) => (s.from === null || d > s.from) && (s.to === null || d < s.to))
  return at === undefined
    ? [s]
    : [
        { ...s, to: at },
        { ...s, from: at },
      ]
}

function postOf({ random, position: usual }: CareerOf, place: Place, s: Stay, leadership: string | null): Post {
  const position = POSITION_OF[leadership ?? ''] ?? usual
  const from = s.from ?? ('2000-01-01' as Day)
  // Of old posts often only the month or the year is on paper.
  const known =
    yearIn(from) < 2010 && random.chance(0.35)
      ? (from.slice(0, random.chance(0.5) ? 4 : 7) as PartialDay)
      : (from as string as PartialDay)
  return {
    body: s.code,
    bodyText: s.code === null ? place.words : null,
    department: place.department,
    position,
    leadership,
    from: known,
    to: s.to,
    reason: null,
  }
}

type Ladder = Readonly<Record<Wanted, { readonly code: string; readonly places: number }>>
const ladder = (head: string, deputy: string, partHead: string, partDeputy: string, deputies = 4): Ladder => ({
  head: { code: head, places: 1 },
  deputy: { code: deputy, places: deputies },
  'part-head': { code: partHead, places: 1 },
  'part-deputy': { code: partDeputy, places: 2 },
})

const LADDERS: Readonly<Record<Place['ladder'], Ladder | null>> = {
  school: ladder('hieu-truong', 'pho-hieu-truong', 'to-truong', 'to-pho', 2),
  university: ladder('ht-dai-hoc', 'pht-dai-hoc', 'truong-phong', 'pho-phong', 3),
  hospital: ladder('gd-benh-vien', 'pgd-benh-vien', 'truong-phong', 'pho-phong', 3),
  department: ladder('gd-so', 'pgd-so', 'truong-phong', 'pho-phong'),
  district: ladder('ct-huyen', 'pct-huyen', 'truong-phong', 'pho-phong'),
  commune: ladder('ct-xa', 'pct-xa', 'bi-thu-xa', 'pho-bi-thu-xa', 2),
  party: ladder('tb-dang-tinh', 'ptb-dang-tinh', 'truong-phong', 'pho-phong', 3),
  company: ladder('gd-dn', 'pgd-dn', 'truong-phong', 'pho-phong', 2),
  none: null,
}

/** Since the districts ended, their leaders lead communes. */
const COMMUNE: Ladder = ladder('bi-thu-xa', 'pct-xa', 'truong-phong', 'pho-phong', 3)

/** Chances of the four posts: the share that is, and the age from which. */
const CHANCES: readonly (readonly [Wanted, number, number])[] = [
  ['head', 0.022, 38],
  ['deputy', 0.045, 34],
  ['part-head', 0.07, 32],
  ['part-deputy', 0.07, 29],
]

function wantedPost({ random, core, today }: CareerOf, place: Place): Wanted | null {
  if (LADDERS[place.ladder] === null) return null
  const age = yearIn(today) - yearIn(core.birth)
  let roll = random.roll()
  for (const [wanted, share, from] of CHANCES) {
    if (roll < share) return age >= from ? wanted : null
    roll -= share
  }
  return null
}

const ORDER: readonly Wanted[] = ['head', 'deputy', 'part-head', 'part-deputy']

/** The post wanted in the body of the stay, or the next lower one with a place left. */
function leadershipOf({ quotas, land }: CareerOf, place: Place, s: Stay, wanted: Wanted): string | null {
  const table =
    land.isCommune(s.code) && (place.ladder === 'district' || place.ladder === 'party')
      ? COMMUNE
      : LADDERS[place.ladder]
  if (table === null) return null
  // A head of a body that is no part of another leads the body; a school, a ward or an office leads itself.
  const whole = place.ladder === 'school' ? `${s.code}|${place.department}` : (s.code ?? place.words ?? '')
  for (const post of ORDER.slice(ORDER.indexOf(wanted))) {
    const part = post === 'head' || post === 'deputy' ? '' : `|${place.department}`
    const { code, places } = table[post]
    if (quotas.seat(`${whole}${part}|${s.to ?? ''}|${code}`, places)) return code
  }
  return null
}

/** Tên vị trí of leaders, as lists of staff write it. */
const POSITION_OF: Readonly<Record<string, string>> = {
  'hieu-truong': 'Hiệu trưởng',
  'pho-hieu-truong': 'Phó Hiệu trưởng',
  'to-truong': 'Tổ trưởng chuyên môn',
  'to-pho': 'Tổ phó chuyên môn',
  'ht-dai-hoc': 'Hiệu trưởng',
  'pht-dai-hoc': 'Phó Hiệu trưởng',
  'gd-benh-vien': 'Giám đốc',
  'pgd-benh-vien': 'Phó Giám đốc',
  'gd-so': 'Giám đốc Sở',
  'pgd-so': 'Phó Giám đốc Sở',
  'ct-huyen': 'Chủ tịch UBND',
  'pct-huyen': 'Phó Chủ tịch UBND',
  'ct-xa': 'Chủ tịch UBND',
  'pct-xa': 'Phó Chủ tịch UBND',
  'bi-thu-xa': 'Bí thư Đảng ủy',
  'pho-bi-thu-xa': 'Phó Bí thư Đảng ủy',
  'tb-dang-tinh': 'Trưởng ban',
  'ptb-dang-tinh': 'Phó Trưởng ban',
  'truong-phong': 'Trưởng phòng',
  'pho-phong': 'Phó Trưởng phòng',
  'gd-dn': 'Giám đốc',
  'pgd-dn': 'Phó Giám đốc',
}

/** Ranks rise with age: from the lowest at the start, one step up in half of those over forty. */
function drawRanks({ random, trade, core, today }: CareerOf, began: Day, end: Day | null): RankHeld[] {
  const [top, middle, low] = trade.ranks
  const last = low ?? middle
  if (top === undefined || last === undefined) return []
  const until = end ?? today
  const years = yearIn(until) - yearIn(began)
  const held: RankHeld[] = [{ code: last, step: 1 + (Math.floor(years / 3) % 8), from: began }]
  const age = yearIn(until) - yearIn(core.birth)
  const rises = (share: number, gap: number, code: string | undefined): void => {
    const before = held.at(-1)
    if (code === undefined || before === undefined || code === before.code || !random.chance(share)) return
    const risen = later(before.from, gap * 365 + random.between(0, 300))
    if (risen < until) held.push({ code, step: 1 + random.between(0, 4), from: risen })
  }
  if (age >= 38 && middle !== low) rises(0.45, 11, middle)
  if (age >= 48 && held.length === 2) rises(0.05, 8, top)
  return held
}
