/**
 * Biểu mẫu: one column, labels above fields, what was typed is kept, every error is said twice with the same words
 * (in the summary and at the field). Required is the rule; only optional fields say so. No check before sending.
 */
import { showNumber } from '../kernel/number.ts'
import { type Button, button } from './button.ts'
import { attributes, classes, type Fragment, type Html, html, idFrom, isEmpty } from './html.ts'

/** Phần chung của mọi ô nhập. */
export type Field = {
  readonly name: string
  readonly label: string
  /** What to write and why, under the label. */
  readonly hint?: Fragment
  /** The sentence of the error; also in the summary. */
  readonly error?: string | undefined
  readonly optional?: boolean
  /** Label for screen readers only (cells of a grid). */
  readonly quiet?: boolean
  /** Another id than `fieldId(name)`, when a name repeats. */
  readonly id?: string
  /** Bound to a form that stands elsewhere. */
  readonly form?: string
}

/** Id of the control of a field: what the error summary links to. */
export const fieldId = (name: string): string => `o-${idFrom(name)}`

const idOf = (f: Field): string => f.id ?? fieldId(f.name)

const describedBy = (f: Field, more: readonly string[] = []): string | null =>
  [...(isEmpty(f.hint) ? [] : [`${idOf(f)}-goi-y`]), ...(f.error ? [`${idOf(f)}-loi`] : []), ...more].join(' ') || null

const optionalMark = (f: Field): Fragment =>
  f.optional === true ? html` <span class="optional">(không bắt buộc)</span>` : ''

const hintOf = (f: Field): Fragment =>
  isEmpty(f.hint) ? '' : html`<p class="hint" id="${`${idOf(f)}-goi-y`}">${f.hint}</p>`

const errorOf = (f: Field): Fragment =>
  f.error ? html`<p class="field-error" id="${`${idOf(f)}-loi`}"><span class="hidden">Lỗi: </span>${f.error}</p>` : ''

/** Label, hint, error and control of one field. The control must carry `fieldId(name)`. */
export const field = (f: Field, control: Fragment, tail: Fragment = ''): Html =>
  html`<div class="${classes('field', f.error && 'wrong')}"><label class="${classes('label', f.quiet === true && 'hidden')}" for="${idOf(f)}">${f.label}${optionalMark(f)}</label>${hintOf(f)}${errorOf(f)}${control}${tail}</div>`

const controlAttributes = (f: Field): Record<string, string | null> => ({
  id: idOf(f),
  name: f.name,
  form: f.form ?? null,
  'aria-describedby': describedBy(f),
  'aria-invalid': f.error ? 'true' : null,
})

/** Ô chữ một dòng. */
export type TextField = Field & {
  readonly value?: string | number | null
  /** Expected length of the answer; long fills the column. */
  readonly size?: 'short' | 'medium' | 'long'
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel'
  readonly maxLength?: number
  /** Unit written after the box: "người", "%". */
  readonly unit?: string
  readonly spellcheck?: boolean
  readonly data?: Readonly<Record<string, string>>
}

const dataOf = (data: Readonly<Record<string, string>> | undefined) =>
  attributes(Object.fromEntries(Object.entries(data ?? {}).map(([k, v]) => [`data-${k}`, v === '' ? true : v])))

/** One line of text. */
export function textField(f: TextField): Html {
  const own = attributes({
    type: f.type ?? 'text',
    class: classes('input', f.size ?? 'long'),
    ...controlAttributes(f),
    value: f.value ?? '',
    autocomplete: f.autocomplete ?? 'off',
    inputmode: f.inputmode,
    maxlength: f.maxLength,
    spellcheck: f.spellcheck === undefined ? null : String(f.spellcheck),
  })
  const box = html`<input${own}${dataOf(f.data)}>`
  return field(f, f.unit === undefined ? box : html`<span class="with-unit">${box}<span>${f.unit}</span></span>`)
}

/** One line with suggestions under it, also where scripts are off; anything may be typed. */
export function suggestField(f: TextField & { readonly options: readonly string[] }): Html {
  const list = `${idOf(f)}-ds`
  const own = attributes({
    type: 'text',
    class: 'input long',
    ...controlAttributes(f),
    value: f.value ?? '',
    list,
    autocomplete: 'off',
  })
  return field(
    f,
    html`<input${own}><datalist id="${list}">${f.options.map((o) => html`<option value="${o}"></option>`)}</datalist>`,
  )
}

