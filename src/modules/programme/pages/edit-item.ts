/** Sửa một mục đọc được, and the choice between two versions when somebody decided it meanwhile. */
import type { Seen } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { compare } from '../../../ui/compare.ts'
import { buttons, form, hidden, selectField, textArea, textField, tickField } from '../../../ui/form.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { itemId } from '../../../ui/side-by-side.ts'
import { COMPARATORS, PERIOD_LABELS, type ReviewItem } from '../../documents/public.ts'
import { type ReadingView, readingHref } from './reading-view.ts'

type Kind = ReviewItem['kind']

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
  product: 'Sản phẩm',
  request: 'Là đề nghị',
  number: 'Số, ký hiệu',
  date: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  from: 'Cơ quan báo cáo',
  to: 'Báo cáo gửi',
  via: 'Qua cơ quan',
  period: 'Kỳ báo cáo',
  docType: 'Loại văn bản',
  post: 'Chức vụ',
  capacity: 'Thay mặt, thừa lệnh',
  authority: 'Cơ quan, tập thể ký',
}

/** What the words themselves are called in each kind. */
const TEXT_LABEL: Readonly<Partial<Record<Kind, string>>> = {
  recipient: 'Nơi nhận',
  reference: 'Loại văn bản',
  head: 'Tên gọi của văn bản',
  signer: 'Họ và tên người ký',
}

/** Values of a field as typed, else as stored; its error. */
type Asked = { readonly value: (name: string) => string; readonly errors: Readonly<Record<string, string>> }

const line = (
  a: Asked,
  name: string,
  more: { size?: 'short' | 'medium' | 'long'; hint?: string; day?: boolean } = {},
) =>
  textField({
    name,
    label: LABELS[name] ?? name,
    size: more.size ?? 'short',
    optional: true,
    value: a.value(name),
    error: a.errors[name],
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.day === true ? { data: { day: '' }, inputmode: 'numeric' as const } : {}),
  })

const goalFields = (a: Asked): Fragment =>
  html`${line(a, 'metric', { size: 'long' })}${selectField({
    name: 'comparator',
    label: 'So sánh',
    blank: 'Không nêu số',
    value: a.value('comparator'),
    options: Object.entries(COMPARATORS).map(([v, label]) => ({ value: v, label })),
    error: a.errors.comparator,
  })}<div class="row-fields">${line(a, 'value')}${line(a, 'valueHigh')}${line(a, 'unit')}${line(a, 'by')}</div>`

const names = (a: Asked, name: string, hint: string): Html =>
  textArea({ name, label: LABELS[name] ?? name, hint, rows: 2, optional: true, value: a.value(name) })

const taskFields = (a: Asked): Fragment =>
  html`${names(a, 'lead', 'Mỗi cơ quan một dòng, như văn bản viết')}${names(a, 'coordinate', 'Mỗi cơ quan một dòng')}${line(
    a,
    'due',
    { size: 'medium', hint: 'Ví dụ 30/06/2026, quý 4/2026, hằng năm, thường xuyên' },
  )}${line(a, 'product', { size: 'long' })}${tickField({
    name: 'request',
    label: 'Là đề nghị với cơ quan không thuộc quyền chỉ đạo, không phải giao việc',
    checked: a.value('request') === '1',
  })}${hidden('boxes', 'request')}`

const reportFields = (a: Asked): Fragment =>
  html`${line(a, 'from', { size: 'long' })}${line(a, 'to', { size: 'long' })}${line(a, 'via', { size: 'long' })}${selectField(
    {
      name: 'period',
      label: 'Kỳ báo cáo',
      blank: 'Không nêu',
      value: a.value('period'),
      options: Object.entries(PERIOD_LABELS).map(([v, label]) => ({ value: v, label })),
      error: a.errors.period,
    },
  )}${line(a, 'due', { size: 'medium', hint: 'Ngày và tháng, ví dụ 05/12; nhiều hạn cách nhau dấu chấm phẩy' })}`

