/**
 * Lãnh đạo cấp tỉnh, cấp huyện của thế giới mẫu: a fixed handful of each, so that the goals about leaders have something to count. Of
 * the province's the first ones are near forty: one turns forty on the last day of this year, one did in the middle of the last, one has only a month on paper.
 */
import type { Day } from '../../kernel/day.ts'
import { type PartialDay, partialOf } from '../../kernel/partial-day.ts'
import { randomFrom } from '../random.ts'
import { on, yearIn } from './dates.ts'
import { lastSchoolYear } from './draw-education.ts'
import { type Land, type Stay, staysFrom } from './land.ts'
import type { Life, Post } from './life.ts'
import { tradeOf } from './trades.ts'

const AT_LEAST = 10
const AT_MOST = 40

/** How many of `count` people lead the province. */
export const leaders = (count: number): number =>
  count < 200 ? 0 : Math.min(AT_MOST, Math.max(AT_LEAST, Math.round(count * 0.0004)))

/** How many of `count` people lead districts, until the districts end; then they lead communes. */
export const districtLeaders = (count: number): number =>
  count < 200 ? 0 : Math.min(60, Math.max(12, Math.round(count * 0.0006)))

/** Years before this one, and what papers say. */
const BIRTHS: readonly { readonly ago: number; readonly day: string; readonly known: 'day' | 'month' }[] = [
  { ago: 40, day: '12-31', known: 'day' },
  { ago: 41, day: '06-15', known: 'day' },
  { ago: 40, day: '11-20', known: 'month' },
  { ago: 38, day: '03-08', known: 'day' },
]
const POSTS = ['btv-tinh', 'pct-ubnd-tinh', 'btv-tinh', 'pct-hdnd-tinh', 'ct-mttq-tinh', 'btv-tinh'] as const
const POSITIONS: Readonly<Record<string, string>> = {
  'btv-tinh': 'Ủy viên Ban Thường vụ',
  'pct-ubnd-tinh': 'Phó Chủ tịch UBND',
  'pct-hdnd-tinh': 'Phó Chủ tịch HĐND',
  'ct-mttq-tinh': 'Chủ tịch Ủy ban MTTQ',
}
const DISTRICT_POSTS = ['bi-thu-huyen', 'ct-huyen', 'pct-huyen', 'btv-huyen', 'pho-bi-thu-huyen'] as const
const DISTRICT_POSITIONS: Readonly<Record<string, string>> = {
  'bi-thu-huyen': 'Bí thư Huyện ủy',
  'ct-huyen': 'Chủ tịch UBND huyện',
  'pct-huyen': 'Phó Chủ tịch UBND huyện',
  'btv-huyen': 'Ủy viên Ban Thường vụ Huyện ủy',
  'pho-bi-thu-huyen': 'Phó Bí thư Huyện ủy',
}
/** Every so many leaders of districts one is under forty while the districts last. */
const YOUNG_EVERY = 4
/** Every so many leaders of the province three are fit for work abroad. */
const ABLE = new Set([1, 4, 7])

/** Nhiệm kỳ began so many years ago. */
const TERM_AGO = 6

/** The person as a leader of the province: trade, age, posts, theory. */
export function leaderOf(life: Life, land: Land, today: Day): Life {
  const random = randomFrom(`leader:${life.number}`)
  const given = BIRTHS[life.number]
  const year = yearIn(today)
  const birth =
    given === undefined
      ? on(year - random.between(44, 54), random.between(1, 9), random.between(10, 19))
      : (`${year - given.ago}-${given.day}` as Day)
  const leadership = POSTS[life.number % POSTS.length] ?? 'btv-tinh'
  const province = land.follow(land.provinces[0] ?? '', random)
  const led = { leadership, position: POSITIONS[leadership] ?? '' }
  const posts = postsOf(staysFrom(province, on(year - TERM_AGO, 11, 1)), today, () => led)
  const leader = asLeader(life, land, today, { birth, known: given?.known ?? 'day', posts })
  if (!ABLE.has(life.number % 10)) return { ...leader, language: null }
  return { ...leader, language: { language: 'en', level: '5', certificate: 'ielts', score: '7.0' } }
}

