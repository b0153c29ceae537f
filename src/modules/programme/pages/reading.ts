/** Trang xác nhận bản đọc: the original text beside what was read from it, linked both ways; unsure items first. */
import { showInstant } from '../../../kernel/day.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure } from '../../../ui/dialog.ts'
import { buttons, form, textField, tickField } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { type Passage, type ReadItem, sideBySide } from '../../../ui/side-by-side.ts'
import { state } from '../../../ui/state.ts'
import { COMPARATORS, type ReviewItem, type SourceDocument, VERDICT_LABEL } from '../../documents/public.ts'
import { editForm, staleForm } from './edit-item.ts'
import { defectTable } from './programme.ts'

/** Lọc, in the address as `loc`. */
export const FILTERS = ['tat-ca', 'chua-chac', 'muc-tieu', 'nhiem-vu', 'noi-nhan', 'da-bo'] as const

/** What the page shows. */
export type ReadingView = {
  readonly document: Omit<SourceDocument, 'decisions'>
  readonly items: readonly ReviewItem[]
  readonly filter: (typeof FILTERS)[number]
  /** Key of the item that is being edited. */
  readonly editing: string | null
  /** The programme adopted from it. */
  readonly adopted: { readonly number: string } | null
  readonly mayReview: boolean
}

const FITS: Readonly<Record<ReadingView['filter'], (i: ReviewItem) => boolean>> = {
  'tat-ca': () => true,
  'chua-chac': (i) => i.unsure,
  'muc-tieu': (i) => i.kind === 'goal',
  'nhiem-vu': (i) => i.kind === 'task',
  'noi-nhan': (i) => i.kind === 'recipient',
  'da-bo': (i) => i.verdict === 'rejected',
}

const groupOf = (i: ReviewItem): string => {
  if (i.unsure) return 'Đọc chưa chắc, cần xem'
  if (i.kind === 'goal') return 'Mục tiêu'
  if (i.kind === 'recipient') return 'Nơi nhận'
  return i.duty ? 'Trách nhiệm tổ chức thực hiện' : 'Nhiệm vụ'
}

const GROUPS = ['Đọc chưa chắc, cần xem', 'Mục tiêu', 'Nhiệm vụ', 'Trách nhiệm tổ chức thực hiện', 'Nơi nhận']

const comparator = (c: string | undefined): string =>
  c !== undefined && c in COMPARATORS ? COMPARATORS[c as keyof typeof COMPARATORS] : ''

function detail(i: ReviewItem): Fragment {
  const v = i.values
  if (i.kind === 'recipient') return ''
  if (i.kind === 'task') {
    const lead = v.lead ? html`Chủ trì: <b>${v.lead.replaceAll('\n', '; ')}</b>` : 'Chưa nêu chủ trì'
    return html`<p class="read-facts">${lead}${v.coordinate ? html` · Phối hợp: ${v.coordinate.replaceAll('\n', '; ')}` : ''} · Thời hạn: ${v.due || 'chưa nêu'}</p>`
  }
  if (!v.value) return html`<p class="read-facts">Không nêu số${v.by ? ` · đến năm ${v.by}` : ''}</p>`
  const high = v.valueHigh ? ` đến ${v.valueHigh}` : ''
  return html`<p class="read-facts"><b>${comparator(v.comparator)} ${v.value}${high}${v.unit === '%' ? '%' : ` ${v.unit ?? ''}`}</b>${v.by ? ` · đến năm ${v.by}` : ''}</p>${v.metric ? html`<p class="read-facts">${v.metric}</p>` : ''}`
}

const marks = (i: ReviewItem): Fragment =>
  i.verdict !== null
    ? state(i.verdict === 'rejected' ? 'exempt' : 'done', VERDICT_LABEL[i.verdict], { plain: true })
    : i.unsure
      ? state('soon', 'Chưa chắc', { plain: true })
      : ''

