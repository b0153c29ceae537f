/** Ô của một nhóm: one box a field, drawn from the catalogue of groups. */
import type { Seen } from '../../../platform/http/route.ts'
import { selectField, textArea, textField, tickField } from '../../../ui/form.ts'
import { type Html, html } from '../../../ui/html.ts'
import { boxOf, daysAsked, formFields, MOST_CHOICES } from '../rules/entry-form.ts'
import type { Field, Group } from '../rules/showing.ts'

/** Lists of the form, by name. */
export type Choices = Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>>

/** What stands in the boxes: typed before stored. */
export type Boxes = { readonly choices: Choices; readonly stored: Readonly<Record<string, string>> }

function boxFor(f: Field, b: Boxes, seen: Seen): Html {
  const name = boxOf(f.name)
  const value = seen.typed[name] ?? b.stored[name] ?? ''
  const shared = {
    name,
    label: f.unit === undefined ? f.label : `${f.label} (${f.unit})`,
    error: seen.refusal?.fields?.[name],
    optional: f.required !== true,
    ...(f.hint === undefined ? {} : { hint: f.hint }),
  }
  if (f.kind === 'flag') return tickField({ name, label: f.label, checked: value !== '', error: shared.error })
  if (f.kind === 'long') return textArea({ ...shared, value, rows: 3, maxLength: 2000 })
  const list = f.kind === 'code' ? (b.choices[f.list ?? ''] ?? []) : []
  if (list.length > 0 && list.length <= MOST_CHOICES)
    return selectField({ ...shared, value, blank: 'Chưa chọn', options: list })
  if (f.kind === 'year' || f.kind === 'whole' || f.kind === 'number' || f.kind === 'day')
    return textField({ ...shared, value, size: 'short', inputmode: f.kind === 'day' ? 'numeric' : 'decimal' })
  return textField({ ...shared, value })
}

const dayBox = (name: 'tu' | 'den', label: string, b: Boxes, seen: Seen): Html =>
  textField({
    name,
    label,
    value: seen.typed[name] ?? b.stored[name] ?? '',
    size: 'short',
    inputmode: 'numeric',
    optional: true,
    hint: 'Ngày, tháng hoặc năm: 02/09/2015, 09/2015, 2015',
    error: seen.refusal?.fields?.[name],
  })

/** Every box of a group; `only` = the one field that is asked. */
export function entryBoxes(g: Group, b: Boxes, seen: Seen, only: string | null = null): Html {
  const fields =
    only === null ? formFields(g) : g.fields.filter((f) => f.name === only).map((f) => ({ ...f, required: true }))
  const days = only === null ? daysAsked(g) : 'none'
  return html`${fields.map((f) => boxFor(f, b, seen))}${days === 'none' ? '' : dayBox('tu', days === 'one' ? 'Ngày' : 'Từ', b, seen)}${days === 'span' ? dayBox('den', 'Đến', b, seen) : ''}`
}
