/**
 * Lãnh đạo cấp tỉnh của thế giới mẫu: a fixed handful, so that the goals about young leaders have something to count. The first ones
 * are near forty: one turns forty on the last day of this year, one did in the middle of the last, one has only a month on paper.
 */
import type { Day } from '../../kernel/day.ts'
import { type PartialDay, partialOf } from '../../kernel/partial-day.ts'
import { randomFrom } from '../random.ts'
import { on, yearIn } from './dates.ts'
import { lastSchoolYear } from './draw-education.ts'
import { type Land, staysFrom } from './land.ts'
import type { Life, Post } from './life.ts'
import { tradeOf } from './trades.ts'

const AT_LEAST = 10
const AT_MOST = 40

/** How many of `count` people lead the province. */
export const leaders = (count: number): number =>
  count < 200 ? 0 : Math.min(AT_MOST, Math.max(AT_LEAST, Math.round(count * 0.0004)))

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
/** Nhiệm kỳ began so many years ago. */
const TERM_AGO = 6

/** The person as a leader of the province: trade, age, posts, theory. */
export function leaderOf(life: Life, land: Land, today: Day): Life {
  const random = randomFrom(`leader:${life.number}`)
  const given = BIRTHS[life.number]
  const year = yearIn(today)
  const term = on(year - TERM_AGO, 11, 1)
  const birth =
    given === undefined
      ? on(year - random.between(44, 54), random.between(1, 9), random.between(10, 19))
      : (`${year - given.ago}-${given.day}` as Day)
  const { core } = life
  const cccd = `${core.cccd.slice(0, 3)}${core.sex === 'nu' ? 1 : 0}${birth.slice(2, 4)}${core.cccd.slice(6)}`
  const leadership = POSTS[life.number % POSTS.length] ?? 'btv-tinh'
  const province = land.follow(land.provinces[0] ?? '', random)
  const posts = staysFrom(province, term).flatMap((s): Post[] =>
    s.from === null || s.from > today
      ? []
      : [
          {
            body: s.code,
            bodyText: null,
            department: '',
            position: POSITIONS[leadership] ?? '',
            leadership,
            from: s.from as string as PartialDay,
            to: s.to,
            reason: s.to === null ? null : 'sap-nhap',
          },
        ],
  )
  const ahead = yearIn(birth) - yearIn(core.birth)
  const grown = on(yearIn(birth) + 24, 1, 1)
  return {
    ...life,
    trade: tradeOf('dang-doan-the'),
    formerTrade: null,
    core: { ...core, birth, birthKnown: partialOf(birth, given?.known ?? 'day'), cccd, nationality: 'VN' },
    degrees: life.degrees
      .map((d) => ({ ...d, started: d.started + ahead, graduated: d.graduated + ahead }))
      .filter((d) => d.graduated <= lastSchoolYear(today)),
    title: null,
    posts,
    ranks: [{ code: '01.002', step: 3, from: term }],
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
