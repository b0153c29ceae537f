/** Bảng điều hành: three questions answered without scrolling at 1366×625; the goals below, one line each. */

import { showDay } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { type StateKind, shape, state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { type Course, expectedWords, figureWords, PROGRESS } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'
import { isUnsure, willMiss, worstFirst } from '../rules/outlook.ts'
import { spark } from './spark.ts'

/** Cơ quan chậm. */
export type Late = {
  name: string
  what: string
  days: number
  href: string
  of: keyof typeof LATE_KINDS
  /** Where everything late of its kind stands. */
  all: string
}
const LATE_KINDS = { report: 'báo cáo', task: 'nhiệm vụ' } as const
/** Việc cần quyết. */
export type Matter = { what: string; why: string; href: string; count: number }

/** What the page shows. */
export type BoardView = {
  programme: { number: string; title: string } | null
  goals: readonly Course[]
  late: Late[]
  matters: Matter[]
  period: { year: number; title: string; dueBefore: string; sent: number; owed: number } | null
  asOf: string
}

/** Rows of each answer on the first screen. */
const SHOWN = 4

const lateBodies = (v: BoardView): number => new Set(v.late.map((l) => l.name)).size

function finding(v: BoardView): string {
  const behind = v.goals.filter(willMiss).length
  const bodies = lateBodies(v)
  const goals =
    behind > 0
      ? `${behind} mục tiêu dự kiến không đạt`
      : `${v.goals.filter(isUnsure).length} mục tiêu chưa đủ số liệu để kết luận`
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

/** What else is late, by where all of it stands. */
function moreLate(rest: readonly Late[]): Html | string {
  if (rest.length === 0) return ''
  const kinds = Map.groupBy(rest, (l) => l.of)
  const parts = [...kinds].map(
    ([of, list], n) => html`${n > 0 ? ', ' : ''}<a href="${list[0]?.all}">${list.length} ${LATE_KINDS[of]}</a>`,
  )
  return html`Còn ${parts} quá hạn.`
}

function answers(v: BoardView): Html {
  const behind = worstFirst(v.goals.filter(willMiss))
  const unsure = v.goals.filter(isUnsure)
  const decisions = v.matters.reduce((n, m) => n + m.count, 0)
  const bodies = lateBodies(v)
  return columns('three', [
    answer(
      'muc-tieu-cham',
      behind.length > 0 ? 'late' : 'ok',
      behind.length,
      'mục tiêu dự kiến không đạt',
      behind.map((c) => ({
        title: c.indicator.name,
        detail: `${figureWords(c.reading)}, mục tiêu ${targetWords(c.indicator)}. ${expectedWords(c.expected, c.indicator.byYear)}`,
        href: goalHref(c),
      })),
      unsure.length > 0 ? html`${unsure.length} mục tiêu <a href="#muc-tieu">chưa đủ số liệu để kết luận</a>.` : '',
    ),
    answer(
      'cham',
      bodies > 0 ? 'late' : 'ok',
      bodies,
      'cơ quan chậm',
      v.late.map((l) => ({ title: l.name, detail: `${l.what}, quá hạn ${l.days} ngày`, href: l.href })),
      v.late.length === 0 ? 'Không báo cáo, nhiệm vụ nào quá hạn.' : moreLate(v.late.slice(SHOWN)),
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

const goalHref = (c: Course): string => `/muc-tieu/${c.indicator.code}`

const goalTable = (goals: readonly Course[]): Html =>
  table<Course>({
    caption: 'Mục tiêu có số liệu định lượng',
    rows: worstFirst(goals),
    href: goalHref,
    columns: [
      { label: 'Mục tiêu', kind: 'name', room: 'wide', cell: (c) => c.indicator.name },
      {
        label: 'Hiện có',
        cell: (c) =>
          c.reading.low === null
            ? html`<span class="none">${figureWords(c.reading)}</span>`
            : html`<span><b>${figureWords(c.reading)}</b>${c.reading.dataOf === null ? '' : html`<br><small>đến ${showDay(c.reading.dataOf)}</small>`}</span>`,
      },
      { label: 'Đích', cell: (c) => targetWords(c.indicator) },
      { label: 'Diễn biến', cell: spark, phone: 'hide', quiet: true },
      {
        label: 'Mức tiến độ',
        kind: 'state',
        cell: (c) =>
          state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: c.progress === 'chua-co-nguon' }),
      },
      {
        label: 'Dự kiến',
        spare: true,
        cell: (c) => (c.reading.low === null ? '' : expectedWords(c.expected, c.indicator.byYear)),
      },
    ],
    empty: 'Kế hoạch chưa có mục tiêu nào có số liệu.',
  })

/** The page. */
export function boardPage(v: BoardView, seen: Seen): Drawn {
  if (v.programme === null) {
    return html`${head({ title: 'Chưa có kế hoạch' })}${emptyState('Bảng điều hành có số liệu sau khi kế hoạch được đọc và ban hành vào hệ thống.', seen.opens('/ke-hoach/doc') ? linkButton({ label: 'Đọc kế hoạch từ tệp Word', href: '/ke-hoach/doc', kind: 'main' }) : '')}`
  }
  const period = v.period
    ? `${midSentence(v.period.title)}: đã nộp ${v.period.sent}/${v.period.owed}, hạn trước ngày ${v.period.dueBefore}`
    : 'chưa mở kỳ báo cáo'
  return {
    body: html`${head({ title: finding(v), over: `Kế hoạch ${v.programme.number} · ${period}`, actions: html`${linkButton({ label: 'Thay đổi', href: '/dieu-hanh/thay-doi', icon: 'audit' })}${linkButton({ label: 'In tóm tắt', href: '/dieu-hanh/tom-tat', icon: 'print' })}` })}
${answers(v)}
${card({ title: 'Mục tiêu của kế hoạch', id: 'muc-tieu', fit: 'flush', body: goalTable(v.goals), foot: html`Mức tiến độ theo <a href="/muc-tieu/cach-danh-gia">cách đánh giá đã công bố</a>. Năm dự kiến theo đà từ số liệu gốc, chưa phải dự báo có xác suất.` })}`,
  }
}
