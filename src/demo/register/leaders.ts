/**
 * Lãnh đạo cấp tỉnh của thế giới mẫu: a fixed handful, so that the goals about young leaders have something to count. The first ones
 * are near forty: one turns forty on 31/12/2026, one in the middle of 2025, one has only a month on paper.
 */
import type { Day } from '../../kernel/day.ts'
import { type PartialDay, partialOf } from '../../kernel/partial-day.ts'
import { randomFrom } from '../random.ts'
import { type Land, staysFrom } from './land.ts'
import type { Life, Post } from './life.ts'
import { tradeOf } from './trades.ts'

const AT_LEAST = 10
const AT_MOST = 40

/** How many of `count` people lead the province. */
export const leaders = (count: number): number =>
  count < 200 ? 0 : Math.min(AT_MOST, Math.max(AT_LEAST, Math.round(count * 0.0004)))

const BIRTHS: readonly { readonly day: Day; readonly known: 'day' | 'month' }[] = [
  { day: '1986-12-31' as Day, known: 'day' },
  { day: '1985-06-15' as Day, known: 'day' },
  { day: '1986-11-20' as Day, known: 'month' },
  { day: '1988-03-08' as Day, known: 'day' },
]
const POSTS = ['btv-tinh', 'pct-ubnd-tinh', 'btv-tinh', 'pct-hdnd-tinh', 'ct-mttq-tinh', 'btv-tinh'] as const
const POSITIONS: Readonly<Record<string, string>> = {
  'btv-tinh': 'Ủy viên Ban Thường vụ',
  'pct-ubnd-tinh': 'Phó Chủ tịch UBND',
  'pct-hdnd-tinh': 'Phó Chủ tịch HĐND',
  'ct-mttq-tinh': 'Chủ tịch Ủy ban MTTQ',
}
const TERM = '2020-11-01' as Day

/** The person as a leader of the province: trade, age, posts, theory. */
export function leaderOf(life: Life, land: Land, today: Day): Life {
  const random = randomFrom(`leader:${life.number}`)
  const given = BIRTHS[life.number]
  const birth = given?.day ?? (`${random.between(1965, 1980)}-0${random.between(1, 9)}-1${random.between(0, 9)}` as Day)
  const { core } = life
  const cccd = `${core.cccd.slice(0, 3)}${core.sex === 'nu' ? 1 : 0}${birth.slice(2, 4)}${core.cccd.slice(6)}`
  const leadership = POSTS[life.number % POSTS.length] ?? 'btv-tinh'
  const province = land.follow(land.provinces[0] ?? '', random)
  const posts = staysFrom(province, TERM).flatMap((s): Post[] =>
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
  const ahead = Number(birth.slice(0, 4)) - Number(core.birth.slice(0, 4))
  return {
    ...life,
    trade: tradeOf('dang-doan-the'),
    formerTrade: null,
    core: { ...core, birth, birthKnown: partialOf(birth, given?.known ?? 'day'), cccd, nationality: 'VN' },
    degrees: life.degrees.map((d) => ({
      ...d,
      started: d.started + ahead,
      graduated: Math.min(d.graduated + ahead, Number(today.slice(0, 4))),
    })),
    posts,
    ranks: [{ code: '01.002', step: 3, from: TERM }],
    retired: null,
    abroad: null,
    residence: life.residence.length > 0 ? life.residence : land.follow(land.communes[0]?.code ?? '', random),
    theory: { level: 'CC', on: '2016-07-15' as Day },
    party: `${Number(birth.slice(0, 4)) + 24}-05-19` as Day,
    keeper: posts.at(-1)?.body ?? life.keeper,
  }
}