/** The person as a leader of a district, and of a commune since there are no districts. */
export function districtLeaderOf(life: Life, land: Land, today: Day): Life {
  const random = randomFrom(`district-leader:${life.number}`)
  const year = yearIn(today)
  const age = life.number % YOUNG_EVERY === 0 ? random.between(36, 38) : random.between(44, 53)
  const birth = on(year - age, random.between(1, 9), random.between(10, 19))
  const district = land.districts[life.number % Math.max(1, land.districts.length)]?.code ?? ''
  const [stay] = land.follow(district, random)
  const end = stay?.to ?? null
  const commune = land.communesOf(district)[life.number % Math.max(1, land.communesOf(district).length)]
  const after = end === null || commune === undefined ? [] : staysFrom(land.follow(commune.code, random), end)
  const leadership = DISTRICT_POSTS[life.number % DISTRICT_POSTS.length] ?? 'btv-huyen'
  const stays = staysFrom([{ code: district, from: null, to: end }, ...after], on(year - TERM_AGO, 7, 1))
  const posts = postsOf(stays, today, (code) =>
    code === district
      ? { leadership, position: DISTRICT_POSITIONS[leadership] ?? '' }
      : { leadership: 'pho-bi-thu-xa', position: 'Phó Bí thư Đảng ủy' },
  )
  return asLeader(life, land, today, { birth, known: 'day', posts })
}

type Led = { readonly leadership: string; readonly position: string }

const postsOf = (stays: readonly Stay[], today: Day, led: (code: string | null) => Led): Post[] =>
  stays.flatMap((s): Post[] =>
    s.from === null || s.from > today
      ? []
      : [
          {
            body: s.code,
            bodyText: null,
            department: '',
            ...led(s.code),
            from: s.from as string as PartialDay,
            to: s.to,
            reason: s.to === null ? null : 'sap-nhap',
          },
        ],
  )

type Leading = { readonly birth: Day; readonly known: 'day' | 'month'; readonly posts: readonly Post[] }

function asLeader(life: Life, land: Land, today: Day, { birth, known, posts }: Leading): Life {
  const random = randomFrom(`leader-home:${life.number}`)
  const { core } = life
  const cccd = `${core.cccd.slice(0, 3)}${core.sex === 'nu' ? 1 : 0}${birth.slice(2, 4)}${core.cccd.slice(6)}`
  const ahead = yearIn(birth) - yearIn(core.birth)
  const grown = on(yearIn(birth) + 24, 1, 1)
  return {
    ...life,
    trade: tradeOf('dang-doan-the'),
    formerTrade: null,
    core: { ...core, birth, birthKnown: partialOf(birth, known), cccd, nationality: 'VN' },
    degrees: life.degrees
      .map((d) => ({ ...d, started: d.started + ahead, graduated: d.graduated + ahead }))
      .filter((d) => d.graduated <= lastSchoolYear(today)),
    title: null,
    posts,
    ranks: [{ code: '01.002', step: 3, from: on(yearIn(today) - TERM_AGO, 11, 1) }],
    retired: null,
    abroad: null,
    residence: life.residence.length > 0 ? life.residence : land.follow(land.communes[0]?.code ?? '', random),
    theory: { level: 'CC', on: on(Math.max(2016, yearIn(birth) + 35), 7, 15) },
    talent: null,
    awards: life.awards.filter((a) => a.on >= grown),
    works: life.works.filter((w) => w.on >= grown),
    association: life.association !== null && life.association.from >= grown ? life.association : null,
    schooling: yearIn(birth) <= 1973 ? '10/10' : '12/12',
    party: `${Number(birth.slice(0, 4)) + 24}-05-19` as Day,
  }
}
