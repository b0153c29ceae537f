/** Trang một cặp: why it is suspected, the two dossiers beside each other with differing rows first, four answers. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { dialog, opener } from '../../../ui/dialog.ts'
import { csrfField, hidden, selectField, textArea, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { attributes, type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { state } from '../../../ui/state.ts'
import type { Decider } from '../receivers.ts'
import type { ComparedRow, Side } from '../rules/choosing.ts'
import { type KeptReason, PAIR_STATES, type Pair, SUSPICIONS } from '../words.ts'
import { evidence } from './evidence.ts'

/** Một bên của cặp. */
export type PairSide = {
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly completeness: number
  readonly version: number
  readonly away: boolean
}

/** What the page shows. */
export type PairView = {
  readonly pair: Pair
  readonly place: { readonly at: number; readonly of: number; readonly next: string | null } | null
  readonly a: PairSide
  readonly b: PairSide
  readonly keeps: Side
  readonly rows: readonly ComparedRow[]
  /** A dossier changed since the pair was compared. */
  readonly changed: boolean
  readonly reasons: readonly KeptReason[]
  /** Why the two cannot be merged. */
  readonly blocked: string | null
  readonly waits: boolean
  readonly mayUndo: boolean
  readonly receivers: readonly Decider[]
}

/** Lý do của «Không phải một người». */
export const REASONS_APART = [
  'Trùng họ tên, hai người khác nhau',
  'Sinh đôi hoặc anh chị em',
  'Số giấy tờ ghi nhầm của người khác',
  'Dùng chung điện thoại hoặc thư điện tử',
] as const

/** The page. */
export function pairPage(v: PairView, seen: Seen): Drawn {
  return {
    crumbs: [{ label: 'Trùng lặp', href: '/trung-lap' }, { label: `${v.a.code} và ${v.b.code}` }],
    body: html`${head({
      ...(v.place === null ? {} : { over: `Cặp ${v.place.at}/${v.place.of}` }),
      title: v.a.name === v.b.name ? `${v.a.name}: hai hồ sơ` : `${v.a.name} và ${v.b.name}`,
      state: v.waits
        ? state(SUSPICIONS[v.pair.verdict].tone, SUSPICIONS[v.pair.verdict].label)
        : state(PAIR_STATES[v.pair.state].tone, PAIR_STATES[v.pair.state].label),
      ...(v.waits ? {} : { lead: outcomeOf(v) }),
      ...(v.mayUndo ? { actions: undoForm(v, seen) } : {}),
    })}
${v.changed ? message({ kind: 'soon', title: 'Hồ sơ vừa thay đổi sau lần so gần nhất. Ô «vừa đổi» là chỗ thay đổi; lý do dưới đây đã tính lại.' }) : ''}
${v.pair.state === 'unsure' && v.pair.reason !== '' ? message({ kind: 'info', title: html`${v.pair.decidedName ?? ''} chuyển ${v.pair.handedName ?? ''}: ${v.pair.reason}` }) : ''}
${card({ title: 'Vì sao nghi', body: evidence(v.reasons) })}
${v.waits ? decisionForm(v, seen) : v.pair.state === 'merged' ? '' : card({ fit: 'flush', body: comparison(v, false) })}
${v.waits ? html`${handOver(v, seen)}${bothDossiers(v)}` : ''}`,
  }
}

function outcomeOf(v: PairView): Fragment {
  const when = v.pair.decidedAt === null ? '' : ` lúc ${showInstant(v.pair.decidedAt)}`
  const who = v.pair.decidedName === null ? '' : `${v.pair.decidedName}${when}. `
  const kept = v.a.away ? v.b : v.a
  const merged = v.pair.state === 'merged' ? html`Giữ hồ sơ ${dossierLink(kept)}; mã cũ vẫn dùng được. ` : ''
  return html`${who}${merged}${v.pair.reason}`
}

const undoForm = (v: PairView, seen: Seen): Html =>
  html`<form method="post" action="${`/trung-lap/${v.pair.id}/hoan-tac`}">${csrfField(seen.csrf)}${button({ label: 'Hoàn tác quyết định', icon: 'return' })}</form>`

const dossierLink = (s: PairSide): Html => html`<a href="${`/tri-thuc/${s.code}`}">${s.code}</a>`

