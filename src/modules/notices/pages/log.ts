/** Nhật ký đôn đốc: how often each body was reminded by which way, and line by line what one body was told. */
import { showInstant } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { HREF } from '../../reporting/public.ts'
import { urgeHref } from '../rules/urge-href.ts'
import type { LogCount, LogLine } from '../views.ts'
import { MAIL_STATES, STEPS, WAYS, type Way } from '../words.ts'

/** One body of the log. */
export type LogBody = LogCount & { unitCode: string; unitName: string }

/** Kỳ được đôn đốc. */
type Of = { readonly regime: string; readonly year: number; readonly title: string }

/** What the pages show. */
export type LogView = Of & { bodies: LogBody[]; page: number; pages: number; total: number }

/** The log of one body. */
export type BodyLogView = Of & { unitCode: string; unitName: string; lines: LogLine[] }

/** Rows of one page. */
export const LOG_ROWS = 100

const logPath = (of: Of, page = ''): string => urgeHref(of, page === '' ? 'nhat-ky' : `nhat-ky/${page}`)
const crumbs = (of: Of) => [
  { label: `Tổng hợp: ${midSentence(of.title)}`, href: HREF.collection(of) },
  { label: 'Đôn đốc', href: urgeHref(of) },
]

/** Counts per body. */
export function logPage(v: LogView): Drawn {
  const from = (v.page - 1) * LOG_ROWS
  const at = (page: number) => `${logPath(v)}?trang=${page}`
  return {
    crumbs: [...crumbs(v), { label: 'Nhật ký đôn đốc' }],
    body: html`${head({
      title:
        v.total === 0
          ? `Chưa nhắc cơ quan nào về ${midSentence(v.title)}`
          : `Đã nhắc ${v.total} cơ quan về ${midSentence(v.title)}`,
      lead: 'Mỗi bậc nhắc của một thời hạn gửi một lần: trước hạn 30, 15, 7, 3, 1 ngày; sau hạn 1, 3, 7 ngày. Sau hạn 3 ngày báo cả thủ trưởng; sau hạn 7 ngày hệ thống soạn công văn.',
    })}
${card({
  fit: 'flush',
  body: table<LogBody>({
    caption: `Số lần đôn đốc ${midSentence(v.title)}`,
    rows: v.bodies,
    keys: true,
    href: (b) => logPath(v, encodeURIComponent(b.unitCode)),
    columns: [
      { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (b) => b.unitName },
      { label: WAYS['trong-he-thong'].label, kind: 'number', unit: 'lần', cell: (b) => String(b.inside) },
      { label: WAYS.thu.label, kind: 'number', unit: 'thư', cell: (b) => String(b.mails) },
      { label: WAYS['cong-van'].label, kind: 'number', unit: 'văn bản', cell: (b) => String(b.letters) },
      { label: 'Lần gần nhất', kind: 'day', cell: (b) => showInstant(b.last) },
    ],
    empty: 'Chưa gửi nhắc nào trong kỳ này.',
    ...(v.pages > 1
      ? {
          paging: {
            from: from + 1,
            to: from + v.bodies.length,
            total: v.total,
            noun: 'cơ quan',
            ...(v.page > 1 ? { previous: at(v.page - 1) } : {}),
            ...(v.page < v.pages ? { next: at(v.page + 1) } : {}),
          },
        }
      : {}),
  }),
})}`,
  }
}

function bodyTitle(v: BodyLogView): string {
  const count = (way: Way) => v.lines.filter((l) => l.way === way).length
  const parts = [
    [count('trong-he-thong'), 'lần nhắc'],
    [count('thu'), 'thư'],
    [count('cong-van'), 'công văn'],
  ].flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`]))
  return parts.length === 0 ? `Chưa đôn đốc ${v.unitName}` : `Đôn đốc ${v.unitName}: ${parts.join(', ')}`
}

const about = (l: LogLine): string => (l.step === null ? 'Đôn đốc bằng văn bản' : `Bậc nhắc: ${STEPS[l.step].label}`)

/** Lines of one body. */
export function bodyLogPage(v: BodyLogView): Drawn {
  return {
    crumbs: [...crumbs(v), { label: 'Nhật ký đôn đốc', href: logPath(v) }, { label: v.unitName }],
    body: html`${head({
      title: bodyTitle(v),
      lead: `Về ${midSentence(v.title)}, lần gần nhất đứng trên.`,
      actions: linkButton({ label: 'Xem báo cáo', href: HREF.collection(v) }),
    })}
${card({
  fit: 'flush',
  body: table<LogLine>({
    caption: `Nhật ký đôn đốc ${v.unitName}`,
    rows: v.lines,
    href: (l) => (l.letterId === null ? null : urgeHref(v, l.letterId)),
    columns: [
      { label: 'Nội dung', kind: 'name', cell: about },
      { label: 'Lúc', kind: 'day', cell: (l) => showInstant(l.at) },
      { label: 'Cách nhắc', cell: (l) => WAYS[l.way].label },
      {
        label: 'Người được nhắc',
        room: 'wide',
        cell: (l) =>
          l.way === 'cong-van'
            ? 'Thủ trưởng cơ quan'
            : l.people.filter(Boolean).join(', ') || 'Chưa có người phụ trách',
      },
      {
        label: 'Tình trạng',
        kind: 'state',
        cell: (l) =>
          l.way === 'cong-van'
            ? state('wait', 'Đã soạn')
            : l.state === null
              ? state('done', 'Đã báo')
              : state(MAIL_STATES[l.state].shape, MAIL_STATES[l.state].label),
      },
    ],
    empty: 'Chưa nhắc lần nào.',
  }),
})}`,
  }
}
