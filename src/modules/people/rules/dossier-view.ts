/** Cách xếp hồ sơ lên màn hình: which groups stand on which tab, which entries hold on a day, which stand against each other. Pure. */
import type { Day } from '../../../kernel/day.ts'
import { firstDayOf, type PartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import type { Fact } from '../words/dossier.ts'
import type { GroupCode } from '../words/group.ts'
import { groupOf } from '../words/groups.ts'
import { degreeRank } from './degree.ts'

/** Trang con của hồ sơ. */
export const TABS = ['tong-quan', 'qua-trinh', 'dao-tao', 'cong-trinh', 'khen-thuong', 'da-xem', 'lich-su'] as const

/** Một trang con. */
export type Tab = (typeof TABS)[number]

/** Trang con, in words of the screen. */
export const TAB_LABELS: Readonly<Record<Tab, string>> = {
  'tong-quan': 'Tổng quan',
  'qua-trinh': 'Quá trình',
  'dao-tao': 'Đào tạo',
  'cong-trinh': 'Công trình',
  'khen-thuong': 'Khen thưởng',
  'da-xem': 'Ai đã xem',
  'lich-su': 'Lịch sử',
}

/** Groups drawn on each tab, in order. */
export const TAB_GROUPS: Readonly<Partial<Record<Tab, readonly GroupCode[]>>> = {
  'tong-quan': ['category', 'post', 'education', 'academic-title', 'contact', 'names'],
  'qua-trinh': ['post', 'rank', 'appraisal', 'category', 'membership', 'military', 'talent', 'research-time'],
  'dao-tao': [
    'education',
    'academic-title',
    'political-theory',
    'state-training',
    'language',
    'digital-skill',
    'schooling',
  ],
  'cong-trinh': ['research-field', 'publication', 'invention', 'project', 'advisory', 'availability'],
  'khen-thuong': ['award'],
}

/** The tab on which a group is drawn, for links to what is missing. */
export const tabOfGroup = (group: GroupCode): Tab =>
  TABS.find((t) => t !== 'tong-quan' && TAB_GROUPS[t]?.includes(group) === true) ?? 'tong-quan'

/** Groups of the summary of which only what holds on the day is shown. */
export const HOLDS_ONLY: ReadonlySet<Tab> = new Set(['tong-quan'])

/** The first day of an entry: what it says, or the year that its own fields name. */
export function startOf(f: Pick<Fact, 'from' | 'data'>): PartialDay | null {
  if (f.from !== null) return f.from
  const year = f.data.graduated ?? f.data.appointed ?? f.data.recognised ?? f.data.year
  return year === undefined ? null : (String(year) as PartialDay)
}

/** Whether an entry had begun by the day. */
export function begunBy(f: Pick<Fact, 'from' | 'data'>, day: Day): boolean {
  const start = startOf(f)
  return start === null || firstDayOf(start) <= day
}

/** Whether an entry holds on the day. */
export const holdsOn = (f: Pick<Fact, 'from' | 'to' | 'data'>, day: Day): boolean =>
  begunBy(f, day) && (f.to === null || firstDayOf(f.to) > day)

/** Newest first; what has no day stands last. */
export const newestFirst = <T extends Pick<Fact, 'from' | 'data'>>(facts: readonly T[]): T[] =>
  [...facts].sort((a, b) => {
    const [x, y] = [startOf(a) ?? '', startOf(b) ?? '']
    return x < y ? 1 : x > y ? -1 : 0
  })

/** "từ 09/2008", "2008", "09/2008 – 12/2015": when an entry held. `to` is the first day it no longer holds. */
export function spanWords(f: Pick<Fact, 'from' | 'to' | 'group' | 'data'>): string {
  const from = startOf(f)
  const { time } = groupOf(f.group)
  if (f.to !== null) return `${from === null ? '…' : showPartialDay(from)} – ${showPartialDay(f.to)}`
  if (from === null) return ''
  return time === 'event' ? showPartialDay(from) : `từ ${showPartialDay(from)}`
}

/** A contested entry with the one it stands against; null when there is none any more. */
export function againstWhich<T extends Fact>(contested: T, all: readonly T[]): T | null {
  const proven = all.filter((f) => f.level >= 0 && f.group === contested.group && f.to === null)
  const { fields } = groupOf(contested.group)
  const first = fields.find((f) => f.required === true)?.name ?? fields[0]?.name ?? ''
  return (
    proven.find((f) => f.data[first] !== undefined && f.data[first] === contested.data[first]) ??
    proven.find((f) => f.slot !== null) ??
    proven[0] ??
    null
  )
}

const DEGREE_TITLES: Readonly<Record<string, string>> = {
  '8': 'TS.',
  '7': 'ThS.',
  CKII: 'BSCKII.',
  CKI: 'BSCKI.',
  BSNT: 'BSNT.',
}

/** "PGS.TS.": what is written before the name on the screen. */
export function titleBefore(facts: readonly Fact[], day: Day): string {
  const on = facts.filter((f) => f.level >= 0 && holdsOn(f, day))
  const titles = on.filter((f) => f.group === 'academic-title').map((f) => String(f.data.title ?? ''))
  const title = titles.includes('GS') ? 'GS.' : titles.includes('PGS') ? 'PGS.' : ''
  const degrees = on.filter((f) => f.group === 'education').map((f) => String(f.data.level ?? ''))
  const best = degrees.sort((a, b) => degreeRank(b) - degreeRank(a))[0] ?? ''
  return `${title}${DEGREE_TITLES[best] ?? ''}`
}
