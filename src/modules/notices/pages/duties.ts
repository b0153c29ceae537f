/** Trang Việc của tôi: what is owed, most urgent first, with days left; what waits for others apart. */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import { type Chip, chips } from '../../../ui/chips.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { NOTHING_DUE } from '../../../ui/strings.ts'
import { table } from '../../../ui/table.ts'
import { type DutyFilter, groupOf } from '../rules/duties.ts'
import { DUTY_GROUPS, type Duty } from '../words.ts'

/** What the page shows. */
export type DutiesView = {
  duties: Duty[]
  counts: Record<DutyFilter, number>
  filter: DutyFilter
  decides: boolean
  /** Sentence about the next deadline when nothing is due. */
  nextPeriod: string | null
}

const FILTERS: readonly { id: DutyFilter; label: string; kind?: NonNullable<Chip['kind']> }[] = [
  { id: 'tat-ca', label: 'Tất cả' },
  { id: 'qua-han', label: 'Quá hạn', kind: 'late' },
  { id: 'tra-lai', label: 'Trả lại', kind: 'back' },
  { id: 'cho-toi-duyet', label: 'Chờ tôi quyết', kind: 'wait' },
  { id: '7-ngay', label: '7 ngày tới', kind: 'soon' },
  { id: 'cho', label: 'Chờ người khác' },
]

function finding(v: DutiesView): string {
  const { counts } = v
  if (counts['tat-ca'] === counts.cho)
    return counts.cho === 0 ? 'Không còn việc nào' : 'Không còn việc nào phải làm, các việc khác đang chờ người khác'
  if (counts['qua-han'] > 0)
    return `${counts['qua-han']} việc quá hạn${counts['7-ngay'] > 0 ? `, ${counts['7-ngay']} việc trong 7 ngày tới` : ''}`
  if (counts['cho-toi-duyet'] > 0) return `${counts['cho-toi-duyet']} việc chờ quyết định`
  if (counts['tra-lai'] > 0) return `${counts['tra-lai']} báo cáo được trả lại cần sửa`
  return counts['7-ngay'] > 0
    ? `${counts['7-ngay']} việc đến hạn trong 7 ngày tới`
    : `${counts['tat-ca'] - counts.cho} việc, chưa việc nào đến hạn trong 7 ngày`
}

const dueWords = (d: Duty): string => {
  if (d.daysLate > 0) return `quá ${d.daysLate} ngày`
  if (d.daysLeft === null) return d.due ? showDay(d.due) : ''
  return d.daysLeft === 0 ? 'hết hôm nay' : `còn ${d.daysLeft} ngày`
}

/** The page. */
export function dutiesPage(v: DutiesView): Drawn {
  const shown = FILTERS.filter((f) => f.id === 'tat-ca' || f.id === v.filter || v.counts[f.id] > 0)
  return {
    body: html`${head({ title: finding(v) })}
${chips(
  'Lọc việc',
  shown.map((f) => ({
    label: f.label,
    href: `/viec?loc=${f.id}`,
    count: v.counts[f.id],
    current: f.id === v.filter,
    ...(f.kind && v.counts[f.id] > 0 ? { kind: f.kind } : {}),
  })),
)}
${card({
  fit: 'flush',
  body: table<Duty>({
    caption: 'Việc của tôi',
    rows: v.duties,
    keys: true,
    href: (d) => d.href,
    group: (d) => DUTY_GROUPS[groupOf(d)].label,
    tone: (d) => (d.waitsFor === null && d.daysLate > 0 ? 'late' : d.returned ? 'back' : null),
    columns: [
      { label: 'Việc', kind: 'name', room: 'wide', cell: (d) => d.title },
      { label: 'Nội dung', room: 'wide', cell: (d) => d.detail, phone: 'whole' },
      { label: 'Thời hạn', kind: 'day', cell: dueWords },
      {
        label: 'Tình trạng',
        kind: 'state',
        cell: (d) => state(d.state.tone, d.waitsFor ? `Chờ ${d.waitsFor}` : d.state.words),
      },
    ],
    empty: html`${NOTHING_DUE}${v.nextPeriod ? html` ${v.nextPeriod}` : ''}`,
  }),
})}`,
  }
}