/** Which item, which version, sent by one button of the page's single form. */
const decide = (i: ReviewItem, verdict: string, label: string): Html =>
  button({ label, kind: 'quiet', form: 'quyet-dinh', name: 'decide', value: `${verdict} ${i.version} ${i.key}` })

function itemButtons(i: ReviewItem, view: ReadingView): Html | '' {
  if (!view.mayReview || view.adopted !== null) return ''
  const edit = linkButton({
    label: 'Sửa',
    kind: 'quiet',
    href: `/ke-hoach/doc/${view.document.id}?loc=${view.filter}&sua=${encodeURIComponent(i.key)}#sua`,
  })
  return html`<div class="actions">${i.verdict === 'accepted' ? '' : decide(i, 'accepted', i.verdict === 'rejected' ? 'Lấy lại' : 'Chấp nhận')}${edit}${i.verdict === 'rejected' ? '' : decide(i, 'rejected', 'Bỏ mục này')}</div>`
}

function readItem(i: ReviewItem, view: ReadingView, seen: Seen): ReadItem {
  const open = view.editing === i.key && view.mayReview && view.adopted === null
  return {
    id: i.key,
    group: groupOf(i),
    title: html`<b>${i.clause}</b> ${marks(i)}`,
    body: open
      ? html`<div id="sua">${editForm(i, view.document.id, view.filter, seen)}</div>`
      : html`<p>${i.text}</p>${detail(i)}${itemButtons(i, view)}`,
    ...(i.unsure ? { tone: 'soon' as const } : {}),
  }
}

function shownItems(view: ReadingView): ReviewItem[] {
  const fits = view.items.filter((i) => FITS[view.filter](i) || i.key === view.editing)
  return fits.sort((a, b) => GROUPS.indexOf(groupOf(a)) - GROUPS.indexOf(groupOf(b)))
}

function adoptCard(view: ReadingView, seen: Seen): Html {
  const { document, items } = view
  const unsure = items.filter((i) => i.unsure).length
  const errors = seen.refusal?.fields ?? {}
  const blank = (what: string) => `Văn bản để trống ${what}; nhập theo bản đã ban hành, hệ thống không đoán`
  return card({
    title: 'Ban hành vào hệ thống',
    id: 'ban-hanh',
    body: form({
      action: `/ke-hoach/doc/${document.id}/ban-hanh`,
      csrf: seen.csrf,
      label: 'Ban hành vào hệ thống',
      body: [
        html`<div class="row-fields">${textField({
          name: 'number',
          label: 'Số, ký hiệu',
          size: 'medium',
          hint: document.reading.docNumber === null ? blank('số') : 'Theo văn bản',
          value: seen.typed.number ?? document.reading.docNumber ?? '',
          error: errors.number,
        })}${textField({
          name: 'date',
          label: 'Ngày ban hành',
          size: 'short',
          inputmode: 'numeric',
          hint: document.reading.date === null ? `${blank('ngày')}. Ví dụ 22/04/2024` : 'Theo văn bản',
          value: seen.typed.date ?? (document.reading.date ?? '').split('-').reverse().join('/'),
          error: errors.date,
          data: { day: '' },
        })}</div>`,
        unsure === 0
          ? ''
          : tickField({
              name: 'seen',
              label: `Đã xem ${unsure} mục đọc chưa chắc và lấy như hệ thống đọc`,
              checked: seen.typed.seen === '1',
              error: errors.seen,
            }),
        buttons({ label: 'Ban hành vào hệ thống', kind: 'main', icon: 'check' }),
      ],
    }),
  })
}

const KIND = { goal: 'plain', task: 'plain', recipient: 'plain' } as const

