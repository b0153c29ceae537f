/** Trang danh sách nhiệm vụ: chips say what needs doing, one row per task, several ticked rows go to «Giao chủ trì». */
import { showDay } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import { type Chip, chips } from '../../../ui/chips.ts'
import { menuButton } from '../../../ui/dialog.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import type { TaskRow } from '../views.ts'
import { TASK_STATES } from '../words.ts'

/** Bộ lọc trong địa chỉ. */
export const FILTERS = [
  'tat-ca',
  'chua-ro',
  'qua-han',
  'sap-den-han',
  'dang-lam',
  'cho-xac-nhan',
  'hoan-thanh',
] as const
/** Một bộ lọc. */
export type Filter = (typeof FILTERS)[number]

/** What the list shows. */
export type TaskList = {
  programme: { number: string; title: string } | null
  groups: { no: string; title: string }[]
  rows: TaskRow[]
  counts: Record<Filter, number>
  filter: Filter
  own: boolean
  canAssign: boolean
  canUndo: boolean
}

const LABELS: Record<Filter, string> = {
  'tat-ca': 'Tất cả',
  'chua-ro': 'Chưa rõ chủ trì',
  'qua-han': 'Quá hạn',
  'sap-den-han': '7 ngày tới',
  'dang-lam': 'Đang thực hiện',
  'cho-xac-nhan': 'Chờ xác nhận',
  'hoan-thanh': 'Hoàn thành',
}

/** The opening of a task, cut at a word, for a row of a list. */
export function shortText(text: string, length = 150): string {
  if (text.length <= length) return text
  return `${text.slice(0, text.lastIndexOf(' ', length))}…`
}

function finding(v: TaskList): string {
  if (v.own)
    return v.rows.length === 0
      ? 'Cơ quan chưa được giao nhiệm vụ nào'
      : `Cơ quan tham gia ${v.counts['tat-ca']} nhiệm vụ của tỉnh`
  const unclear = v.counts['chua-ro']
  const late = v.counts['qua-han']
  if (unclear > 0)
    return `${unclear} trong ${v.counts['tat-ca']} nhiệm vụ chưa rõ cơ quan chủ trì${late > 0 ? `, ${late} nhiệm vụ quá hạn` : ''}`
  return late > 0
    ? `${late} nhiệm vụ quá hạn`
    : `${v.counts['tat-ca']} nhiệm vụ đều có cơ quan chủ trì, không nhiệm vụ nào quá hạn`
}

const TONES: Partial<Record<Filter, Chip['kind']>> = { 'chua-ro': 'soon', 'qua-han': 'late' }

function filters(v: TaskList): Chip[] {
  return FILTERS.filter((f) => f === 'tat-ca' || f === v.filter || v.counts[f] > 0).map((f) => {
    const kind = TONES[f]
    const own = v.own ? '&co-quan=toi' : ''
    return {
      label: LABELS[f],
      href: `/nhiem-vu?loc=${f}${own}`,
      count: v.counts[f],
      current: f === v.filter,
      ...(kind && v.counts[f] > 0 ? { kind } : {}),
    }
  })
}

function stateOf(r: TaskRow) {
  const s = TASK_STATES[r.state]
  return state(s.tone, r.state === 'qua-han' ? `Quá hạn ${r.daysLate} ngày` : s.label)
}

const dueWords = (r: TaskRow): string =>
  r.due
    ? `${showDay(r.due)}${r.task.due.kind === 'yearly' ? ' hằng năm' : ''}`
    : r.task.due.kind === 'continuous'
      ? 'Thường xuyên'
      : ''

