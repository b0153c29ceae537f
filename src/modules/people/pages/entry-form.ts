/** Biểu mẫu của một mục, drawn from the fields of its group; and the small forms beside it: end, withdraw, add, transfer. */
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card } from '../../../ui/card.ts'
import { disclosure } from '../../../ui/dialog.ts'
import {
  buttons,
  dateField,
  fileField,
  form,
  hidden,
  radioField,
  selectField,
  suggestField,
  textArea,
  textField,
  tickField,
} from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { controlOf } from '../rules/entry-form.ts'
import type { Field, GroupCode } from '../words/group.ts'
import { groupOf } from '../words/groups.ts'

/** What the form of an entry shows. `values` in the words of the screen, by field, `from`, `to`. */
export type EntryFormView = {
  readonly code: string
  readonly name: string
  readonly group: GroupCode
  /** The entry that is mended, or null for a new one. */
  readonly fact: string | null
  readonly values: Readonly<Record<string, string>>
  readonly evidence: string
  /** Labels of the lists that the form offers, by name of the list. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Bodies offered while typing. */
  readonly bodies: readonly string[]
}

/** Lists short enough to be chosen from at once. */
const SHORT = 15

const hintOf = (f: Field): string | undefined => (f.hint === undefined ? undefined : f.hint)

function control(v: EntryFormView, f: Field, seen: Seen): Html {
  const name = controlOf(f.name)
  const value = seen.typed[name] ?? v.values[f.name] ?? ''
  const error = seen.refusal?.fields?.[name]
  const hint = hintOf(f)
  const common = { name, label: f.label, error, optional: f.required !== true, ...(hint === undefined ? {} : { hint }) }
  if (f.kind === 'flag')
    return tickField({ ...common, optional: false, value: 'co', checked: value === 'Có' || value === 'co' })
  if (f.kind === 'long') return textArea({ ...common, value, rows: 3 })
  if (f.kind === 'code') {
    const options = v.lists[f.list ?? ''] ?? []
    if (options.length <= SHORT && (value === '' || options.includes(value)))
      return selectField({ ...common, value, blank: 'Chọn', options: options.map((o) => ({ value: o, label: o })) })
    return suggestField({
      ...common,
      hint: common.hint ?? 'Gõ vài chữ rồi chọn; không có trong danh mục thì ghi theo giấy tờ',
      value,
      options,
    })
  }
  if (f.kind === 'unit')
    return suggestField({
      ...common,
      hint: common.hint ?? 'Tên như trong sổ bộ tổ chức; cơ quan ngoài sổ bộ ghi theo giấy tờ',
      value,
      options: v.bodies,
    })
  if (f.kind === 'place') return textField({ ...common, value, hint: common.hint ?? 'Tên xã, phường hiện nay' })
  if (f.kind === 'day')
    return dateField({
      ...common,
      value,
      hint: common.hint ?? 'Ngày/tháng/năm; chỉ biết tháng, năm thì ghi 09/1972 hoặc 1972',
    })
  const short = f.kind === 'year' || f.kind === 'whole' || f.kind === 'number'
  return textField({
    ...common,
    value,
    size: short ? 'short' : 'long',
    ...(short ? { inputmode: 'numeric' as const } : {}),
    ...(f.unit === undefined ? {} : { unit: f.unit }),
  })
}

/** Ô ít khi cần: they stand folded at the end of a long form, open as soon as something is written in one of them. */
const SELDOM: Readonly<Partial<Record<GroupCode, readonly string[]>>> = {
  education: ['country', 'form', 'started', 'grade', 'degree', 'recognition', 'thesis', 'from'],
  post: ['share', 'contract', 'reason'],
  publication: ['index', 'position', 'role', 'highlight'],
}

/** The controls of a group: those everybody fills in first, then the folded ones. */
function controls(v: EntryFormView, seen: Seen): Html {
  const seldom = new Set(SELDOM[v.group] ?? [])
  const { fields } = groupOf(v.group)
  const drawn = (some: readonly Field[]): Html[] => some.map((f) => control(v, f, seen))
  if (seldom.size === 0) return html`${drawn(fields)}${dates(v, seen)}`
  const folded = fields.filter((f) => seldom.has(f.name))
  const filled = [...seldom].some((name) => {
    const c = controlOf(name)
    return (seen.typed[c] ?? v.values[name] ?? '') !== '' || seen.refusal?.fields?.[c] !== undefined
  })
  const names = folded.map((f, i) => (i === 0 ? f.label : f.label.charAt(0).toLowerCase() + f.label.slice(1)))
  return html`${drawn(fields.filter((f) => !seldom.has(f.name)))}${seldom.has('from') ? '' : dates(v, seen)}
${disclosure(names.join(', '), html`<div class="stack">${drawn(folded)}${seldom.has('from') ? dates(v, seen) : ''}</div>`, { open: filled })}`
}

