/** Bảng điều hành: three questions answered without scrolling at 1366×625; the goals below, one line each. */
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { sparkline } from '../../../ui/chart.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { type StateKind, shape, state } from '../../../ui/state.ts'
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

/** Rows of each answer on the first screen. */
const SHOWN = 4

const RANK = {
  'cham-lo-trinh': 0,
  'chua-du-so-lieu': 1,
  'dung-lo-trinh': 2,
  dat: 3,
  'chua-co-nguon': 4,
  'het-doi-tuong': 5,
} as const

function spark(g: GoalLine): Html {
  const first = g.values[0]?.year
  if (first === undefined) return html``
  const steps = Math.max(1, (g.targetYear ?? g.values.at(-1)?.year ?? first) - first)
  const byYear = new Map(g.values.map((v) => [v.year, v.value]))
  return sparkline({
    label: `${g.name}: ${g.values.map((v) => `năm ${v.year} ${v.value}`).join(', ')}; mục tiêu ${g.target}`,
    values: Array.from({ length: steps + 1 }, (_, i) => byYear.get(first + i) ?? null),
    target: g.targetValue,
    steps: steps + 1,
  })
}

const behindOf = (v: BoardView): GoalLine[] => v.goals.filter((g) => g.standing === 'cham-lo-trinh')
const unsureOf = (v: BoardView): GoalLine[] =>
  v.goals.filter((g) => g.standing === 'chua-du-so-lieu' || g.standing === 'chua-co-nguon')
const lateBodies = (v: BoardView): number => new Set(v.late.map((l) => l.name)).size

function finding(v: BoardView): string {
  const behind = behindOf(v).length
  const bodies = lateBodies(v)
  const goals =
    behind > 0 ? `${behind} mục tiêu chậm so với lộ trình` : `${unsureOf(v).length} mục tiêu chưa đủ số liệu để dự báo`
  return `${goals}, ${bodies === 0 ? 'không cơ quan nào chậm' : `${bodies} cơ quan chậm`}`
}

type Row = { title: string; detail: string; href: string }

/** One question: the count, what is counted, the first rows of the answer. */
function answer(
  id: string,
  kind: StateKind,
  count: number,
  label: string,
  rows: readonly Row[],
  more: Html | string,
): Html {
  return card({
    id,
    body: html`<h2 class="${`answer tone-${kind}`}"><span class="figure-value">${shape(kind)}${count}</span> <span>${label}</span></h2>
${rows.length === 0 ? '' : html`<ul class="matters">${rows.slice(0, SHOWN).map((r) => html`<li><a href="${r.href}">${r.title}</a><small>${r.detail}</small></li>`)}</ul>`}`,
    foot: more,
  })
}

function answers(v: BoardView): Html {
  const behind = behindOf(v)
  const unsure = unsureOf(v)
  const decisions = v.matters.reduce((n, m) => n + m.count, 0)
  const bodies = lateBodies(v)
  return columns('three', [
    answer(
      'muc-tieu-cham',
      behind.length > 0 ? 'late' : 'ok',
      behind.length,
      'mục tiêu chậm so với lộ trình',
      behind.map((g) => ({
        title: g.name,
        detail: `${g.current} năm ${g.asOf.slice(-4)}, mục tiêu ${g.target}`,
        href: g.href,
      })),
      unsure.length > 0 ? html`${unsure.length} mục tiêu <a href="#muc-tieu">chưa đủ số liệu để dự báo</a>.` : '',
    ),
    answer(
      'cham',
      bodies > 0 ? 'late' : 'ok',
      bodies,
      'cơ quan chậm',
      v.late.map((l) => ({ title: l.name, detail: `${l.what}, quá hạn ${l.days} ngày`, href: l.href })),
      v.late.length > SHOWN
        ? html`Còn ${v.late.length - SHOWN} việc quá hạn trong <a href="${`/tong-hop/${v.period?.year ?? ''}?loc=qua-han`}">tổng hợp báo cáo</a>.`
        : v.late.length === 0
          ? 'Không báo cáo, nhiệm vụ nào quá hạn.'
          : '',
    ),
    answer(
      'quyet',
      decisions > 0 ? 'soon' : 'ok',
      decisions,
      'việc cần quyết',
      v.matters.map((m) => ({ title: m.what, detail: m.why, href: m.href })),
      decisions === 0 ? 'Không có việc nào chờ quyết.' : '',
    ),
  ])
}

const goalTable = (goals: readonly GoalLine[]): Html =>
  table<GoalLine>({
    caption: 'Mục tiêu có số liệu định lượng',
    rows: [...goals].sort((a, b) => RANK[a.standing] - RANK[b.standing]),
    href: (g) => g.href,
    columns: [
      { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (g) => g.name },
      { label: 'Gần nhất', kind: 'number', cell: (g) => (g.current ? html`<b>${g.current}</b>` : '') },
      { label: 'Năm', kind: 'number', cell: (g) => g.asOf.slice(-4), phone: 'hide' },
      { label: 'Mục tiêu', kind: 'number', cell: (g) => g.target },
      { label: 'Diễn biến', cell: spark, phone: 'hide', quiet: true },
      {
        label: 'Đánh giá',
        kind: 'state',
        cell: (g) =>
          state(STANDINGS[g.standing].tone, STANDINGS[g.standing].label, { plain: g.standing === 'chua-co-nguon' }),
      },
    ],
    empty: 'Kế hoạch chưa có mục tiêu nào có số liệu.',
  })

/** The page. */
export function boardPage(v: BoardView): Drawn {
  if (v.programme === null) {
    return html`${head({ title: 'Chưa có kế hoạch' })}${emptyState('Bảng điều hành có số liệu sau khi kế hoạch được đọc và ban hành vào hệ thống.', linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main' }))}`
  }
  const period = v.period
    ? `kỳ báo cáo năm ${v.period.year}: đã nộp ${v.period.sent}/${v.period.owed}, hạn trước ngày ${v.period.dueBefore}`
    : 'chưa mở kỳ báo cáo'
  return {
    body: html`${head({ title: finding(v), over: `Kế hoạch ${v.programme.number} · ${period}` })}
${answers(v)}
${card({ title: 'Mục tiêu của kế hoạch', id: 'muc-tieu', fit: 'flush', body: goalTable(v.goals), foot: 'Lộ trình: đường thẳng từ số liệu đầu đến mục tiêu. Chưa có dự báo nên chưa nêu khả năng đạt. Bấm vào mục tiêu để xem nguồn.' })}`,
  }
}
