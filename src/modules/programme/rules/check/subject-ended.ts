/** Đối tượng không còn: a goal on a level or type of unit that has ended before the goal falls due, by the register. */
import { type Day, day, showDay } from '../../../../kernel/day.ts'
import type { PlanReading } from '../../../documents/public.ts'
import type { PlaceHistory } from '../../words.ts'
import { type Draft, lawSource } from './finding.ts'
import type { CheckInput } from './input.ts'

type Level = PlaceHistory['levels'][number]

/** How plans name a level or type. `kind` and `type` as the register holds them. */
export const SUBJECTS: readonly { kind: Level['kind']; type: string | null; label: string; pattern: RegExp }[] = [
  {
    kind: 'district',
    type: null,
    label: 'đơn vị hành chính cấp huyện',
    pattern:
      /cấp\s+huyện|(?:các|mỗi|từng|toàn\s+bộ|số|\d+%?)\s+(?:đơn\s+vị\s+)?huyện(?![\p{L}])|(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND|Chủ\s+tịch\s+UBND)\s+(?:các\s+)?(?:quận|huyện)|huyện,\s*(?:thị\s+xã|thành\s+phố)|quận,\s*huyện|huyện\s+(?:đạt\s+chuẩn\s+)?nông\s+thôn\s+mới|phòng\s+\p{Lu}[^,.;]{0,30}\s+huyện/giu,
  },
  {
    kind: 'commune',
    type: 'Thị trấn',
    label: 'thị trấn',
    pattern: /(?:các|mỗi|từng|\d+%?|số|phường,|xã,)\s+thị\s+trấn(?![\p{L}])/giu,
  },
]

/** The sentence itself says that the level is gone, or speaks of the past. */
const KNOWS =
  /(?:kết\s+thúc|không\s+(?:còn\s+)?tổ\s+chức|không\s+còn|bỏ|giải\s+thể|trước\s+đây|trước\s+khi|thay\s+cho|từ)\s+(?:[^,.;]{0,40}\s)?$/iu
const KNOWN_AFTER = /^\s*\(?(?:cũ|trước\s+đây|trước\s+sắp\s+xếp)/iu

/** Where `text` names the subject as one that is there, from `offset` of the document. */
function namedIn(text: string, pattern: RegExp): string | null {
  for (const m of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, m.index - 60), m.index)
    const after = text.slice(m.index + m[0].length)
    if (!KNOWS.test(before) && !KNOWN_AFTER.test(after)) return m[0].replace(/\s+/g, ' ')
  }
  return null
}

type Item = {
  readonly clause: string
  readonly text: string
  readonly span: readonly [number, number]
  readonly until: Day | null
}

/** Goals up to the end of their year; tasks and report duties as of the day of the document. */
function itemsOf(r: PlanReading, on: Day): Item[] {
  const yearEnd = (year: number | null): Day | null => (year === null ? null : day(`${year}-12-31`))
  return [
    ...r.goals.map((g) => ({ clause: g.clause, text: g.text, span: g.span, until: yearEnd(g.by) })),
    ...r.tasks.map((t) => ({ clause: t.clause, text: t.text, span: t.span, until: on })),
  ]
}

function judge(item: Item, ended: Level, label: string, pattern: RegExp, on: Day): Draft[] {
  const needed = item.until ?? on
  if (needed < ended.until) return []
  const words = namedIn(item.text, pattern)
  if (words === null) return []
  const already = ended.until <= on
  const when = already
    ? `Văn bản ngày ${showDay(on)} giao việc, đặt chỉ tiêu cho "${words}"`
    : `Mục này đặt cho "${words}" đến hết ngày ${showDay(needed)}`
  return [
    {
      kind: 'subject-ended',
      clause: item.clause,
      spans: [item.span],
      arithmetic: `${when}, nhưng ${label} đã kết thúc hoạt động từ ngày ${showDay(ended.until)} (${ended.act}). Từ ngày đó không còn đối tượng để đo, giá trị cuối cùng là của ngày trước ngày kết thúc.`,
      sources: [lawSource(`Kết thúc ${label}, theo sổ bộ tổ chức`, ended.act, ended.until)],
    },
  ]
}

/** The territory itself has gone over into another one before the last year the plan sets goals for. */
function territoryEnded(input: CheckInput): Draft[] {
  const [own, heir] = input.territories
  const last = Math.max(...input.reading.goals.map((g) => g.by ?? 0), 0)
  if (own === undefined || heir?.from == null || last === 0 || day(`${last}-12-31`) < heir.from) return []
  const at = input.reading.text.toLowerCase().indexOf(own.name.toLowerCase())
  const already = heir.from <= input.on.day
  return [
    {
      kind: 'subject-ended',
      clause: 'toàn văn bản',
      severity: already ? 'contradiction' : 'unclear',
      spans: at < 0 ? [] : [[at, at + own.name.length]],
      arithmetic: `${own.name} nhập vào ${heir.name} từ ngày ${showDay(heir.from)} (${heir.act ?? ''}); văn bản đặt mục tiêu đến năm ${last}. Từ ngày đó số liệu toàn địa bàn cũ không còn được công bố riêng, chỉ tiêu phải tính lại theo địa bàn mới hoặc theo dõi riêng phần địa bàn cũ.`,
      sources: [lawSource(`${own.name} nhập vào ${heir.name}, theo sổ bộ tổ chức`, heir.act ?? '', heir.from)],
      proposal: 'Nêu rõ chỉ tiêu nào giữ cho địa bàn cũ, chỉ tiêu nào tính lại cho địa bàn sau sắp xếp.',
    },
  ]
}

/** Items whose subject no longer exists when they fall due. */
export function subjectEnded(input: CheckInput): Draft[] {
  const on = input.on.day
  const ended = input.history.levels.filter((l) => l.until <= input.today)
  const levels = SUBJECTS.flatMap(({ kind, type, label, pattern }) =>
    ended
      .filter((l) => l.kind === kind && (l.type ?? null) === type)
      .flatMap((l) => itemsOf(input.reading, on).flatMap((item) => judge(item, l, label, pattern, on))),
  )
  return [...levels, ...territoryEnded(input)]
}
