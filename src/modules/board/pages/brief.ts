/**
 * Tóm tắt cho cuộc họp: two A4 pages, made for the printer: the first answers the three questions, the second lists every goal. Charts
 * read in grey; the day of the figures stands on both pages.
 */

import { showDay } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { expectedWords, figureWords, PROGRESS } from '../../goals/public.ts'
import { targetWords } from '../../indicators/public.ts'
import { isUnsure, willMiss, worstFirst } from '../rules/outlook.ts'
import type { BoardView } from './board.ts'
import { spark } from './spark.ts'

/** Rows of each answer that fit the first page. */
const MOST = 7

const list = (rows: readonly { title: string; detail: string }[], none: string): Html =>
  rows.length === 0
    ? html`<p>${none}</p>`
    : html`<ul>${rows.slice(0, MOST).map((r) => html`<li><b>${r.title}</b> ${r.detail}</li>`)}${rows.length > MOST ? html`<li>và ${rows.length - MOST} việc khác</li>` : ''}</ul>`

const top = (v: BoardView, page: number): Html =>
  html`<header><p><b>Tóm tắt tình hình thực hiện Kế hoạch ${v.programme?.number ?? ''}</b></p><p>Số liệu đến ${v.asOf} · trang ${page}/2</p></header>`

function first(v: BoardView): Html {
  const missing = worstFirst(v.goals.filter(willMiss))
  return html`<section class="sheet-a4">${top(v, 1)}
<h1>${missing.length} mục tiêu dự kiến không đạt, ${new Set(v.late.map((l) => l.name)).size} cơ quan chậm, ${v.matters.reduce((n, m) => n + m.count, 0)} việc cần quyết</h1>
<h2>1. Mục tiêu dự kiến không đạt</h2>${list(
    missing.map((c) => ({
      title: `${c.indicator.name}:`,
      detail: `${figureWords(c.reading)}, mục tiêu ${targetWords(c.indicator)}. ${expectedWords(c.expected, c.indicator.byYear)}. Chịu trách nhiệm: ${c.leadName ?? 'chưa giao'}.`,
    })),
    'Không có.',
  )}
<p>${v.goals.filter(isUnsure).length} mục tiêu chưa đủ số liệu để kết luận.</p>
<h2>2. Cơ quan chậm</h2>${list(
    v.late.map((l) => ({ title: `${l.name}:`, detail: `${l.what}, quá hạn ${l.days} ngày.` })),
    'Không cơ quan nào chậm.',
  )}
<h2>3. Việc cần quyết</h2>${list(
    v.matters.map((m) => ({ title: `${m.what}.`, detail: `${m.why}.` })),
    'Không có việc nào chờ quyết.',
  )}
</section>`
}

const second = (v: BoardView): Html =>
  html`<section class="sheet-a4">${top(v, 2)}<h2>Các mục tiêu của kế hoạch</h2><table class="small"><thead><tr><th scope="col">Mục tiêu</th><th scope="col">Hiện có</th><th scope="col">Đích</th><th scope="col">Diễn biến</th><th scope="col">Mức tiến độ</th></tr></thead><tbody>${worstFirst(
    v.goals,
  ).map(
    (c) =>
      html`<tr><th scope="row">${c.indicator.code} ${c.indicator.name}</th><td>${figureWords(c.reading)}${c.reading.dataOf === null ? '' : html`<br><small>${showDay(c.reading.dataOf)}</small>`}</td><td>${targetWords(c.indicator)}${c.indicator.byYear === null ? '' : `, ${c.indicator.byYear}`}</td><td>${spark(c)}</td><td>${state(PROGRESS[c.progress].tone, PROGRESS[c.progress].label, { plain: true })}</td></tr>`,
  )}</tbody></table><p><small>Mức tiến độ theo phương pháp công bố. Năm dự kiến theo đà từ số liệu gốc, chưa phải dự báo có xác suất.</small></p></section>`

/** Draws the brief. */
export const briefPage = (v: BoardView): Drawn => ({
  crumbs: [{ label: 'Bảng điều hành', href: '/dieu-hanh' }, { label: 'Tóm tắt' }],
  body: html`<div class="no-print actions">${linkButton({ label: 'Quay lại bảng điều hành', href: '/dieu-hanh' })}${button({ label: 'In tóm tắt', kind: 'main', icon: 'print', type: 'button', data: { print: '' } })}</div><div class="brief">${first(v)}${second(v)}</div>`,
})