/** Both answers that need no dialog are buttons of one form: a press decides, and it can be undone. */
function decisionForm(v: PairView, seen: Seen): Html {
  const wrong = seen.refusal?.fields ?? {}
  const twins = v.pair.guards.includes('twins')
  return html`<form method="post" action="${`/trung-lap/${v.pair.id}/gop`}" class="pair-form" novalidate>
${csrfField(seen.csrf)}${hidden('version', v.pair.version)}${hidden('versionA', v.a.version)}${hidden('versionB', v.b.version)}
<div class="pair-bar">${v.blocked === null ? button({ label: '1 Gộp', kind: 'main', data: { key: '1' } }) : ''}${button({ label: '2 Không phải một người', action: `/trung-lap/${v.pair.id}/khac`, data: { key: '2' } })}${opener({ dialog: 'chuyen', label: '3 Chưa rõ, chuyển…', data: { key: '3' } })}${opener({ dialog: 'mo-ca-hai', label: '4 Mở cả hai', data: { key: '4' } })}<span class="hint">Hoàn tác được trong lịch sử.${v.place?.next ? html` <a href="${`/trung-lap/${v.place.next}`}">Cặp sau</a>` : ''}</span></div>
${card({ fit: 'flush', body: comparison(v, true) })}
<div class="pair-why">${v.blocked === null ? html`<p>Gộp hai hồ sơ này? Mã cũ vẫn dùng được và có thể hoàn tác.</p>` : html`<p>${v.blocked}</p>`}
${selectField({
  name: 'reason',
  label: 'Lý do nếu là hai người',
  value: seen.typed.reason ?? (twins ? REASONS_APART[1] : REASONS_APART[0]),
  options: REASONS_APART.map((r) => ({ value: r, label: r })),
  error: wrong.reason,
})}${textField({ name: 'note', label: 'Ghi thêm', optional: true, maxLength: 800, value: seen.typed.note ?? '' })}</div>
</form>`
}

const NAMES: Readonly<Record<Side, string>> = { a: 'A', b: 'B' }

function sideHead(s: PairSide, side: Side, v: PairView, choosing: boolean): Html {
  const keep = attributes({ type: 'radio', name: 'keep', value: side, id: `giu-${side}`, checked: v.keeps === side })
  const kept = choosing
    ? html`<span class="pair-keep"><input${keep}><label for="${`giu-${side}`}">Giữ mã này</label></span>`
    : ''
  return html`<th scope="col">Bản ${NAMES[side]} · ${dossierLink(s)}<span class="hint pair-unit">${s.unit}, đầy đủ ${s.completeness}%</span>${kept}</th>`
}

function comparison(v: PairView, choosing: boolean): Html {
  const differing = v.rows.filter((r) => r.differs).length
  return html`<table class="pair-table"><caption class="hidden">Hai hồ sơ cạnh nhau, dòng khác nhau đứng trước</caption>
<thead><tr><th scope="col"><span class="hidden">Mục</span></th>${sideHead(v.a, 'a', v, choosing)}${sideHead(v.b, 'b', v, choosing)}</tr></thead>
<tbody>${v.rows.map((r, i) => html`${i === differing && i > 0 ? html`<tr class="group"><th scope="rowgroup" colspan="3">Giống nhau</th></tr>` : ''}<tr${attributes({ class: r.differs ? 'differs' : null })}><th scope="row">${r.label}</th>${cell(r, 'a', i, choosing)}${cell(r, 'b', i, choosing)}</tr>`)}</tbody></table>`
}

/** The radio's value is the side; its name says whether a field or a slot is chosen. */
function cell(r: ComparedRow, side: Side, row: number, choosing: boolean): Html {
  const value = r[side]
  const fresh = r.changed.includes(side) ? html` <span class="tag">vừa đổi</span>` : ''
  const text = value === '' ? html`<span class="none">chưa có</span>` : html`<span class="pair-value">${value}</span>`
  const name = r.field !== null ? `c.${r.field}` : r.slot !== null ? `s.${r.slot}` : null
  const data = { 'data-label': `Bản ${NAMES[side]}` }
  if (!choosing || name === null || !r.differs || r.a === '' || r.b === '')
    return html`<td${attributes(data)}>${text}${fresh}</td>`
  const id = `chon-${row}-${side}`
  const own = attributes({ type: 'radio', name, value: side, id, checked: r.keeps === side })
  return html`<td${attributes(data)}><span class="pair-choice"><input${own}><label for="${id}">${text}</label></span>${fresh}</td>`
}

/** A dialog; after a refusal it stands open on the page, so that its error is seen. */
function handOver(v: PairView, seen: Seen): Html {
  const title = 'Chuyển cặp này cho người khác quyết định'
  const body = html`<form method="post" action="${`/trung-lap/${v.pair.id}/chuyen`}" class="form" novalidate>${csrfField(seen.csrf)}${hidden('version', v.pair.version)}
${selectField({ name: 'to', label: 'Người nhận', blank: 'Chọn người nhận', value: seen.typed.to ?? null, options: v.receivers.map((r) => ({ value: r.accountId, label: r.post === '' ? r.name : `${r.name}, ${r.post}` })), error: seen.refusal?.fields?.to })}
${textArea({ name: 'question', label: 'Điều cần xác minh', optional: true, maxLength: 800, rows: 3, value: seen.typed.question ?? '' })}
<div class="actions">${button({ label: 'Chuyển cặp này', kind: 'main' })}</div></form>`
  return seen.typed.to === undefined ? dialog({ id: 'chuyen', title, body }) : card({ id: 'chuyen', title, body })
}

const bothDossiers = (v: PairView): Html =>
  dialog({
    id: 'mo-ca-hai',
    title: 'Mở hai hồ sơ, mỗi hồ sơ một thẻ',
    body: html`<ul class="pair-links">${[v.a, v.b].map((s, i) => html`<li><a href="${`/tri-thuc/${s.code}`}" target="_blank" rel="noopener">Bản ${i === 0 ? 'A' : 'B'}: ${s.name}, ${s.code}</a><span class="hint">${s.unit}</span></li>`)}</ul>`,
  })
