/** Gia hạn: what the body asks for, and what Sở Nội vụ answers. Parts of the report's pages. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card, facts } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { csrfField, dateField, form, hidden, textArea, textField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { reasonNeeded } from '../../../ui/strings.ts'
import { canDraft, canRunPeriod } from '../rights.ts'
import { REASON_MAX } from '../rules/appraise.ts'
import { may } from '../rules/transitions.ts'
import type { ReportFile } from '../views/report.ts'
import { type ExtensionRequest, REQUEST_STATES } from '../words.ts'
import { hrefOf } from './report-frame.ts'
import { momentOf } from './standing.ts'

const stateWord = (r: ExtensionRequest): Html => state(REQUEST_STATES[r.state].shape, REQUEST_STATES[r.state].label)

/** What was asked and answered. */
const told = (r: ExtensionRequest): Html =>
  html`<li>${stateWord(r)} Xin nộp trước ngày ${showDay(r.until)}: ${r.reason}${r.document === '' ? '' : ` (văn bản ${r.document})`}<br><small>${r.askedBy}, ${momentOf(r.askedAt)}${
    r.answeredAt === null || r.state === 'rut'
      ? ''
      : html`. ${r.answeredBy}, ${momentOf(r.answeredAt)}: ${r.grantedUntil === null ? r.answer : `hạn mới trước ngày ${showDay(r.grantedUntil)}, theo ${r.answer}`}`
  }</small></li>`

const list = (requests: readonly ExtensionRequest[]): Html =>
  requests.length === 0 ? html`` : html`<ul class="plain-list">${requests.map(told)}</ul>`

/** The body's side: what waits, what was answered, and the form. */
export function askCard(f: ReportFile, requests: readonly ExtensionRequest[], seen: Seen): Html {
  const asks = may(f.obligation.state, 'gia-han') && canDraft.allows(seen.actor, f.unit.id)
  if (!asks && requests.length === 0) return html``
  const open = requests.find((r) => r.state === 'cho')
  const wrong = seen.refusal?.fields ?? {}
  const ask = disclosure(
    'Xin gia hạn',
    form({
      action: hrefOf(f, 'xin-gia-han'),
      csrf: seen.csrf,
      label: 'Xin gia hạn',
      body: html`${dateField({ name: 'until', label: 'Xin nộp trước ngày', hint: `Hạn đang áp dụng: trước ngày ${showDay(f.obligation.dueBefore)}`, value: seen.typed.until ?? '', error: wrong.until })}${textArea({ name: 'reason', id: 'o-ly-do-xin', label: 'Lý do', maxLength: REASON_MAX, rows: 3, value: seen.typed.until === undefined ? '' : (seen.typed.reason ?? ''), error: wrong.until === undefined ? wrong.reason : undefined })}${textField({ name: 'document', label: 'Số, ngày văn bản đề nghị', optional: true, value: seen.typed.document ?? '', error: wrong.document })}<div class="buttons">${button({ label: 'Gửi đề nghị gia hạn' })}</div>`,
    }),
    { open: wrong.until !== undefined || (seen.typed.until !== undefined && wrong.reason !== undefined) },
  )
  const withdraw =
    open === undefined || !asks
      ? ''
      : html`<form method="post" action="${hrefOf(f, 'rut-xin-gia-han')}">${csrfField(seen.csrf)}${hidden('request', open.id)}<div class="buttons">${button({ label: 'Rút đề nghị', kind: 'quiet' })}</div></form>`
  return card({
    title: 'Gia hạn',
    body: html`${list(requests)}${open === undefined ? (asks ? ask : '') : withdraw}${
      open === undefined ? '' : html`<p class="hint">Trong khi chờ trả lời, hạn nộp không đổi.</p>`
    }`,
  })
}

/** The side of Sở Nội vụ: the request that waits, with its two answers. */
export function answerCard(f: ReportFile, requests: readonly ExtensionRequest[], at: string, seen: Seen): Html {
  if (requests.length === 0) return html``
  const open = requests.find((r) => r.state === 'cho')
  const wrong = seen.refusal?.fields ?? {}
  if (open === undefined || !canRunPeriod.allows(seen.actor))
    return card({ title: 'Đề nghị gia hạn', body: list(requests) })
  const typed = seen.typed.answer
  const answer = (value: string, label: string, body: Html): Html =>
    disclosure(
      label,
      form({
        action: at,
        csrf: seen.csrf,
        label,
        body: html`${hidden('request', open.id)}${hidden('answer', value)}${body}`,
      }),
      { open: typed === value },
    )
  return card({
    title: 'Đề nghị gia hạn',
    body: html`${facts([
      ['Hạn đang áp dụng', `Trước ngày ${showDay(f.obligation.dueBefore)}`],
      ['Xin nộp trước ngày', showDay(open.until)],
      ['Lý do', open.reason],
      ['Văn bản', open.document],
      ['Người gửi', `${open.askedBy}, ${momentOf(open.askedAt)}`],
    ])}${answer(
      'chap-thuan',
      'Chấp thuận',
      html`${dateField({ name: 'dueBefore', id: 'o-han-chap-thuan', label: 'Hạn mới: trước ngày', optional: true, hint: `Để trống: như đề nghị, trước ngày ${showDay(open.until)}`, value: typed === 'chap-thuan' ? (seen.typed.dueBefore ?? '') : '', error: typed === 'chap-thuan' ? wrong.dueBefore : undefined })}${textField({ name: 'act', id: 'o-vb-chap-thuan', label: 'Số, ngày văn bản gia hạn', value: typed === 'chap-thuan' ? (seen.typed.act ?? '') : '', error: typed === 'chap-thuan' ? wrong.act : undefined })}<div class="buttons">${button({ label: 'Chấp thuận gia hạn', kind: 'main' })}</div>`,
    )}${answer(
      'tu-choi',
      'Không chấp thuận',
      html`${textArea({ name: 'reason', id: 'o-ly-do-tu-choi', label: 'Lý do', hint: reasonNeeded('không chấp thuận'), maxLength: REASON_MAX, rows: 3, value: typed === 'tu-choi' ? (seen.typed.reason ?? '') : '', error: typed === 'tu-choi' ? wrong.reason : undefined })}<div class="buttons">${button({ label: 'Trả lời không chấp thuận' })}</div>`,
    )}${list(requests.filter((r) => r !== open))}`,
  })
}