/** Beginning and end of an entry, as its group lives in time. */
function dates(v: EntryFormView, seen: Seen): Html | '' {
  const { time, keeps } = groupOf(v.group)
  if (keeps === 'person' || time === 'identity' || v.group === 'names') return ''
  const one = (name: 'from' | 'to', label: string, hint: string): Html => {
    const c = controlOf(name)
    return dateField({
      name: c,
      label,
      hint,
      value: seen.typed[c] ?? v.values[name] ?? '',
      error: seen.refusal?.fields?.[c],
      optional: true,
    })
  }
  if (time === 'event')
    return one(
      'from',
      v.group === 'education' ? 'Ngày cấp bằng' : 'Ngày, tháng hoặc năm của sự kiện',
      'Chỉ biết năm thì ghi năm',
    )
  return html`<div class="entry-span">${one('from', 'Từ ngày', 'Chỉ biết tháng, năm thì ghi 09/2008 hoặc 2008')}${one('to', 'Đến ngày', 'Ngày đầu tiên không còn giữ')}</div>`
}

/** The page of the form. */
export function entryFormPage(v: EntryFormView, seen: Seen): Drawn {
  const group = groupOf(v.group)
  const label = group.label.charAt(0).toLowerCase() + group.label.slice(1)
  const title =
    v.group === 'education' && v.fact === null ? 'Thêm bằng cấp' : `${v.fact === null ? 'Thêm' : 'Sửa'} ${label}`
  const base = `/tri-thuc/${v.code}`
  return {
    title,
    crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: v.name, href: base }, { label: title }],
    body: html`${head({ title, over: `${v.name} · ${v.code}` })}
${card({
  fit: 'narrow',
  body: form({
    action: `${base}/muc`,
    csrf: seen.csrf,
    files: true,
    draft: `muc-${v.code}-${v.group}-${v.fact ?? 'moi'}`,
    body: html`${hidden('group', v.group)}${hidden('fact', v.fact ?? '')}
${controls(v, seen)}
${textField({ name: 'evidence', label: 'Văn bản chứng minh', optional: true, value: seen.typed.evidence ?? v.evidence, hint: 'Loại, số, ngày, nơi cấp. Có văn bản thì mục đạt mức xác minh 2', error: seen.refusal?.fields?.evidence })}
${fileField({ name: 'file', label: 'Tệp văn bản', optional: true, hint: 'PDF hoặc ảnh, không quá 20 MB. Không gửi ảnh thẻ căn cước', accept: '.pdf,.jpg,.jpeg,.png,.docx', error: seen.refusal?.fields?.file })}
${buttons({ label: 'Lưu', kind: 'main' }, linkButton({ label: 'Quay lại hồ sơ', href: base, kind: 'quiet' }))}`,
  }),
})}`,
  }
}

/** What the two small forms of an entry show. */
export type EntryActView = {
  readonly code: string
  readonly name: string
  readonly fact: string
  readonly what: string
  readonly span: string
}

/** Ghi ngày kết thúc. */
export function endEntryPage(v: EntryActView, seen: Seen): Drawn {
  return smallForm(
    v,
    'Ghi ngày kết thúc',
    'ket-thuc',
    html`${dateField({ name: 'to', label: 'Ngày đầu tiên không còn giữ', value: seen.typed.to ?? '', error: seen.refusal?.fields?.to, hint: 'Ví dụ thôi giữ chức vụ từ 01/07/2025 thì ghi 01/07/2025. Mục vẫn còn trong quá trình.' })}${buttons({ label: 'Lưu ngày kết thúc', kind: 'main' }, linkButton({ label: 'Quay lại hồ sơ', href: `/tri-thuc/${v.code}`, kind: 'quiet' }))}`,
    seen,
  )
}

/** Rút mục ghi nhầm. */
export function withdrawEntryPage(v: EntryActView, seen: Seen): Drawn {
  return smallForm(
    v,
    'Rút mục ghi nhầm',
    'rut',
    html`<p class="hint">Mục không còn tính vào hồ sơ và số liệu; lịch sử vẫn giữ mục này kèm lý do.</p>${textArea({ name: 'reason', label: 'Lý do', value: seen.typed.reason ?? '', error: seen.refusal?.fields?.reason, maxLength: 1000, rows: 3 })}${buttons({ label: 'Rút mục', kind: 'danger' }, linkButton({ label: 'Quay lại hồ sơ', href: `/tri-thuc/${v.code}`, kind: 'quiet' }))}`,
    seen,
  )
}