function listOf(v: TaskList) {
  return table<TaskRow>({
    caption: 'Nhiệm vụ của kế hoạch',
    rows: v.rows,
    keys: true,
    href: (r) => `/nhiem-vu/${r.task.code}`,
    group: (r) => `${r.task.group}. ${v.groups.find((g) => g.no === r.task.group)?.title ?? ''}`,
    tone: (r) => (r.state === 'qua-han' ? 'late' : null),
    ...(v.canAssign
      ? {
          select: {
            name: 'code',
            form: 'giao',
            value: (r: TaskRow) => r.task.code,
            label: (r: TaskRow) => `Chọn nhiệm vụ ${r.task.code}`,
          },
        }
      : {}),
    columns: [
      { label: 'Mã', cell: (r) => r.task.code, room: 'tight' },
      { label: 'Nhiệm vụ', kind: 'name', room: 'wide', cell: (r) => shortText(r.task.text) },
      {
        label: 'Chủ trì',
        cell: (r) =>
          r.leadName ??
          (r.task.leadNamed.length > 0
            ? html`<span class="none">Văn bản ghi: ${r.task.leadNamed.join('; ')}</span>`
            : ''),
      },
      { label: 'Hạn', kind: 'day', cell: dueWords },
      {
        label: 'Tiến độ',
        kind: 'number',
        cell: (r) =>
          r.latest ? progress(r.latest.percent / 100, `${r.latest.percent}%`, { width: 64, showWords: true }) : '',
        phone: 'hide',
      },
      { label: 'Tình hình', kind: 'state', cell: stateOf },
    ],
    empty: 'Không có nhiệm vụ nào trong mục này.',
  })
}

/** What the list shows, for a file: codes, states and the filter in words. An empty list still exports its headings. */
export const exportOf = (v: TaskList) => ({
  codes: v.rows.length === 0 ? ['-'] : v.rows.map((r) => r.task.code),
  states: new Map(
    v.rows.map((r) => [r.task.code, r.state === 'qua-han' ? `Quá hạn ${r.daysLate} ngày` : TASK_STATES[r.state].label]),
  ),
  filter: [...(v.own ? ['nhiệm vụ của cơ quan'] : []), ...(v.filter === 'tat-ca' ? [] : [LABELS[v.filter]])].join(', '),
})

/** The kinds of file a list goes out in, with the filter that is on. */
function exportMenu(v: TaskList): Html {
  const query = `?loc=${v.filter}&co-quan=${v.own ? 'toi' : 'tat-ca'}`
  return menuButton('xuat', `Xuất ${v.rows.length} nhiệm vụ`, [
    html`<a href="${`/nhiem-vu/xuat/xlsx${query}`}" download>Danh mục nhiệm vụ (.xlsx)</a>`,
    html`<a href="${`/nhiem-vu/xuat/docx${query}`}" download>Phụ lục phân công (.docx)</a>`,
  ])
}

/** The page. */
export function taskListPage(v: TaskList, seen: Seen): Drawn {
  if (v.programme === null) {
    return html`${head({ title: 'Chưa có kế hoạch' })}${emptyState('Chưa có kế hoạch nào trong hệ thống nên chưa có nhiệm vụ.', seen.opens('/ke-hoach/doc') ? linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main' }) : '')}`
  }
  const actions = v.canAssign
    ? html`${v.canUndo ? html`<form method="post" action="/nhiem-vu/hoan-tac"><input type="hidden" name="_csrf" value="${seen.csrf}">${button({ label: 'Hoàn tác lần giao gần nhất' })}</form>` : ''}${button({ label: 'Giao chủ trì', kind: 'main', form: 'giao', data: { 'select-action': 'giao' } })}`
    : ''
  return {
    crumbs: [
      { label: `Kế hoạch ${v.programme.number}`, href: '/ke-hoach' },
      { label: v.own ? 'Nhiệm vụ của cơ quan' : 'Nhiệm vụ' },
    ],
    body: html`${head({ title: finding(v), actions: html`${v.rows.length === 0 ? '' : exportMenu(v)}${actions}` })}
${chips('Lọc nhiệm vụ', filters(v))}
<form id="giao" method="get" action="/nhiem-vu/giao"></form>
${card({ fit: 'flush', body: listOf(v) })}`,
  }
}
