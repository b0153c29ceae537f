/** Trang «Kiến nghị»: what is overdue first; who asks, who answers, by when, with which document. */
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { type Chip, chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { form, hidden, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { type Paging, table } from '../../../ui/table.ts'
import type { ProposalLine } from '../rules/listing.ts'
import type { ListView } from '../screens.ts'
import { PROPOSAL_STATES, STATES } from '../words.ts'
import { alikeHref, askersOf, gatherHref, ownerOf, PROPOSALS, proposalHref, stateOf } from './parts.ts'

const titleOf = (v: ListView): string => {
  if (v.all === 0) return `Năm ${v.year} chưa có kiến nghị nào`
  const waiting = v.counts.moi + v.counts['da-giao']
  const late = v.late > 0 ? `, ${showNumber(v.late)} quá hạn trả lời` : ''
  return waiting === 0
    ? `${showNumber(v.all)} kiến nghị năm ${v.year} đã được xử lý`
    : `${showNumber(waiting)} trong ${showNumber(v.all)} kiến nghị năm ${v.year} chưa xử lý xong${late}`
}

/** The address with conditions changed; the others stay. */
function address(v: ListView, change: Readonly<Record<string, string>>, path = PROPOSALS): string {
  const { asked } = v
  const now: Record<string, string> = {
    nam: String(v.year),
    'trang-thai': asked.state,
    'qua-han': asked.late ? 'co' : '',
    'don-vi': asked.unit,
    q: asked.q,
    ...change,
  }
  return `${path}?${new URLSearchParams(Object.entries(now).filter(([, value]) => value !== ''))}`
}

const filters = (v: ListView): Chip[] => [
  {
    label: 'Tất cả',
    count: v.all,
    href: address(v, { 'trang-thai': '', 'qua-han': '' }),
    current: v.asked.state === '' && !v.asked.late,
  },
  {
    label: 'Quá hạn',
    count: v.late,
    href: address(v, { 'trang-thai': '', 'qua-han': 'co' }),
    current: v.asked.late,
    ...(v.late > 0 ? { kind: 'late' as const } : {}),
  },
  ...PROPOSAL_STATES.map((s) => ({
    label: STATES[s].label,
    count: v.counts[s],
    href: address(v, { 'trang-thai': s, 'qua-han': '' }),
    current: v.asked.state === s && !v.asked.late,
  })),
]

function filterForm(v: ListView): Html {
  const { asked } = v
  return disclosure(
    'Lọc thêm',
    form({
      method: 'get',
      action: PROPOSALS,
      label: 'Lọc danh sách kiến nghị',
      wide: true,
      body: html`${asked.state === '' ? '' : hidden('trang-thai', asked.state)}${asked.late ? hidden('qua-han', 'co') : ''}<div class="row-fields">${textField({ name: 'q', label: 'Nội dung, mã, văn bản', size: 'medium', value: asked.q, optional: true })}${selectField({ name: 'don-vi', label: 'Cơ quan kiến nghị hoặc trả lời', blank: 'Mọi cơ quan', options: v.units, value: asked.unit })}${hidden('nam', String(v.year))}${button({ label: 'Lọc danh sách', kind: 'plain' })}</div>`,
    }),
    { open: asked.q !== '' || asked.unit !== '' },
  )
}

/** The years there are reports of, when there is a choice. */
const yearChips = (v: ListView): Html | '' =>
  v.years.length < 2
    ? ''
    : chips(
        'Lọc theo năm',
        v.years.map((y) => ({ label: `Năm ${y}`, href: `${PROPOSALS}?nam=${y}`, current: y === v.year })),
      )

const pagingOf = (v: ListView): Paging => ({
  from: v.offset + 1,
  to: v.offset + v.lines.length,
  total: v.found,
  noun: 'kiến nghị',
  note: 'quá hạn đứng đầu',
  ...(v.offset > 0 ? { previous: address(v, { trang: v.page > 2 ? String(v.page - 1) : '' }) } : {}),
  ...(v.offset + v.lines.length < v.found ? { next: address(v, { trang: String(v.page + 1) }) } : {}),
})

const rows = (v: ListView): Html =>
  table<ProposalLine>({
    caption: `Kiến nghị năm ${v.year}`,
    rows: v.lines,
    keys: true,
    ...(v.found > v.lines.length ? { paging: pagingOf(v) } : {}),
    href: (p) => proposalHref(p.code),
    tone: (p) => (p.daysLate > 0 ? 'late' : null),
    empty: 'Không có kiến nghị nào theo điều kiện đang lọc.',
    columns: [
      {
        label: 'Kiến nghị',
        kind: 'name',
        room: 'wide',
        cell: (p) =>
          html`${p.text.length > 180 ? `${p.text.slice(0, p.text.lastIndexOf(' ', 180))}…` : p.text}<br><small>${p.code}${p.addressee === '' ? '' : html` · với ${p.addressee}`}</small>`,
      },
      { label: 'Cơ quan kiến nghị', cell: askersOf },
      { label: 'Cơ quan trả lời', cell: ownerOf },
      { label: 'Trạng thái', kind: 'state', cell: stateOf },
      { label: 'Văn bản', spare: true, phone: 'hide', cell: (p) => p.document },
    ],
  })

/** The page. */
export function listPage(v: ListView): Drawn {
  const keep = v.mayKeep
    ? html`${v.all === 0 ? '' : linkButton({ label: 'Gợi ý gộp', href: alikeHref(v.year) })}${linkButton({ label: 'Tập hợp kiến nghị', href: gatherHref(v.year), kind: 'main', icon: 'collect' })}`
    : ''
  const actions = html`${v.all === 0 ? '' : linkButton({ label: 'Tải Excel', href: address(v, {}, `${PROPOSALS}/xuat`), icon: 'download' })}${keep}`
  const top = head({ title: titleOf(v), actions })
  if (v.all === 0)
    return html`${top}${yearChips(v)}${emptyState(
      v.mayKeep
        ? 'Kiến nghị được lấy từ mục 5 của báo cáo đã duyệt, bằng một lần bấm.'
        : 'Kiến nghị trong báo cáo của cơ quan hiện ở đây sau khi Sở Nội vụ duyệt báo cáo và tập hợp.',
    )}`
  return html`${top}
${yearChips(v)}
${chips('Lọc theo trạng thái', filters(v))}
${filterForm(v)}
${card({ fit: 'flush', body: rows(v) })}`
}