/** A number in Vietnamese writing (1.234,5); value as shown, formatted on leaving the box where scripts run. */
export const numberField = (f: TextField): Html =>
  textField({ size: 'short', inputmode: 'decimal', ...f, data: { number: '', ...f.data } })

/** A day dd/MM/yyyy; also read: 5/2/2026, 05-02-2026, 05022026. `value` as shown (showDay) or as typed. */
export const dateField = (f: TextField): Html =>
  textField({
    size: 'short',
    inputmode: 'numeric',
    hint: 'Ngày/tháng/năm, ví dụ 02/09/2026',
    ...f,
    data: { day: '', ...f.data },
  })

/** Ô chữ nhiều dòng; `maxLength` shows a counter and never cuts what is typed. */
export type TextArea = Field & {
  readonly value?: string | null
  readonly rows?: number
  readonly maxLength?: number
}

/** Several lines of text. */
export function textArea(f: TextArea): Html {
  const length = [...(f.value ?? '')].length
  const countId = `${idOf(f)}-dem`
  const own = attributes({
    class: 'input long',
    ...controlAttributes(f),
    'aria-describedby': describedBy(f, f.maxLength === undefined ? [] : [countId]),
    rows: f.rows ?? 5,
    'data-count': f.maxLength,
  })
  const counter =
    f.maxLength === undefined
      ? ''
      : html`<p class="counter" id="${countId}">${length} trong tối đa ${showNumber(f.maxLength)} ký tự</p>`
  return field(
    f,
    html`<textarea${own}>
${f.value ?? ''}</textarea>`,
    counter,
  )
}

/** Lựa chọn. */
export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly disabled?: boolean
}

/** A list to choose one from; `blank` is the label of the empty choice. */
export function selectField(
  f: Field & { value?: string | null; options: readonly (Option & { group?: string })[]; blank?: string },
): Html {
  const one = (o: Option) =>
    html`<option${attributes({ value: o.value, selected: o.value === f.value, disabled: o.disabled })}>${o.label}</option>`
  const groups = [...new Set(f.options.map((o) => o.group ?? ''))]
  const body = groups.map((g) => {
    const list = f.options.filter((o) => (o.group ?? '') === g).map(one)
    return g === '' ? html`${list}` : html`<optgroup label="${g}">${list}</optgroup>`
  })
  const blank = f.blank === undefined ? '' : html`<option value="">${f.blank}</option>`
  return field(f, html`<select class="input"${attributes(controlAttributes(f))}>${blank}${body}</select>`)
}

function choiceGroup(
  f: Field,
  type: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: readonly string[],
): Html {
  const items = options.map((o, i) => {
    const id = i === 0 ? idOf(f) : `${idOf(f)}-${i + 1}`
    const own = attributes({
      type,
      id,
      name: f.name,
      form: f.form,
      value: o.value,
      checked: chosen.includes(o.value),
      disabled: o.disabled,
    })
    const hintId = `${id}-them`
    return html`<div class="choice"><input${own}${attributes({ 'aria-describedby': o.hint === undefined ? null : hintId })}><label for="${id}">${o.label}</label>${o.hint === undefined ? '' : html`<p class="hint" id="${hintId}">${o.hint}</p>`}</div>`
  })
  const own = attributes({ class: classes('field', 'choices', f.error && 'wrong'), 'aria-describedby': describedBy(f) })
  return html`<fieldset${own}><legend class="${classes('label', f.quiet === true && 'hidden')}">${f.label}${optionalMark(f)}</legend>${hintOf(f)}${errorOf(f)}${items}</fieldset>`
}

/** One of a few choices, all in sight. */
export const radioField = (f: Field & { value?: string | null; options: readonly Option[] }): Html =>
  choiceGroup(f, 'radio', f.options, f.value === undefined || f.value === null ? [] : [f.value])

/** Any of a few choices. */
export const checkboxField = (f: Field & { values?: readonly string[]; options: readonly Option[] }): Html =>
  choiceGroup(f, 'checkbox', f.options, f.values ?? [])

