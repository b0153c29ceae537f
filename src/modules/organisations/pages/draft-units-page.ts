/** Bước 2 của biến động: đơn vị từ, đến. Search by name or code; a unit that does not exist yet is typed. */
import { showDay } from '../../../kernel/day.ts'
import type { Seen } from '../../../platform/http/route.ts'
import { card } from '../../../ui/card.ts'
import {
  buttons,
  type Field,
  field,
  fieldGroup,
  fieldId,
  form,
  hidden,
  selectField,
  textField,
} from '../../../ui/form.ts'
import { attributes, type Html, html } from '../../../ui/html.ts'
import { fromField, toField, toKindField } from '../rules/choose-units.ts'
import { SHAPES } from '../rules/draft.ts'
import type { KeptDraft } from '../views/drafts.ts'
import { draftHref } from './address.ts'
import { draftHead } from './draft-frame.ts'

/** What the page shows: choices are written as `unitChoice`. */
export type DraftUnitsView = {
  readonly kept: KeptDraft
  readonly before: readonly string[]
  readonly on: readonly string[]
  readonly from: readonly string[]
  readonly to: readonly { readonly text: string; readonly fresh: boolean }[]
}

const EVE = 'don-vi-hom-truoc'
const DAY = 'don-vi-trong-ngay'

/** Lines shown: those filled, and some to fill; never more than the kind of event takes. */
const linesFor = (filled: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, most > 1 ? Math.max(filled + 2, least, 4) : least)

/** The page. */
export function draftUnitsPage(v: DraftUnitsView, seen: Seen): Html {
  const d = v.kept.content
  const shape = SHAPES[d.kind]
  const lines = (n: number, draw: (i: number) => Html) => Array.from({ length: n }, (_, i) => draw(i))
  const from = linesFor(typedCount(seen, 'tu-') || v.from.length, shape.from)
  const to = linesFor(typedCount(seen, 'den-') || v.to.length, shape.to)
  return html`${draftHead(v.kept, 'don-vi', d.title, `Gõ tên hoặc mã rồi chọn; các dòng trống được bỏ qua. Đơn vị từ lấy theo ngày trước ${showDay(d.on)}.`)}
${card({
  body: form({
    action: draftHref(v.kept.id, 'don-vi'),
    csrf: seen.csrf,
    body: html`${hidden('version', v.kept.version)}${
      from === 0
        ? ''
        : fieldGroup(
            shape.fromLabel,
            html`${lines(from, (i) => unitField(seen, { name: fromField(i), label: `${shape.fromLabel} ${i + 1}`, value: v.from[i] ?? '', list: EVE }))}`,
          )
    }${d.kind === 'establish' ? likeFields(seen) : ''}${to === 0 ? '' : fieldGroup(shape.toLabel, html`${lines(to, (i) => targetLine(v, seen, i))}`, toHint(v))}${renameFields(v, seen)}${buttons({ label: 'Tiếp tục', kind: 'main' })}<datalist id="${EVE}">${v.before.map((c) => html`<option value="${c}"></option>`)}</datalist><datalist id="${DAY}">${v.on.map((c) => html`<option value="${c}"></option>`)}</datalist>`,
  }),
})}`
}

const typedCount = (seen: Seen, prefix: string): number =>
  Object.entries(seen.typed).filter(
    ([name, value]) => name.startsWith(prefix) && /\d$/.test(name) && value !== '' && !name.startsWith('den-loai'),
  ).length

const toHint = (v: DraftUnitsView): string =>
  v.kept.content.kind === 'merge'
    ? 'Nhập vào đơn vị đang có thì chọn đơn vị ấy; lập đơn vị mới thì gõ tên mới và chọn «Thành lập mới».'
    : 'Đơn vị chưa có thì gõ tên và chọn «Thành lập mới».'

type Line = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly list: string
}

function unitField(seen: Seen, l: Line): Html {
  const error = seen.refusal?.fields?.[l.name]
  const f: Field = { name: l.name, label: l.label, error }
  const own = attributes({
    type: 'text',
    class: 'input long',
    id: fieldId(l.name),
    name: l.name,
    value: seen.typed[l.name] ?? l.value,
    list: l.list,
    autocomplete: 'off',
    'aria-invalid': error ? 'true' : null,
  })
  return field(f, html`<input${own}>`)
}

function targetLine(v: DraftUnitsView, seen: Seen, i: number): Html {
  const { toLabel } = SHAPES[v.kept.content.kind]
  const stored = v.to[i]
  const kind = toKindField(i)
  const line = unitField(seen, {
    name: toField(i),
    label: `${toLabel} ${i + 1}`,
    value: stored?.text ?? '',
    list: DAY,
  })
  if (v.kept.content.kind === 'move') return line
  const choice = selectField({
    name: kind,
    label: `Loại của dòng ${i + 1}`,
    quiet: true,
    value: seen.typed[kind] ?? (stored?.fresh || v.kept.content.kind === 'establish' ? 'moi' : 'co'),
    options: [
      { value: 'co', label: 'Đơn vị đang có' },
      { value: 'moi', label: 'Thành lập mới' },
    ],
  })
  return html`<div class="row-fields">${line}${choice}</div>`
}

const likeFields = (seen: Seen): Html =>
  html`${unitField(seen, { name: 'parent', label: 'Cấp trên', value: '', list: DAY })}${unitField(seen, { name: 'like', label: 'Cùng loại với đơn vị đang có', value: '', list: DAY })}`

function renameFields(v: DraftUnitsView, seen: Seen): Html | '' {
  const { kind, renamed } = v.kept.content
  if (kind !== 'rename' && kind !== 'level') return ''
  return textField({
    name: 'name',
    label: 'Tên mới',
    hint: 'Đủ cả loại đơn vị, ví dụ Phường Lê Lợi',
    value: seen.typed.name ?? renamed?.name ?? '',
    error: seen.refusal?.fields?.name,
  })
}
