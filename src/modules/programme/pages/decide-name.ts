/** Biểu mẫu quyết định một tên: a body, a group, a group without fixed members, outside the register, or left as it is. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { buttons, dateField, form, hidden, radioField, selectField, textField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { QueuedDocument } from '../named-bodies.ts'
import type { NamedBody } from '../rules/named-bodies.ts'
import { GROUP_PHRASES, MEANINGS } from '../words.ts'

/** Một cơ quan để chọn. */
export type UnitChoice = { readonly id: string; readonly name: string; readonly group: string }

type Deciding = {
  readonly document: QueuedDocument
  readonly body: NamedBody
  readonly choices: readonly UnitChoice[]
}

/** Candidates first, with why they are offered; then every body of the day. */
function options({ body, choices }: Deciding) {
  const near = body.found.candidates.map((c) => ({ value: c.id, label: `${c.name} (${c.reason})`, group: 'Có thể là' }))
  const heirs = (body.found.ended?.heirs ?? []).map((h) => ({
    value: h.id,
    label: h.function === null ? h.name : `${h.name} (${h.function})`,
    group: 'Cơ quan kế thừa',
  }))
  const itself = body.found.units.map((u) => ({ value: u.id, label: u.name, group: 'Chính cơ quan đã kết thúc' }))
  const first = [...near, ...heirs, ...itself]
  const known = new Set(first.map((o) => o.value))
  return [
    ...first,
    ...choices.filter((c) => !known.has(c.id)).map((c) => ({ value: c.id, label: c.name, group: c.group })),
  ]
}

/** Draws the form; `here` is the page it comes back to. */
export function decideForm(d: Deciding, here: string, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const typed = (name: string, otherwise: string): string => seen.typed[name] ?? otherwise
  const homonym = d.body.found.kind === 'ambiguous'
  return form({
    action: '/quan-tri/to-chuc/ten-goi',
    csrf: seen.csrf,
    label: `Quyết định tên ${d.body.name}`,
    body: [
      hidden('written', d.body.name),
      hidden('document', d.document.id),
      hidden('ve', here),
      radioField({
        name: 'means',
        label: 'Tên này',
        value: typed('means', 'body'),
        options: Object.entries(MEANINGS).map(([value, label]) => ({ value, label })),
        error: errors.means,
      }),
      selectField({
        name: 'unit',
        label: 'Cơ quan',
        hint: 'Khi tên là một cơ quan',
        blank: 'Chọn cơ quan',
        value: typed('unit', ''),
        options: options(d),
        error: errors.unit,
      }),
      selectField({
        name: 'phrase',
        label: 'Nhóm',
        hint: 'Khi tên là một nhóm cơ quan',
        blank: 'Chọn nhóm',
        value: typed('phrase', ''),
        options: GROUP_PHRASES.map((p) => ({ value: p, label: p })),
        error: errors.phrase,
      }),
      html`<div class="row-fields">${dateField({
        name: 'from',
        label: 'Từ ngày',
        hint: 'Để trống: từ đầu sổ bộ',
        optional: true,
        value: typed('from', ''),
        error: errors.from,
      })}${dateField({
        name: 'to',
        label: 'Đến trước ngày',
        hint: 'Để trống: chưa kết thúc',
        optional: true,
        value: typed('to', ''),
        error: errors.to,
      })}</div>`,
      radioField({
        name: 'scope',
        label: 'Dùng cho',
        value: typed('scope', homonym ? 'document' : 'all'),
        options: [
          { value: 'all', label: 'Mọi văn bản trong những ngày ấy', ...(homonym ? { disabled: true } : {}) },
          { value: 'document', label: 'Chỉ văn bản này' },
        ],
        error: errors.scope,
      }),
      textField({
        name: 'note',
        label: 'Căn cứ, ghi chú',
        optional: true,
        value: typed('note', ''),
        error: errors.note,
      }),
      buttons(
        { label: 'Lưu quyết định', kind: 'main' },
        linkButton({ label: 'Quay lại', href: '/ke-hoach/ten-co-quan' }),
      ),
    ],
  })
}