const smallForm = (v: EntryActView, title: string, verb: string, body: Html, seen: Seen): Drawn => ({
  title,
  crumbs: [
    { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
    { label: v.name, href: `/tri-thuc/${v.code}` },
    { label: title },
  ],
  body: html`${head({ title, over: `${v.name} · ${v.code}`, lead: html`${v.what}${v.span === '' ? '' : `, ${v.span}`}` })}
${card({ fit: 'narrow', body: form({ action: `/tri-thuc/${v.code}/muc/${v.fact}/${verb}`, csrf: seen.csrf, body }) })}`,
})

/** What the form of a new person shows. */
export type AddPersonView = {
  readonly body: string
  readonly bodies: readonly { readonly code: string; readonly name: string }[]
  readonly asked: boolean
}

/** Thêm hồ sơ. */
export function addPersonPage(v: AddPersonView, seen: Seen): Drawn {
  const value = (name: string): string => seen.typed[name] ?? ''
  const error = (name: string): string | undefined => seen.refusal?.fields?.[name]
  return {
    crumbs: [{ label: 'Hồ sơ trí thức', href: '/tri-thuc' }, { label: 'Thêm hồ sơ' }],
    body: html`${head({ title: 'Thêm hồ sơ', lead: 'Hệ thống tìm người trùng trước khi thêm. Nhiều người cùng lúc thì nhập từ bảng tính.' })}
${card({
  fit: 'narrow',
  body: form({
    action: '/tri-thuc/them',
    csrf: seen.csrf,
    body: html`${textField({ name: 'name', label: 'Họ và tên khai sinh', value: value('name'), error: error('name') })}
${dateField({ name: 'birth', label: 'Ngày sinh', value: value('birth'), error: error('birth'), hint: 'Ngày/tháng/năm; chỉ biết năm thì ghi năm' })}
${radioField({
  name: 'sex',
  label: 'Giới tính',
  value: value('sex'),
  error: error('sex'),
  options: [
    { value: 'nam', label: 'Nam' },
    { value: 'nu', label: 'Nữ' },
  ],
})}
${textField({ name: 'cccd', label: 'Số định danh cá nhân', optional: true, value: value('cccd'), error: error('cccd'), size: 'medium', inputmode: 'numeric', hint: '12 chữ số' })}
${selectField({ name: 'body', label: 'Cơ quan quản lý hồ sơ', value: value('body') || v.body, error: error('body'), options: v.bodies.map((b) => ({ value: b.code, label: b.name })) })}
${error('seen') === undefined ? '' : tickField({ name: 'seen', label: 'Là người khác, vẫn thêm hồ sơ mới', error: error('seen'), value: 'co' })}
${buttons({ label: 'Thêm hồ sơ', kind: 'main' }, linkButton({ label: 'Về danh sách', href: '/tri-thuc', kind: 'quiet' }))}`,
  }),
})}`,
  }
}

/** Chuyển cơ quan quản lý. */
export function transferPage(
  v: { code: string; name: string; unit: string; bodies: readonly string[] },
  seen: Seen,
): Drawn {
  return {
    title: 'Chuyển cơ quan quản lý hồ sơ',
    crumbs: [
      { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
      { label: v.name, href: `/tri-thuc/${v.code}` },
      { label: 'Chuyển cơ quan quản lý' },
    ],
    body: html`${head({ title: 'Chuyển cơ quan quản lý hồ sơ', over: `${v.name} · ${v.code}`, lead: `Đang do ${v.unit} quản lý. Sau khi chuyển, cơ quan nhận xem và sửa được hồ sơ.` })}
${card({
  fit: 'narrow',
  body: form({
    action: `/tri-thuc/${v.code}/chuyen`,
    csrf: seen.csrf,
    body: html`${suggestField({ name: 'body', label: 'Cơ quan nhận', error: seen.refusal?.fields?.body, hint: 'Tên đầy đủ như trong sổ bộ tổ chức', value: seen.typed.body ?? '', options: v.bodies })}
${textArea({ name: 'reason', label: 'Căn cứ', value: seen.typed.reason ?? '', error: seen.refusal?.fields?.reason, hint: 'Số, ngày của quyết định điều động, tiếp nhận', maxLength: 1000, rows: 3 })}
${buttons({ label: 'Chuyển hồ sơ', kind: 'main' }, linkButton({ label: 'Quay lại hồ sơ', href: `/tri-thuc/${v.code}`, kind: 'quiet' }))}`,
  }),
})}`,
  }
}

/** Chọn nhóm để thêm mục. */
export const groupChoicePage = (v: {
  code: string
  name: string
  groups: readonly { code: GroupCode; label: string }[]
}): Drawn => ({
  title: 'Thêm mục vào hồ sơ',
  crumbs: [
    { label: 'Hồ sơ trí thức', href: '/tri-thuc' },
    { label: v.name, href: `/tri-thuc/${v.code}` },
    { label: 'Thêm mục' },
  ],
  body: html`${head({ title: 'Thêm mục vào hồ sơ', over: `${v.name} · ${v.code}` })}
${card({ body: html`<ul class="facet-all">${v.groups.map((g) => html`<li><a href="${`/tri-thuc/${v.code}/them/${g.code}`}">${g.label}</a></li>`)}</ul>` })}`,
})