function finding(view: ReadingView): string {
  const count = (kind: ReviewItem['kind']) =>
    view.items.filter((i) => i.kind === kind && i.verdict !== 'rejected').length
  const unsure = view.items.filter((i) => i.unsure).length
  if (count('goal') + count('task') === 0) return 'Không nhận ra mục tiêu, nhiệm vụ nào trong văn bản này'
  const tail =
    view.adopted !== null
      ? `đã ban hành số ${view.adopted.number}`
      : unsure === 0
        ? 'không còn mục chưa chắc'
        : `${unsure} mục cần xem`
  return `Đọc được ${count('goal')} mục tiêu, ${count('task')} nhiệm vụ và trách nhiệm, ${count('recipient')} nơi nhận; ${tail}`
}

const chipsOf = (view: ReadingView): Html => {
  const chip = (filter: ReadingView['filter'], label: string, kind?: 'soon') => ({
    label,
    href: `/ke-hoach/doc/${view.document.id}?loc=${filter}`,
    count: view.items.filter(FITS[filter]).length,
    current: view.filter === filter,
    ...(kind ? { kind } : {}),
  })
  return chips('Lọc các mục đọc được', [
    chip('tat-ca', 'Tất cả'),
    chip('chua-chac', 'Chưa chắc', 'soon'),
    chip('muc-tieu', 'Mục tiêu'),
    chip('nhiem-vu', 'Nhiệm vụ'),
    chip('noi-nhan', 'Nơi nhận'),
    chip('da-bo', 'Đã bỏ'),
  ])
}

const passages = (list: readonly ReviewItem[]): Passage[] =>
  list.map((i) => ({ item: i.key, from: i.span[0], to: i.span[1], kind: i.unsure ? ('soon' as const) : KIND[i.kind] }))

function emptyBand(view: ReadingView): Fragment {
  if (view.items.some((i) => i.kind !== 'recipient')) return ''
  return message({
    kind: 'soon',
    announce: false,
    title: 'Văn bản không có mục tiêu, nhiệm vụ nào nhận ra được.',
    body: 'Kiểm tra lại có đúng tệp kế hoạch không. Nếu vẫn ban hành vào hệ thống, kế hoạch sẽ trống.',
  })
}

/** Draws the two columns with what is needed to confirm. */
export function readingPage(view: ReadingView, seen: Seen): Drawn {
  const { document } = view
  const stale = staleForm(view.document.id, view.filter, seen)
  const shown = shownItems(view)
  const open = view.adopted === null && view.mayReview
  return {
    layout: 'wide',
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      { label: 'Đọc văn bản', href: '/ke-hoach/doc' },
      { label: document.name },
    ],
    body: stack(
      head({
        over: `${document.name} · ${document.uploadedBy} đọc vào lúc ${showInstant(document.uploadedAt)}`,
        title: finding(view),
        actions: html`${linkButton({ label: 'Tải tệp gốc', href: `/ke-hoach/doc/${document.id}/tep`, icon: 'download' })}${linkButton({ label: 'Tải phiếu rà soát (.docx)', href: `/ke-hoach/doc/${document.id}/phieu-ra-soat`, icon: 'download' })}${open ? linkButton({ label: 'Ban hành vào hệ thống', href: '#ban-hanh', kind: 'main' }) : ''}`,
      }),
      stale,
      emptyBand(view),
      disclosure(
        `Chỗ cần xem lại trong văn bản (${document.reading.defects.length})`,
        defectTable(document.reading.defects),
        { id: 'loi' },
      ),
      chipsOf(view),
      form({
        id: 'quyet-dinh',
        action: `/ke-hoach/doc/${document.id}/muc?loc=${view.filter}`,
        csrf: seen.csrf,
        label: 'Quyết định từng mục',
        body: '',
      }),
      sideBySide({
        sourceTitle: 'Văn bản gốc',
        text: document.reading.text,
        passages: passages(shown),
        itemsTitle: 'Điều đọc được',
        items: shown.map((i) => readItem(i, view, seen)),
      }),
      open ? adoptCard(view, seen) : '',
    ),
  }
}
