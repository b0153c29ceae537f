/** Trang một nhiệm vụ: original sentence, who leads, six-clear meter, progress of each body with evidence, history, form of progress. */
import { dayOf, showDay, showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns, facts, stack } from '../../../ui/card.ts'
import { progress } from '../../../ui/chart.ts'
import {
  dateField,
  fileField,
  hidden,
  numberField,
  radioField,
  selectField,
  textArea,
  textField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state, waitingFor } from '../../../ui/state.ts'
import { type Happening, timeline } from '../../../ui/timeline.ts'
import type { TaskRow } from '../views.ts'
import { type Progress, REPORTED_STATES, TASK_STATES } from '../words.ts'

/** What the page shows. */
export type TaskView = {
  row: TaskRow
  groupTitle: string
  clear: string
  reports: Progress[]
  history: Happening[]
  /** Bodies of the reader that may report. */
  reportFor: { id: string; name: string }[]
  canAssign: boolean
  canAccept: boolean
}

const evidenceList = (p: Progress): Html =>
  p.evidence.length === 0
    ? html`<p class="hint">Chưa có văn bản kèm theo.</p>`
    : html`<ul class="evidence">${p.evidence.map((e) => html`<li>${e.fileId ? html`<a href="${`/nhiem-vu/bang-chung/${e.id}`}">${e.number}</a>` : e.number} ngày ${showDay(e.issuedOn)}${e.title ? `, ${e.title}` : ''}</li>`)}</ul>`

function reportCard(p: Progress, v: TaskView, seen: Seen): Html {
  const label =
    p.state === 'hoan-thanh'
      ? p.acceptedAt
        ? 'Hoàn thành, đã xác nhận'
        : 'Báo hoàn thành'
      : REPORTED_STATES[p.state].label
  const accept =
    v.canAccept && p.state === 'hoan-thanh' && p.acceptedAt === null && p.unitId === v.row.task.leadUnitId
      ? html`<form method="post" action="${`/nhiem-vu/${v.row.task.code}/xac-nhan`}">${hidden('_csrf', seen.csrf)}${button({ label: 'Xác nhận hoàn thành', kind: 'main' })}</form>`
      : ''
  return html`<article class="report"><h3>${p.unitName}${p.unitId === v.row.task.leadUnitId ? ' (chủ trì)' : ''}</h3>
<p>${progress(p.percent / 100, `${p.percent}%`, { width: 160, showWords: true })} ${label} · ${showInstant(p.reportedAt)}, ${p.reporterName}</p><p class="prose">${p.result}</p>${evidenceList(p)}${accept}</article>`
}

function reportForm(v: TaskView, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  const t = seen.typed
  const own = v.reports.find((r) => r.unitId === v.reportFor[0]?.id)
  const unit =
    v.reportFor.length === 1
      ? hidden('unit', v.reportFor[0]?.id ?? '')
      : selectField({
          name: 'unit',
          label: 'Cơ quan',
          value: t.unit ?? null,
          options: v.reportFor.map((u) => ({ value: u.id, label: u.name })),
          error: wrong.unit,
        })
  return html`<form method="post" action="${`/nhiem-vu/${v.row.task.code}/tien-do`}" enctype="multipart/form-data" class="form" novalidate>${hidden('_csrf', seen.csrf)}${unit}
${radioField({ name: 'state', label: 'Tình hình', value: t.state ?? own?.state ?? 'dang-thuc-hien', options: Object.entries(REPORTED_STATES).map(([value, s]) => ({ value, label: s.label })), error: wrong.state })}
${numberField({ name: 'percent', label: 'Tiến độ', unit: '%', value: t.percent ?? own?.percent ?? '', error: wrong.percent })}
${textArea({ name: 'result', label: 'Kết quả đã làm được', value: t.result ?? '', rows: 4, maxLength: 4000, error: wrong.result })}
${textField({ name: 'number', label: 'Số văn bản chứng minh', optional: true, hint: 'Cần có khi báo hoàn thành. Ví dụ: 215/BC-SYT', value: t.number ?? '', size: 'medium', error: wrong.number })}
${dateField({ name: 'issuedOn', label: 'Ngày văn bản', optional: true, value: t.issuedOn ?? '', error: wrong.issuedOn })}
${fileField({ name: 'file', label: 'Tệp văn bản', optional: true, hint: 'PDF, Word, Excel hoặc ảnh, không quá 20 MB', error: wrong.file })}
<div class="actions">${button({ label: 'Lưu tiến độ', kind: 'main' })}</div></form>`
}

/** "Nhiệm vụ III.1.2 quá hạn 24 ngày, mới đạt 60%". */
function finding(v: TaskView, words: string): string {
  const { state: s, latest, task } = v.row
  const done = latest && !s.startsWith('hoan-thanh') ? `, đạt ${latest.percent}%` : ''
  return `Nhiệm vụ ${task.code} ${words.slice(0, 1).toLowerCase()}${words.slice(1)}${done}`
}

/** The page. */
export function taskPage(v: TaskView, seen: Seen): Drawn {
  const { task } = v.row
  const s = TASK_STATES[v.row.state]
  const words = v.row.state === 'qua-han' ? `Quá hạn ${v.row.daysLate} ngày` : s.label
  const waiting =
    v.row.state === 'cho-xac-nhan' && !v.canAccept && v.row.latest
      ? waitingFor('Sở Nội vụ xác nhận hoàn thành', showDay(dayOf(v.row.latest.reportedAt)))
      : ''
  const due = v.row.due ? showDay(v.row.due) : task.due.kind === 'continuous' ? 'Thường xuyên' : ''
  return {
    crumbs: [{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: task.code }],
    body: html`${head({
      title: finding(v, words),
      over: `${task.group}. ${v.groupTitle}`,
      state: state(s.tone, words),
      actions: v.canAssign
        ? linkButton({
            label: task.leadUnitId ? 'Giao lại' : 'Giao chủ trì',
            href: `/nhiem-vu/giao?code=${task.code}`,
            kind: task.leadUnitId ? 'plain' : 'main',
          })
        : '',
    })}${waiting}
${columns('aside', [
  stack(
    card({
      title: 'Tiến độ của các cơ quan',
      body:
        v.reports.length === 0
          ? html`<p>Chưa cơ quan nào báo tiến độ nhiệm vụ này.</p>`
          : html`${v.reports.map((r) => reportCard(r, v, seen))}`,
    }),
    v.reportFor.length > 0
      ? card({ title: 'Cập nhật tiến độ', id: 'cap-nhat', fit: 'narrow', body: reportForm(v, seen) })
      : '',
  ),
  stack(
    card({
      title: 'Nhiệm vụ được giao',
      body: facts([
        ['Chủ trì', v.row.leadName ?? (task.leadNamed.length > 0 ? `Văn bản ghi: ${task.leadNamed.join('; ')}` : '')],
        [
          'Phối hợp',
          v.row.coordinatorNames.length > 4
            ? `${v.row.coordinatorNames.slice(0, 3).join(', ')} và ${v.row.coordinatorNames.length - 3} cơ quan khác`
            : v.row.coordinatorNames.join(', '),
        ],
        ['Sản phẩm', task.product],
        ['Thời hạn', due],
        ['Mức rõ', v.clear],
      ]),
    }),
    card({
      title: 'Câu gốc trong kế hoạch',
      body: html`<blockquote>${task.text}</blockquote>`,
      foot: html`<a href="${`/ke-hoach/${task.code}`}">Xem trong kế hoạch</a>`,
    }),
    card({ title: 'Lịch sử', body: timeline(v.history) }),
  ),
])}`,
  }
}
