/** Trang đôn đốc: the late bodies ready ticked, one button to the letter; letters already composed below. */
import { showDay, showInstant } from '../../../kernel/day.ts'
import { midSentence } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { csrfField, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'
import { emptyState } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import { table } from '../../../ui/table.ts'
import { paperPreview } from '../../documents/public.ts'
import { HREF, STATES } from '../../reporting/public.ts'
import type { LateRow } from '../letter.ts'
import { urgeHref } from '../rules/urge-href.ts'
import type { Letter } from '../views.ts'

/** What the page shows. */
export type UrgeView = {
  regime: string
  year: number
  title: string
  late: LateRow[]
  letters: Letter[]
  dueBefore: string | null
  asOf: string
}

const lateTable = (v: UrgeView) =>
  table<LateRow>({
    caption: `Cơ quan quá hạn ${midSentence(v.title)}`,
    rows: v.late,
    keys: true,
    group: (r) => r.group,
    select: {
      name: 'units',
      form: 'soan',
      value: (r) => r.obligation.unitId,
      label: (r) => `Chọn ${r.obligation.unitName}`,
      checked: () => true,
    },
    columns: [
      { label: 'Cơ quan', kind: 'name', room: 'wide', cell: (r) => r.obligation.unitName },
      {
        label: 'Trạng thái',
        kind: 'state',
        cell: (r) => state(STATES[r.obligation.state].shape, STATES[r.obligation.state].label),
      },
      { label: 'Quá hạn', kind: 'number', unit: 'ngày', cell: (r) => String(r.obligation.daysOverdue) },
      { label: 'Đã nhắc', kind: 'number', unit: 'lần', cell: (r) => String(r.reminders) },
      { label: 'Phụ trách', cell: (r) => [r.officer, r.phone].filter(Boolean).join(', ') },
    ],
    empty: 'Không có cơ quan nào quá hạn.',
  })

const letterTable = (letters: readonly Letter[]) =>
  table<Letter>({
    caption: 'Công văn đã soạn',
    rows: letters,
    href: (l) => urgeHref(l, l.id),
    columns: [
      { label: 'Công văn', kind: 'name', room: 'wide', cell: (l) => `Công văn đôn đốc ngày ${showDay(l.madeOn)}` },
      { label: 'Số cơ quan', kind: 'number', cell: (l) => String(l.unitIds.length) },
      { label: 'Số liệu đến', kind: 'day', cell: (l) => showInstant(l.asOf) },
      { label: 'Người soạn', cell: (l) => l.madeBy },
    ],
    empty: 'Chưa soạn công văn nào trong kỳ này.',
  })

const logLink = (v: UrgeView) => linkButton({ label: 'Xem nhật ký đôn đốc', href: urgeHref(v, 'nhat-ky') })

/** The page. */
export function urgePage(v: UrgeView, seen: Seen): Drawn {
  const some = v.late.length > 0
  return {
    crumbs: [{ label: `Tổng hợp: ${midSentence(v.title)}`, href: HREF.collection(v) }, { label: 'Đôn đốc' }],
    body: html`${head({
      title: some
        ? `${v.late.length} cơ quan quá hạn ${midSentence(v.title)}`
        : `Không có cơ quan nào quá hạn ${midSentence(v.title)}`,
      lead: v.dueBefore ? `Hạn gửi: trước ngày ${v.dueBefore}. Danh sách tính đến ${v.asOf}.` : '',
      actions: some
        ? html`${logLink(v)}<form id="soan" method="post" action="${urgeHref(v)}">${csrfField(seen.csrf)}${hidden('year', String(v.year))}${button({ label: 'Soạn công văn', kind: 'main', icon: 'letter' })}</form>`
        : logLink(v),
    })}
${stack(
  some
    ? card({ fit: 'flush', body: lateTable(v) })
    : emptyState(
        'Mọi cơ quan phải báo cáo đã nộp hoặc còn hạn.',
        linkButton({ label: 'Xem tổng hợp báo cáo', href: HREF.collection(v) }),
      ),
  v.letters.length > 0 ? card({ title: 'Công văn đã soạn', fit: 'flush', body: letterTable(v.letters) }) : '',
)}`,
  }
}

/** The letter on A4, to be read before it is taken as Word. */
export function letterPage(l: Letter): Drawn {
  return {
    crumbs: [{ label: 'Đôn đốc', href: urgeHref(l) }, { label: `Công văn ngày ${showDay(l.madeOn)}` }],
    body: html`${head({
      title: `Công văn đôn đốc gửi ${l.unitIds.length} cơ quan`,
      lead: `Số liệu tính đến ${showInstant(l.asOf)}. Số văn bản để trống, văn thư ghi khi phát hành.`,
      actions: linkButton({
        label: 'Tải .docx',
        href: urgeHref(l, `${l.id}/tep`),
        kind: 'main',
        icon: 'download',
      }),
    })}${paperPreview(l.paper)}`,
  }
}
