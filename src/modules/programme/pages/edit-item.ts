/** Sửa một mục đọc được, and the choice between two versions when somebody decided it meanwhile. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { compare } from '../../../ui/compare.ts'
import { buttons, form, hidden, selectField, textArea, textField } from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { COMPARATORS, type ReviewItem } from '../../documents/public.ts'

/** Nhãn of the editable fields. */
const LABELS: Readonly<Record<string, string>> = {
  text: 'Nội dung',
  metric: 'Chỉ số đo',
  comparator: 'So sánh',
  value: 'Giá trị',
  valueHigh: 'Giá trị trên',
  unit: 'Đơn vị tính',
  by: 'Đến năm',
  lead: 'Chủ trì',
  coordinate: 'Phối hợp',
  due: 'Thời hạn',
}

/** Names of the fields a form may send. */
export const EDITABLE = Object.keys(LABELS)

type Values = (name: string) => string

function goalFields(value: Values, errors: Readonly<Record<string, string>>): Fragment {
  const field = (name: string, size: 'short' | 'long' = 'short') =>
    textField({ name, label: LABELS[name] ?? name, size, optional: true, value: value(name), error: errors[name] })
  return html`${field('metric', 'long')}${selectField({
    name: 'comparator',
    label: 'So sánh',
    blank: 'Không nêu số',
    value: value('comparator'),
    options: Object.entries(COMPARATORS).map(([v, label]) => ({ value: v, label })),
    error: errors.comparator,
  })}<div class="row-fields">${field('value')}${field('valueHigh')}${field('unit')}${field('by')}</div>`
}

function taskFields(value: Values, errors: Readonly<Record<string, string>>): Fragment {
  return html`${textArea({ name: 'lead', label: 'Chủ trì', hint: 'Mỗi cơ quan một dòng, như văn bản viết', rows: 2, optional: true, value: value('lead') })}${textArea({ name: 'coordinate', label: 'Phối hợp', hint: 'Mỗi cơ quan một dòng', rows: 2, optional: true, value: value('coordinate') })}${textField({ name: 'due', label: 'Thời hạn', size: 'medium', hint: 'Ví dụ 30/06/2026, quý 4/2026, hằng năm, thường xuyên', optional: true, value: value('due'), error: errors.due })}`
}

/** The form of one item; what was typed stands before what is stored. */
export function editForm(i: ReviewItem, document: string, filter: string, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const mine = seen.typed.item === i.key
  const value: Values = (name) => (mine ? seen.typed[name] : undefined) ?? i.values[name] ?? ''
  return form({
    action: `/ke-hoach/doc/${document}/muc?loc=${filter}`,
    csrf: seen.csrf,
    version: i.version,
    label: `Sửa ${i.clause}`,
    body: [
      hidden('item', i.key),
      hidden('verdict', 'edited'),
      textArea({
        name: 'text',
        label: 'Nội dung',
        rows: i.kind === 'recipient' ? 1 : 5,
        value: value('text'),
        error: errors.text,
      }),
      i.kind === 'goal' ? goalFields(value, errors) : i.kind === 'task' ? taskFields(value, errors) : '',
      buttons(
        { label: 'Lưu mục đã sửa', kind: 'main' },
        linkButton({ label: 'Quay lại', href: `/ke-hoach/doc/${document}?loc=${filter}` }),
      ),
    ],
  })
}

const isItem = (x: unknown): x is ReviewItem => typeof x === 'object' && x !== null && 'values' in x && 'key' in x

/** Both versions of an item that changed meanwhile; nothing when no value was typed (accepting or leaving out is simply asked again). */
export function staleForm(document: string, filter: string, seen: Seen): Html | '' {
  const theirs = seen.refusal?.theirs
  if (seen.refusal?.kind !== 'stale' || !isItem(theirs) || seen.typed.item === undefined) return ''
  const action = `/ke-hoach/doc/${document}/muc?loc=${filter}`
  const typed = Object.keys(theirs.values).filter((name) => seen.typed[name] !== undefined)
  const differences = typed
    .filter((name) => seen.typed[name] !== theirs.values[name])
    .map((name) => ({
      name,
      label: LABELS[name] ?? name,
      mine: seen.typed[name] ?? '',
      theirs: theirs.values[name] ?? '',
    }))
  const same = Object.fromEntries(
    Object.entries(theirs.values).filter(([name]) => !differences.some((d) => d.name === name)),
  )
  return compare({
    action,
    csrf: seen.csrf,
    version: theirs.version,
    changedBy: theirs.decidedBy ?? 'Người khác',
    differences,
    rest: { ...same, item: theirs.key, verdict: 'edited' },
    backHref: `/ke-hoach/doc/${document}?loc=${filter}`,
  })
}
