/** Trang mục chờ xác nhận: only what changed, before and after; ticked entries are confirmed together. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { showNumber } from '../../../kernel/number.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { dialog, opener } from '../../../ui/dialog.ts'
import { buttons, csrfField, hidden, textArea } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { emptyState, message } from '../../../ui/message.ts'
import { table } from '../../../ui/table.ts'

/** Lời của một mục: its title, and its details each marked when the other side says something else. */
export type WaitingWords = {
  readonly title: string
  readonly details: readonly { readonly label: string; readonly value: string; readonly differs: boolean }[]
}

const wordsOf = (w: WaitingWords): Html =>
  html`<b>${w.title}</b>${w.details.length === 0 ? '' : html`<span class="second">${w.details.map((d, i) => html`${i === 0 ? '' : ' · '}${d.label}: ${d.differs ? html`<mark>${d.value}</mark>` : d.value}`)}</span>`}`

/** What the entry stands in the place of; the same words twice would hide that only its time, proof or source is new. */
function insteadOf(r: WaitingRow): Html {
  if (r.before === null) return html`<span class="none">mục mới</span>`
  const same = JSON.stringify(r.before) === JSON.stringify(r.after)
  return same ? html`<span class="none">cùng nội dung, khác thời gian hoặc nguồn</span>` : wordsOf(r.before)
}

/** Một mục chờ xác nhận, in words. */
export type WaitingRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly group: string
  readonly after: WaitingWords
  /** What the dossier held in its place; null = the entry is new. */
  readonly before: WaitingWords | null
  readonly completeness: number
  readonly on: Day
}

/** What the page shows. `person` = the code of the only person shown, or null. */
export type WaitingView = {
  readonly rows: readonly WaitingRow[]
  readonly more: boolean
  /** Entries that wait in all, within the reader's scope. */
  readonly total: number
  readonly person: string | null
  readonly page: number
}

/** What was confirmed just now, and can still be taken back. */
export type JustConfirmed = { readonly batch: string; readonly people: number; readonly entries: number }

const doneBand = (d: JustConfirmed | null, seen: Seen): Html | '' =>
  d === null
    ? ''
    : message({
        kind: 'ok',
        title: `Đã xác nhận ${showNumber(d.entries)} mục của ${showNumber(d.people)} hồ sơ.`,
        actions: html`<form method="post" action="${`/tri-thuc/xac-nhan/${d.batch}/hoan-tac`}">${csrfField(seen.csrf)}${button({ label: 'Hoàn tác' })}</form>`,
      })

/** The page. */
export function waitingPage(v: WaitingView & { done: JustConfirmed | null }, seen: Seen): Drawn {
  const people = new Set(v.rows.map((r) => r.code)).size
  const title =
    v.rows.length === 0
      ? 'Không còn mục nào chờ xác nhận'
      : v.more || v.page > 1
        ? `${showNumber(v.total)} mục chờ xác nhận`
        : `${v.rows.length} mục của ${people} người chờ xác nhận`
  const query = v.person === null ? '' : `?ma=${v.person}`
  return {
    crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: 'Chờ xác nhận' }],
    body: html`${head({
      title,
      lead:
        v.rows.length === 0
          ? ''
          : 'Chỉ hiện những gì chủ hồ sơ vừa khai. Xác nhận đưa mục từ mức tự khai lên mức đơn vị xác nhận.',
      actions:
        v.rows.length === 0
          ? ''
          : button({
              label: 'Xác nhận',
              kind: 'main',
              form: 'chon',
              data: { counts: 'chon', label: 'Xác nhận {n} mục', 'select-action': 'chon' },
            }),
    })}
${doneBand(v.done, seen)}
<form id="chon" method="post" action="${`/tri-thuc/cho-xac-nhan${query}`}">${csrfField(seen.csrf)}${v.person === null ? '' : hidden('ma', v.person)}</form>
${
  v.rows.length === 0
    ? card({
        body: emptyState(
          'Mục chủ hồ sơ tự khai sẽ hiện ở đây để cơ quan xác nhận hoặc trả lại.',
          linkButton({ label: 'Về danh sách', href: '/tri-thuc' }),
        ),
      })
    : card({
        fit: 'flush',
        body: table<WaitingRow>({
          caption: 'Mục chờ xác nhận',
          rows: v.rows,
          keys: true,
          group: (r) => `${r.name} · ${r.code} · đầy đủ ${r.completeness}%`,
          id: 'cho-xac-nhan',
          select: { name: 'facts', form: 'chon', value: (r) => r.id, label: (r) => `Chọn ${r.group} của ${r.name}` },
          columns: [
            { label: 'Nhóm', kind: 'name', cell: (r) => r.group },
            { label: 'Chủ hồ sơ khai', room: 'wide', phone: 'whole', cell: (r) => wordsOf(r.after) },
            {
              label: 'Thay cho',
              cell: insteadOf,
            },
            { label: 'Ngày khai', kind: 'day', cell: (r) => showDay(r.on), phone: 'hide' },
            {
              label: 'Việc làm',
              kind: 'action',
              quiet: true,
              cell: (r) =>
                html`<span class="row-acts"><button type="submit" class="btn plain" form="${`x-${r.id}`}" data-key="a">Xác nhận</button>${opener({ dialog: `tra-${r.id}`, label: 'Trả lại', kind: 'quiet' })}</span>`,
            },
          ],
          empty: '',
        }),
      })
}
${v.rows.map(
  (
    r,
  ) => html`<form id="${`x-${r.id}`}" method="post" action="${`/tri-thuc/cho-xac-nhan${query}`}">${csrfField(seen.csrf)}${hidden('facts', r.id)}${v.person === null ? '' : hidden('ma', v.person)}</form>
${dialog({ id: `tra-${r.id}`, title: `Trả lại ${r.group.toLowerCase()} của ${r.name}`, body: html`<form class="form" method="post" action="${`/tri-thuc/${r.code}/muc/${r.id}/tra-lai`}" novalidate>${csrfField(seen.csrf)}${textArea({ name: 'reason', id: `o-ly-do-${r.id}`, label: 'Lý do trả lại', maxLength: 1000, rows: 3, hint: 'Chủ hồ sơ đọc được lý do này' })}${buttons({ label: 'Trả lại mục này', kind: 'main' })}</form>` })}`,
)}
${v.more ? html`<nav class="paging" aria-label="Các trang"><span class="paging-links"><a rel="next" href="${`/tri-thuc/cho-xac-nhan?trang=${v.page + 1}`}">Trang sau</a></span></nav>` : ''}`,
  }
}
