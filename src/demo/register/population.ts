/**
 * Dân số tri thức mẫu: invented people, the same for the same number and day. Shares come from `trades.ts`; who does what is spread
 * evenly over the numbers, so that two thousand people have the shares of a hundred thousand.
 */
import type { Day } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import { type Random, randomFrom } from '../random.ts'
import { later, on, yearIn } from './dates.ts'
import { drawCareer } from './draw-career.ts'
import { drawCore, isTwin } from './draw-core.ts'
import { drawDegrees, drawDigital, drawLanguage, drawTheory, drawTitle } from './draw-education.ts'
import { drawAssociation, drawAwards, drawWorks } from './draw-science.ts'
import { type Land, type Stay, staysFrom } from './land.ts'
import { districtLeaderOf, districtLeaders, leaderOf, leaders } from './leaders.ts'
import type { Core, Life } from './life.ts'
import { newQuotas, type Quotas } from './quotas.ts'
import { FORMER_TRADES, TRADES, type Trade, tradeOf } from './trades.ts'

/** The golden section: its multiples fill the unit interval evenly. */
const GOLDEN = 0.618_033_988_749_895
const TOTAL = TRADES.reduce((sum, t) => sum + t.share, 0)

function tradeFor(number: number): Trade {
  let at = ((0.5 + number * GOLDEN) % 1) * TOTAL
  for (const t of TRADES) {
    at -= t.share
    if (at < 0) return t
  }
  return tradeOf('dn-tu-nhan')
}

/** Draws `count` people of the land as they are on `today`, one after another; from another `first` they are others. */
export function* drawPeople(count: number, land: Land, today: Day, first = 0): Generator<Life> {
  const quotas = newQuotas()
  const homeAffairs = land.follow(
    land.bodies('co-quan-chuyen-mon').find((c) => c.endsWith('.SNV')) ?? '',
    randomFrom('home-affairs'),
  )
  const atTheTop = leaders(count)
  const below = atTheTop + districtLeaders(count)
  for (let number = first; number < first + count; number++) {
    const life = drawLife(number, { land, today, quotas, homeAffairs })
    if (number < atTheTop) yield leaderOf(life, land, today)
    else yield number < below ? districtLeaderOf(life, land, today) : life
  }
}

type World = { land: Land; today: Day; quotas: Quotas; homeAffairs: readonly Stay[] }

/** Numbers of the leaders of the province come first and are of a trade of their own. */
function drawLife(number: number, world: World): Life {
  const { land, today, quotas } = world
  const trade = tradeFor(isTwin(number) ? number - 1 : number)
  const random = randomFrom(`life:${number}`)
  const core = drawCore(number, trade, land, today)
  const retires = trade.category === 'huu-tri'
  const worked = retires ? tradeOf(random.pick(FORMER_TRADES)) : trade
  const learned = retires
    ? { ...worked, code: trade.code, doctor: trade.doctor ?? 0, master: trade.master ?? 0 }
    : trade
  const degrees = drawDegrees(random, learned, core, quotas, today)
  const position = worked.positions.length === 0 ? '' : random.pick(worked.positions)
  const career = drawCareer({ random, trade: worked, core, degrees, land, quotas, today, retires, position })
  const residence = trade.area === 'ngoai-nuoc' ? [] : residenceOf(random, land)
  const state = ['can-bo', 'cong-chuc', 'vien-chuc'].includes(trade.category)
  const began = career.began ?? later(core.birth, 365 * 25)
  return {
    number,
    trade,
    formerTrade: retires ? worked : null,
    core,
    ...reachOf(random, core, number),
    residence,
    abroad: trade.area === 'ngoai-nuoc' ? random.pick(['US', 'JP', 'AU', 'DE', 'FR', 'KR', 'CA', 'CZ']) : null,
    degrees,
    title: drawTitle(random, degrees, quotas, today),
    posts: career.posts,
    ranks: career.ranks,
    retired: career.retired,
    theory: state || retires ? drawTheory(random, career.leader, core, today) : null,
    stateTraining: state ? trainingOf(random, trade, career.leader, today) : null,
    language: drawLanguage(random, state ? 0.62 : trade.area === 'ngoai-nuoc' ? 1 : 0.35),
    digital: drawDigital(random, state ? 0.6 : 0.2),
    schooling: yearIn(core.birth) <= 1973 ? '10/10' : '12/12',
    appraisals: state ? appraisalsOf(random, began, today) : [],
    awards: state || retires ? drawAwards(random, began, career.retired ?? today) : [],
    works: drawWorks(random, degrees, worked, today),
    researchShare: researchShareOf(random, degrees.at(-1)?.level, worked),
    association: drawAssociation(random, trade, began),
    party: partyOf(random, trade, career.leader, core, today),
    religion: random.chance(0.935) ? 'khong' : random.pick(['phat-giao', 'cong-giao', 'cong-giao', 'tin-lanh']),
    talent: state && began >= TALENT_SINCE && random.chance(0.06) ? { basis: TALENT_BASIS, recruited: began } : null,
    availability: random.chance(retires ? 0.15 : degrees.at(-1)?.level === '8' ? 0.4 : 0.012)
      ? { topics: degrees.at(-1)?.major.name ?? '', hours: random.between(4, 30), unpaid: random.chance(0.3) }
      : null,
    keptBy: random.chance(0.97) ? [residence, world.homeAffairs] : [world.homeAffairs],
  }
}