/** One box to tick: "Đã đọc và chịu trách nhiệm về số liệu". */
export function tickField(f: Field & { checked?: boolean; value?: string }): Html {
  const own = attributes({
    type: 'checkbox',
    ...controlAttributes(f),
    value: f.value ?? '1',
    checked: f.checked === true,
  })
  return html`<div class="${classes('field', 'tick', f.error && 'wrong')}">${errorOf(f)}<div class="choice"><input${own}><label for="${idOf(f)}">${f.label}</label>${hintOf(f)}</div></div>`
}

/** A file to choose; the hint names the kinds and the largest size. */
export const fileField = (f: Field & { accept?: string; multiple?: boolean }): Html =>
  field(
    f,
    html`<input type="file" class="input file"${attributes({ ...controlAttributes(f), accept: f.accept, multiple: f.multiple })}>`,
  )

/** A hidden value. */
export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** Mã chống giả mạo: the hidden field every POST form carries. */
export const csrfField = (token: string): Html => hidden('_csrf', token)

/** A group of fields under one heading. */
export const fieldGroup = (legend: string, body: Fragment, hint?: Fragment): Html =>
  html`<fieldset class="group"><legend>${legend}</legend>${isEmpty(hint) ? '' : html`<p class="hint">${hint}</p>`}${body}</fieldset>`

/** A row of buttons; the main one first in reading order. */
export const buttons = (...list: readonly (Button | Html)[]): Html =>
  html`<div class="buttons">${list.map((b) => ('label' in b ? button(b) : b))}</div>`

/** Tóm tắt lỗi: takes focus, one link per field, the same words as at the field. Give the page `failed: true` too. */
export function errorSummary(
  errors: Readonly<Record<string, string>>,
  options: { title?: string; note?: Fragment } = {},
): Html {
  const list = Object.entries(errors)
  if (list.length === 0) return html``
  const title = options.title ?? `Còn ${list.length} chỗ phải sửa`
  return html`<div class="error-summary" role="alert" tabindex="-1" data-error-summary autofocus aria-labelledby="tom-tat-loi"><h2 id="tom-tat-loi">${title}</h2><ul>${list.map(([name, words]) => html`<li><a href="${`#${fieldId(name)}`}">${words}</a></li>`)}</ul>${isEmpty(options.note) ? '' : html`<p>${options.note}</p>`}</div>`
}

/** Biểu mẫu. */
export type Form = {
  readonly action: string
  readonly body: Fragment
  /** Token of the session; required for POST. */
  readonly csrf?: string
  readonly method?: 'post' | 'get'
  readonly id?: string
  /** Files are sent. */
  readonly files?: boolean
  /** Version the reader saw, sent as `version`: a stale edit is answered with both values. */
  readonly version?: number | string
  /** Address that keeps drafts; the island saves 800 ms after a change. */
  readonly autosave?: string
  /** Name under which what is typed is kept on this machine until the server has it; nothing is sent before the button. */
  readonly draft?: string
  /** Ids (spaces between) of the parts of the page that hold the answer: a GET form with levels (`levelField`) renews them when a level is let go. */
  readonly answer?: string
  /** Accessible name, when the page has several forms. */
  readonly label?: string
  readonly wide?: boolean
}

/** A form. Nothing is checked by the browser: the server answers with a summary and the typed values. */
export function form(f: Form): Html {
  const method = f.method ?? 'post'
  const own = attributes({
    class: classes('form', f.wide === true && 'wide'),
    method,
    action: f.action,
    id: f.id,
    enctype: f.files === true ? 'multipart/form-data' : null,
    novalidate: true,
    'aria-label': f.label,
    'data-autosave': f.autosave,
    'data-draft': f.draft,
    'data-answer': f.answer,
  })
  const csrf = method === 'post' && f.csrf !== undefined ? csrfField(f.csrf) : ''
  return html`<form${own}>${csrf}${f.version === undefined ? '' : hidden('version', f.version)}${f.body}${f.autosave === undefined ? '' : html`<p class="saved" role="status" data-saved></p>`}${f.answer === undefined ? '' : html`<p class="saved" role="status" data-computed></p>`}</form>`
}
