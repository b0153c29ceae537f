/** Trang «Trùng lặp»: pairs that wait, the surest first; what was decided stands under the other chips. */

import { showInstant, showTime } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import { type PartialDay, showPartialDay } from '../../../kernel/partial-day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { csrfField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { PairFilter, PairLine } from '../views.ts'
import { PAIR_STATES, SUSPICIONS } from '../words.ts'
import { inShort } from './evidence.ts'

/** What the list shows. */
export type QueueView = {
  readonly filter: PairFilter
  readonly counts: Readonly<Record<PairFilter, number>>
  readonly lines: readonly PairLine[]
  readonly lastScan: { readonly at: Temporal.Instant; readonly byName: string; readonly people: number } | null
  readonly mayScan: boolean
}

const FILTERS: readonly (readonly [PairFilter, string])[] = [
  ['cho', 'Chờ quyết định'],
  ['chuyen', 'Đã chuyển'],
  ['da-gop', 'Đã gộp'],
  ['khac', 'Không phải một người'],
]

const EMPTY: Readonly<Record<PairFilter, string>> = {
  cho: 'Không còn cặp nào.',
  chuyen: 'Không có cặp nào được chuyển.',
  'da-gop': 'Chưa gộp hồ sơ nào.',
  khac: 'Chưa có cặp nào được xác định là hai người.',
}

/** The page. */
export function queuePage(v: QueueView, seen: Seen): Drawn {
  const waiting = v.counts.cho
  const title = waiting === 0 ? 'Không còn cặp hồ sơ nào chờ quyết định' : `${showNumber(waiting)} cặp hồ sơ nghi trùng`
  const scan = html`<form method="post" action="/trung-lap/quet">${csrfField(seen.csrf)}${button({ label: 'Quét hồ sơ trùng', icon: 'search' })}</form>`
  return {
    body: html`${head({ title, lead: scanned(v), ...(v.mayScan ? { actions: scan } : {}) })}
${chips(
  'Lọc theo kết quả',
  FILTERS.map(([f, label]) => ({ label, href: `/trung-lap?loc=${f}`, count: v.counts[f], current: f === v.filter })),
)}
${card({ fit: 'flush', body: listOf(v, seen) })}`,
  }
}

/** "Lần quét gần nhất 02:00." of today, with the day otherwise. */
function scanned(v: QueueView): Fragment {
  if (v.lastScan === null) return 'Chưa quét lần nào.'
  return `Lần quét gần nhất ${showInstant(v.lastScan.at)}, ${showNumber(v.lastScan.people)} hồ sơ mới hoặc vừa đổi.`
}

const emptyWords = (v: QueueView): string =>
  v.filter === 'cho' && v.lastScan !== null
    ? `Không còn cặp nào. Lần quét gần nhất ${showTime(v.lastScan.at)}.`
    : EMPTY[v.filter]

/** Name, birth, and the body that keeps this one of the two. */
const who = (name: string, birth: string | null, unit: string): Fragment =>
  html`${name}${[birth === null ? '' : showPartialDay(birth as PartialDay), unit].filter((t) => t !== '').map((t) => html`<br><span class="hint">${t}</span>`)}`

function listOf(v: QueueView, seen: Seen) {
  const mine = (p: PairLine) => p.handedTo === seen.actor.id
  return table<PairLine>({
    caption: 'Cặp hồ sơ',
    rows: v.lines,
    keys: true,
    href: (p) => `/trung-lap/${p.id}`,
    tone: (p) => (mine(p) ? 'picked' : null),
    columns: [
      { label: 'Hồ sơ A', kind: 'name', cell: (p) => who(p.nameA, p.birthA, p.unitA) },
      { label: 'Hồ sơ B', cell: (p) => who(p.nameB, p.birthB, p.unitB), phone: 'whole' },
      v.filter === 'cho'
        ? { label: 'Vì sao nghi', room: 'wide', cell: (p) => inShort(p.reasons), phone: 'whole' }
        : { label: 'Lý do', room: 'wide', cell: (p) => p.reason || inShort(p.reasons), phone: 'whole' },
      {
        label: v.filter === 'cho' ? 'Mức nghi' : 'Kết quả',
        kind: 'state',
        cell: (p) => (v.filter === 'cho' ? suspicion(p) : outcome(p, mine(p))),
      },
    ],
    empty: emptyState(emptyWords(v)),
  })
}

const suspicion = (p: PairLine) => state(SUSPICIONS[p.verdict].tone, SUSPICIONS[p.verdict].label)

function outcome(p: PairLine, mine: boolean) {
  const label = p.state === 'unsure' ? `Chuyển ${mine ? 'đến tôi' : (p.handedName ?? '')}` : PAIR_STATES[p.state].label
  return state(PAIR_STATES[p.state].tone, label)
}