const FIELDS: Readonly<Record<Kind, (a: Asked) => Fragment>> = {
  goal: goalFields,
  task: taskFields,
  recipient: () => '',
  report: reportFields,
  reference: (a) =>
    html`<div class="row-fields">${line(a, 'number', { size: 'medium' })}${line(a, 'date', { day: true })}</div>${line(a, 'issuer', { size: 'long' })}`,
  head: (a) => html`${line(a, 'docType', { size: 'medium' })}${line(a, 'issuer', { size: 'long' })}`,
  signer: (a) =>
    html`${line(a, 'post', { size: 'long' })}${line(a, 'capacity', { size: 'long' })}${line(a, 'authority', { size: 'long' })}`,
}

const LONG: readonly Kind[] = ['goal', 'task', 'report', 'head']

/** The form of one item; what was typed stands before what is stored. */
export function editForm(i: ReviewItem, view: ReadingView, seen: Seen): Html {
  const errors = seen.refusal?.fields ?? {}
  const mine = seen.typed.item === i.key
  const stored = (name: string): string => i.values[name] ?? ''
  // A box that is not ticked is not sent: what was typed without it means "no".
  const typed = (name: string): string | undefined =>
    seen.typed[name] ?? (seen.typed.boxes?.split(' ').includes(name) ? '' : undefined)
  const asked: Asked = { value: (name) => (mine ? typed(name) : undefined) ?? stored(name), errors }
  const text = {
    name: 'text',
    label: TEXT_LABEL[i.kind] ?? 'Nội dung',
    value: asked.value('text'),
    error: errors.text,
  }
  return form({
    action: `/ke-hoach/doc/${view.document.id}/muc?loc=${view.filter}`,
    csrf: seen.csrf,
    version: i.version,
    draft: `/ke-hoach/doc/${view.document.id}/${i.key}`,
    label: `Sửa ${i.clause}`,
    body: [
      hidden('item', i.key),
      hidden('verdict', 'edited'),
      LONG.includes(i.kind)
        ? textArea({ ...text, rows: i.kind === 'head' ? 3 : 5 })
        : textField({ ...text, size: 'long' }),
      FIELDS[i.kind](asked),
      buttons(
        { label: 'Lưu mục đã sửa', kind: 'main' },
        linkButton({ label: 'Quay lại', href: `${readingHref(view)}#${itemId(i.key)}` }),
      ),
    ],
  })
}

const isItem = (x: unknown): x is ReviewItem => typeof x === 'object' && x !== null && 'values' in x && 'key' in x

/** Both versions of an item that changed meanwhile; nothing when no value was typed (accepting or leaving out is simply asked again). */
export function staleForm(view: ReadingView, seen: Seen): Html | '' {
  const theirs = seen.refusal?.theirs
  if (
    seen.refusal?.kind !== 'stale' ||
    !isItem(theirs) ||
    seen.typed.item === undefined ||
    seen.typed.text === undefined
  )
    return ''
  const boxes = seen.typed.boxes?.split(' ') ?? []
  const mine = (name: string): string => seen.typed[name] ?? ''
  const typed = Object.keys(theirs.values).filter((name) => seen.typed[name] !== undefined || boxes.includes(name))
  const shown = (name: string, value: string): string => (name === 'request' ? (value === '1' ? 'có' : 'không') : value)
  const differences = typed
    .filter((name) => mine(name).replaceAll('\r\n', '\n') !== theirs.values[name])
    .map((name) => ({
      name,
      label: LABELS[name] ?? name,
      mine: mine(name),
      theirs: theirs.values[name] ?? '',
      showMine: shown(name, mine(name)),
      showTheirs: shown(name, theirs.values[name] ?? ''),
    }))
  const same = Object.fromEntries(
    Object.entries(theirs.values).filter(([name]) => !differences.some((d) => d.name === name)),
  )
  return compare({
    action: `/ke-hoach/doc/${view.document.id}/muc?loc=${view.filter}`,
    csrf: seen.csrf,
    version: theirs.version,
    changedBy: theirs.decidedBy ?? 'Người khác',
    differences,
    rest: { ...same, item: theirs.key, verdict: 'edited' },
    backHref: readingHref(view),
  })
}
