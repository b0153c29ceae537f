/** Trang giao chủ trì: the original sentences beside one form; several tasks at once. */

import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, columns } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { checkboxField, dateField, hidden, radioField, selectField, textField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { html } from '../../../ui/html.ts'

/** Cơ quan để chọn. */
export type Choice = { id: string; name: string; group: string }

/** What the form shows. */
export type AssignForm = {
  tasks: { code: string; text: string; leadNamed: string[]; leadName: string | null; suggestion: string | null }[]
  choices: Choice[]
  lead: string | null
  coordinators: string[]
  product: string
  due: string
  dueKind: string
}

const DUE_KINDS = [
  { value: 'day', label: 'Ngày cụ thể' },
  { value: 'yearly', label: 'Hằng năm, trước ngày dưới đây' },
  { value: 'continuous', label: 'Thường xuyên' },
]

const listed = (typed: string | undefined, otherwise: readonly string[]): readonly string[] =>
  typed === undefined ? otherwise : typed.split('\n')

function fields(v: AssignForm, seen: Seen) {
  const wrong = seen.refusal?.fields ?? {}
  const typed = seen.typed
  const groups = [...new Set(v.choices.map((c) => c.group))]
  const chosen = listed(typed.coordinators, v.coordinators)
  return html`${selectField({
    name: 'lead',
    label: 'Cơ quan chủ trì',
    hint: 'Một cơ quan chịu trách nhiệm',
    value: typed.lead ?? v.lead,
    blank: 'Chọn cơ quan',
    options: v.choices.map((c) => ({ value: c.id, label: c.name, group: c.group })),
    error: wrong.lead,
  })}
${dateField({ name: 'due', label: 'Thời hạn', value: typed.due ?? v.due, error: wrong.due })}
${radioField({ name: 'dueKind', label: 'Loại thời hạn', value: typed.dueKind ?? v.dueKind, options: DUE_KINDS, error: wrong.dueKind })}
${textField({ name: 'product', label: 'Sản phẩm', optional: true, hint: 'Ví dụ: Quyết định ban hành Quy chế', value: typed.product ?? v.product, maxLength: 500, error: wrong.product })}
${disclosure(
  html`Cơ quan phối hợp${chosen.length > 0 ? ` (${chosen.length})` : ' (không bắt buộc)'}`,
  html`${groups.map((g, i) => checkboxField({ name: 'coordinators', id: `o-phoi-hop-${i}`, label: g, values: chosen, options: v.choices.filter((c) => c.group === g).map((c) => ({ value: c.id, label: c.name })) }))}`,
)}`
}

/** The page. */
export function assignPage(v: AssignForm, seen: Seen): Drawn {
  const count = v.tasks.length
  const back = '/nhiem-vu?loc=chua-ro'
  return {
    crumbs: [{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: 'Giao chủ trì' }],
    body: html`${head({ title: count === 1 ? `Giao nhiệm vụ ${v.tasks[0]?.code ?? ''}` : `Giao ${count} nhiệm vụ cho một cơ quan chủ trì` })}
${columns('two', [
  card({
    title: 'Câu gốc trong kế hoạch',
    body: html`<ol class="sources" tabindex="0">${v.tasks.map((t) => html`<li><p><b>${t.code}</b>${t.leadName ? html` · đang giao ${t.leadName}` : t.leadNamed.length > 0 ? html` · văn bản ghi: ${t.leadNamed.join('; ')}` : ''}</p><blockquote>${t.text}</blockquote>${t.suggestion ? html`<p class="hint">${t.suggestion}</p>` : ''}</li>`)}</ol>`,
  }),
  card({
    title: 'Giao cho',
    body: html`<form method="post" action="/nhiem-vu/giao" class="form" novalidate>${hidden('_csrf', seen.csrf)}${v.tasks.map((t) => hidden('codes', t.code))}
${fields(v, seen)}
<div class="actions">${linkButton({ label: 'Quay lại', href: back })}${button({ label: count === 1 ? 'Giao nhiệm vụ' : `Giao ${count} nhiệm vụ`, kind: 'main' })}</div></form>`,
  }),
])}`,
  }
}
