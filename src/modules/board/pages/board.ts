/** Bảng điều hành: three questions answered without scrolling at 1366×625. */

import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns, figures } from '../../../ui/card.ts'
import { sparkline } from '../../../ui/chart.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type GoalLine, STANDINGS } from '../words.ts'

/** Cơ quan chậm. */
export type Late = { name: string; what: string; days: number; href: string }
/** Việc cần quyết. */
export type Matter = { what: string; why: string; href: string; count: number }

/** What the page shows. */
export type BoardView = {
  programme: { number: string; title: string } | null
  goals: GoalLine[]
  late: Late[]
  matters: Matter[]
  period: { year: number; dueBefore: string; sent: number; owed: number } | null
  asOf: string
}

const RANK = {
  'cham-lo-trinh': 0,
  'chua-du-so-lieu': 1,
  'chua-co-nguon': 2,
  'het-doi-tuong': 4,
  'dung-lo-trinh': 3,
  dat: 5,
} as const

function spark(g: GoalLine): Html {
  if (g.values.length === 0) return html``
  const first = g.values[0]?.year ?? 0
  const last = g.targetYear ?? g.values.at(-1)?.year ?? first
  const byYear = new Map(g.values.map((v) => [v.year, v.value]))
  const steps = Math.max(1, last - first)
  const values = Array.from({ length: steps + 1 }, (_, i) => byYear.get(first + i) ?? null)
  return sparkline({
    label: `${g.name}: ${g.values.map((v) => `${v.year} ${v.value}`).join(', ')}; mục tiêu ${g.target}`,
    values,
    target: g.targetValue,
    steps: steps + 1,
  })
}

function finding(v: BoardView): string {
  const behind = v.goals.filter((g) => g.standing === 'cham-lo-trinh').length
  const blind = v.goals.filter((g) => g.standing === 'chua-co-nguon').length
  const bodies = new Set(v.late.map((l) => l.name)).size
  const goals =
    behind > 0
      ? `${behind} mục tiêu chậm so với lộ trình`
      : blind > 0
        ? `${blind} mục tiêu chưa có nguồn số liệu`
        : 'Không mục tiêu nào chậm so với lộ trình'
  return `${goals}, ${bodies === 0 ? 'không cơ quan nào chậm' : `${bodies} cơ quan chậm`}`
}

const goalTable = (goals: readonly GoalLine[]): Html =>
  table<GoalLine>({
    caption: 'Mục tiêu có số liệu định lượng',
    rows: [...goals].sort((a, b) => RANK[a.standing] - RANK[b.standing]),
    href: (g) => g.href,
    columns: [
      { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (g) => g.name },
      {
        label: 'Gần nhất',
        kind: 'number',
        cell: (g) => (g.current ? html`<b>${g.current}</b> <small>${g.asOf.slice(-4)}</small>` : ''),
      },
      { label: 'Mục tiêu', kind: 'number', cell: (g) => g.target },
      { label: 'Diễn biến', cell: spark, phone: 'hide', quiet: true },
      {
        label: 'Đánh giá',
        kind: 'state',
        cell: (g) => state(STANDINGS[g.standing].tone, STANDINGS[g.standing].label, { plain: true }),
      },
    ],
    empty: 'Kế hoạch chưa có mục tiêu nào có số liệu.',
  })

const lateTable = (late: readonly Late[]): Html =>
  table<Late>({
    caption: 'Cơ quan chậm',
    rows: late.slice(0, 6),
    href: (l) => l.href,
    columns: [
      { label: 'Cơ quan', kind: 'name', cell: (l) => l.name },
      { label: 'Việc', room: 'wide', cell: (l) => l.what },
      { label: 'Quá hạn', kind: 'number', unit: 'ngày', cell: (l) => String(l.days) },
    ],
    empty: 'Không có cơ quan nào chậm.',
  })

const matterList = (list: readonly Matter[]): Html =>
  list.length === 0
    ? html`<p>Không có việc nào chờ quyết.</p>`
    : html`<ul class="matters">${list.map((m) => html`<li><a href="${m.href}">${m.what}</a><small>${m.why}</small></li>`)}</ul>`

/** The page. */
export function boardPage(v: BoardView): Drawn {
  if (v.programme === null) {
    return html`${head({ title: 'Chưa có kế hoạch' })}${emptyState('Bảng điều hành có số liệu sau khi kế hoạch được đọc và ban hành vào hệ thống.', linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main' }))}`
  }
  const behind = v.goals.filter((g) => g.standing === 'cham-lo-trinh')
  const blind = v.goals.filter((g) => g.standing === 'chua-co-nguon' || g.standing === 'chua-du-so-lieu').length
  const bodies = new Set(v.late.map((l) => l.name)).size
  const decisions = v.matters.reduce((n, m) => n + m.count, 0)
  return {
    layout: 'wide',
    body: html`${head({ title: finding(v), over: `Kế hoạch ${v.programme.number} · ${v.period ? `kỳ báo cáo năm ${v.period.year}: đã nộp ${v.period.sent}/${v.period.owed}, hạn trước ngày ${v.period.dueBefore}` : 'chưa mở kỳ báo cáo'}` })}
${figures([
  {
    value: String(behind.length),
    label: 'mục tiêu chậm so với lộ trình',
    detail:
      behind.length > 0
        ? behind
            .map((g) => g.name)
            .slice(0, 2)
            .join('; ')
        : `${blind} mục tiêu chưa đủ số liệu`,
    href: '/chi-tieu',
    kind: behind.length > 0 ? 'late' : 'ok',
  },
  {
    value: String(bodies),
    label: 'cơ quan chậm',
    detail: bodies > 0 ? `${v.late.length} báo cáo, nhiệm vụ quá hạn` : 'Không báo cáo, nhiệm vụ nào quá hạn',
    href: '#cham',
    kind: bodies > 0 ? 'late' : 'ok',
  },
  {
    value: String(decisions),
    label: 'việc cần quyết',
    detail: v.matters[0]?.what ?? 'Không có việc nào chờ quyết',
    href: '#quyet',
    kind: decisions > 0 ? 'soon' : 'ok',
  },
])}
${columns('aside', [
  card({
    title: 'Mục tiêu của kế hoạch',
    fit: 'flush',
    body: goalTable(v.goals),
    foot: 'Lộ trình: đường thẳng từ số liệu đầu đến mục tiêu. Bấm vào mục tiêu để xem nguồn và cách tính.',
  }),
  html`${card({ title: 'Việc cần quyết', id: 'quyet', body: matterList(v.matters) })}${card({ title: 'Cơ quan chậm', id: 'cham', fit: 'flush', body: lateTable(v.late), foot: v.late.length > 6 ? html`Còn ${v.late.length - 6} dòng trong <a href="/tong-hop">tổng hợp báo cáo</a>.` : '' })}`,
])}`,
  }
}