/** Chính sách thu hút, trọng dụng nhân tài: the decree and the day it is in force from. */
const TALENT_BASIS = 'Nghị định số 179/2024/NĐ-CP'
const TALENT_SINCE = on(2025, 1, 1)

const MOVES = 0.05

function residenceOf(random: Random, land: Land): readonly Stay[] {
  const stays = land.follow(random.pick(land.communes).code, random)
  if (!random.chance(MOVES)) return stays
  const last = stays.at(-1)
  const moved = on(2026, random.between(1, 6), 15)
  if (last?.code == null || last.to !== null) return stays
  const next = staysFrom(land.follow(random.pick(land.communes).code, random), moved)
  return next.some((s) => s.code === last.code) ? stays : [...stays.slice(0, -1), { ...last, to: moved }, ...next]
}

// The prefix 095 belongs to a network that has closed: the numbers ring nobody.
function reachOf(random: Random, core: Core, number: number): Pick<Life, 'phone' | 'email' | 'address'> {
  const digits = String((number * 6_180_339 + 5_000_011) % 10_000_000).padStart(7, '0')
  const [family, given] = [core.family, core.given].map((w) => fold(w).replaceAll(/[^a-z]/g, ''))
  return {
    phone: `095${digits}`,
    email: `${given}.${family}${number}@mau.example`,
    address: random.chance(0.6)
      ? `Thôn ${random.between(1, 9)}`
      : `Số ${random.between(1, 240)}, khu ${random.between(1, 12)}`,
  }
}

function trainingOf(random: Random, trade: Trade, leader: boolean, today: Day): Life['stateTraining'] {
  const official = trade.ranks[0] === '01.001' || trade.ranks[0] === '06.029'
  if (!random.chance(leader ? 0.75 : official ? 0.62 : 0.08)) return null
  const programme = leader ? random.pick(['ld-phong', 'cvc', 'cvc', 'cv']) : random.pick(['cv', 'cv', 'cv', 'cvc'])
  return { programme, on: on(yearIn(today) - random.between(1, 12), random.between(3, 9), 20) }
}

function appraisalsOf(random: Random, began: Day, today: Day): Life['appraisals'] {
  const last = yearIn(today) - 1
  return [last - 1, last]
    .filter((year) => year >= yearIn(began) && random.chance(0.6))
    .map((year) => {
      const roll = random.roll()
      return { year, result: roll < 0.18 ? 'HTXS' : roll < 0.87 ? 'HTT' : roll < 0.997 ? 'HT' : 'KHT' }
    })
}

function researchShareOf(random: Random, level: string | undefined, worked: Trade): number | null {
  if (worked.code === 'nghien-cuu-vien') return random.pick([60, 70, 80])
  if (worked.code === 'giang-vien') return random.chance(0.6) ? random.pick([20, 30, 30, 40]) : null
  return level === '8' ? random.pick([10, 20, 30]) : null
}

const MEMBERS: Readonly<Record<string, number>> = {
  'can-bo': 0.95,
  'cong-chuc': 0.8,
  'vien-chuc': 0.38,
  'huu-tri': 0.55,
  'nguoi-nuoc-ngoai': 0,
}

function partyOf(random: Random, trade: Trade, leader: boolean, core: Core, today: Day): Day | null {
  const share = leader ? 0.97 : (MEMBERS[trade.category] ?? 0.05)
  if (!random.chance(share)) return null
  const [month, date] = random.pick([
    [2, 3],
    [5, 19],
    [9, 2],
    [12, 22],
  ] as const)
  const joined = on(yearIn(core.birth) + random.between(22, 26), month, date)
  return joined < today ? joined : null
}
