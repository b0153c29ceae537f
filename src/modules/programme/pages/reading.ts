/** Trang xác nhận bản đọc: the original text beside what was read from it, linked both ways; unsure items first. */
import { showInstant } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import type { Drawn, Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { stack } from '../../../ui/card.ts'
import { chips } from '../../../ui/chips.ts'
import { disclosure, menuButton } from '../../../ui/dialog.ts'
import { form, hidden } from '../../../ui/form.ts'
import { head } from '../../../ui/head.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { message } from '../../../ui/message.ts'
import { sideBySide } from '../../../ui/side-by-side.ts'
import type { ReviewItem } from '../../documents/public.ts'
import { addForm } from './add-item.ts'
import { adoptCard } from './adopt-card.ts'
import { staleForm } from './edit-item.ts'
import { intakeBand } from './intake-band.ts'
import { defectTable } from './programme.ts'
import { GROUPS, groupOf, passages, readItem } from './reading-items.ts'
import { FITS, type Filter, type ReadingView, readingHref } from './reading-view.ts'

/** Items that fit the filter and the words, unsure ones first; the open one always. */
function shownItems(view: ReadingView): ReviewItem[] {
  const words = fold(view.words)
  const fits = (i: ReviewItem): boolean =>
    FITS[view.filter](i) && (words === '' || fold(`${i.clause} ${Object.values(i.values).join(' ')}`).includes(words))
  const open = (i: ReviewItem): boolean => i.key === view.editing || i.key === view.merging
  return view.items
    .filter((i) => fits(i) || open(i))
    .sort((a, b) => GROUPS.indexOf(groupOf(a)) - GROUPS.indexOf(groupOf(b)))
}

/** Items in force: neither left out nor part of another one. */
const inForce = (i: ReviewItem): boolean => i.verdict !== 'rejected' && i.verdict !== 'merged'

function finding(view: ReadingView): string {
  const count = (kind: ReviewItem['kind']) => view.items.filter((i) => i.kind === kind && inForce(i)).length
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

const CHIPS: readonly (readonly [Filter, string])[] = [
  ['tat-ca', 'Tất cả'],
  ['chua-chac', 'Chưa chắc'],
  ['muc-tieu', 'Mục tiêu'],
  ['nhiem-vu', 'Nhiệm vụ'],
  ['bao-cao', 'Chế độ báo cáo'],
  ['noi-nhan', 'Nơi nhận'],
  ['dan-chieu', 'Dẫn chiếu'],
  ['the-thuc', 'Thể thức'],
  ['da-sua', 'Đã sửa'],
  ['da-them', 'Đã thêm'],
  ['da-gop', 'Đã gộp'],
  ['da-bo', 'Đã bỏ'],
]

const chipsOf = (view: ReadingView): Html =>
  chips(
    'Lọc các mục đọc được',
    CHIPS.map(([filter, label]) => ({
      filter,
      label,
      href: readingHref({ ...view, words: '' }, filter),
      count: view.items.filter(FITS[filter]).length,
      current: view.filter === filter,
      ...(filter === 'chua-chac' ? { kind: 'soon' as const } : {}),
      // Decisions nobody has made yet need no filter.
    })).filter((c) => c.count > 0 || c.current || !c.filter.startsWith('da-')),
  )

function emptyBand(view: ReadingView): Fragment {
  if (view.items.some((i) => i.kind === 'goal' || i.kind === 'task')) return ''
  return message({
    kind: 'soon',
    announce: false,
    title: 'Văn bản không có mục tiêu, nhiệm vụ nào nhận ra được.',
    body: 'Kiểm tra lại có đúng tệp kế hoạch không. Nếu vẫn ban hành vào hệ thống, kế hoạch sẽ trống.',
  })
}

/** "còn 7 mục chưa chắc". */
function progress(view: ReadingView): string {
  const unsure = view.items.filter((i) => i.unsure).length
  return unsure === 0 ? 'không còn mục chưa chắc' : `còn ${unsure} mục chưa chắc`
}

/** The newest decision, who made it, and its undoing. */
function lastDecision(view: ReadingView): Fragment {
  if (view.last === null) return ''
  const { words, undo } = view.last
  return html`<p class="last-decision"><span data-last>${words}</span> ${button({
    label: 'Hoàn tác',
    kind: 'quiet',
    form: 'quyet-dinh',
    name: undo.batch === '' ? 'decide' : 'batch',
    value: undo.batch === '' ? `undo ${undo.version} ${undo.item}` : undo.batch,
    action: `/ke-hoach/doc/${view.document.id}/hoan-tac?loc=${view.filter}`,
    icon: 'return',
    data: { key: 'u' },
  })}</p>`
}

function tools(view: ReadingView, seen: Seen, open: boolean): Fragment {
  const search = html`<form class="read-search" method="get" action="/ke-hoach/doc/${view.document.id}" role="search">${hidden('loc', view.filter)}<label class="hidden" for="o-tim">Lọc các mục theo chữ</label><input type="search" class="input" id="o-tim" name="tim" value="${view.words}" placeholder="Lọc theo chữ" autocomplete="off">${button({ label: 'Lọc', kind: 'plain' })}<span class="hint" role="status" data-narrowed></span></form>`
  if (!open) return search
  const add = (kind: 'goal' | 'task'): string => `${readingHref(view)}&them=${kind}`
  return html`<div class="read-tool-row">${search}${linkButton({ label: 'Thêm mục', href: `${add('goal')}#them`, icon: 'plus', data: { key: 'n' } })}</div>${lastDecision(view)}<p class="hint" data-keys-hint hidden>Phím: <kbd>J</kbd> <kbd>K</kbd> chuyển mục, <kbd>A</kbd> chấp nhận, <kbd>E</kbd> sửa, <kbd>X</kbd> bỏ, <kbd>M</kbd> gộp, <kbd>U</kbd> hoàn tác, <kbd>?</kbd> bảng phím</p><p class="hidden" role="status" data-told></p><div class="add-bar" data-add-bar hidden><span>Đoạn đã chọn:</span>${linkButton({ label: 'Thêm mục tiêu', href: add('goal'), kind: 'main' })}${linkButton({ label: 'Thêm nhiệm vụ', href: add('task'), kind: 'main' })}</div>${view.adding === null ? '' : addForm(view, view.adding, seen)}`
}

/** Beside the heading of a group: one press for all that is sure in it. */
function acceptAll(view: ReadingView, shown: readonly ReviewItem[], seen: Seen): Record<string, Fragment> {
  const sure = (group: string) => shown.filter((i) => groupOf(i) === group && i.verdict === null && !i.unsure)
  return Object.fromEntries(
    GROUPS.flatMap((group) => {
      const list = sure(group)
      if (list.length < 2) return []
      const press = form({
        action: `/ke-hoach/doc/${view.document.id}/chap-nhan?loc=${view.filter}`,
        csrf: seen.csrf,
        label: `Chấp nhận các mục chắc chắn: ${group}`,
        body: html`${hidden('group', list.map((i) => i.key).join('|'))}${button({ label: `Chấp nhận ${list.length} mục chắc chắn`, kind: 'quiet' })}`,
      })
      return [[group, press]]
    }),
  )
}

const NOTHING: Readonly<Partial<Record<Filter, string>>> = {
  'chua-chac': 'Không còn mục nào chưa chắc.',
  'da-them': 'Chưa thêm mục nào.',
  'da-gop': 'Chưa gộp mục nào.',
  'da-bo': 'Chưa bỏ mục nào.',
  'da-sua': 'Chưa sửa mục nào.',
}

function actions(view: ReadingView, seen: Seen, open: boolean): Html {
  const { id } = view.document
  const again = form({
    action: `/ke-hoach/doc/${id}/doc-lai?loc=${view.filter}`,
    csrf: seen.csrf,
    label: 'Đọc lại văn bản',
    body: html`<button type="submit">Đọc lại bằng bộ đọc hiện nay</button>`,
  })
  const more = [
    html`<a href="/ke-hoach/doc/${id}/tep">Tải tệp gốc</a>`,
    html`<a href="/ke-hoach/doc/${id}/ra-soat">Xem kết quả rà soát</a>`,
    html`<a href="/ke-hoach/doc/${id}/phieu-ra-soat">Tải phiếu rà soát (.docx)</a>`,
    html`<a href="/ke-hoach/doc/${id}/xuat/xlsx" download>Xuất danh mục nhiệm vụ (.xlsx)</a>`,
    html`<a href="/ke-hoach/doc/${id}/xuat/docx" download>Xuất phụ lục phân công (.docx)</a>`,
    html`<a href="/ke-hoach/doc/${id}/xuat/json" download>Xuất bản đọc (.json)</a>`,
    ...(open ? [again] : []),
  ]
  return html`${menuButton('viec-khac', 'Việc khác', more)}${open ? linkButton({ label: 'Ban hành vào hệ thống', href: '#ban-hanh', kind: 'main' }) : ''}`
}

/** Draws the two columns with what is needed to confirm. */
export function readingPage(view: ReadingView, seen: Seen): Drawn {
  const { document } = view
  const shown = shownItems(view)
  const open = view.adopted === null && view.mayReview
  // After a decision the eye goes on to the next item that is still open, else to the next one.
  const after = (n: number): string | null =>
    (shown.slice(n + 1).find((i) => i.verdict === null) ?? shown[n + 1])?.key ?? null
  return {
    layout: 'wide',
    crumbs: [
      { label: 'Kế hoạch', href: '/ke-hoach' },
      seen.opens('/ke-hoach/doc') ? { label: 'Đọc văn bản', href: '/ke-hoach/doc' } : { label: 'Văn bản' },
      { label: document.name },
    ],
    body: stack(
      head({
        over: `${document.name} · ${document.uploadedBy} đọc vào lúc ${showInstant(document.uploadedAt)}`,
        title: finding(view),
        actions: actions(view, seen, open),
      }),
      staleForm(view, seen),
      emptyBand(view),
      intakeBand(document),
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
        ...(open ? { itemsNote: progress(view) } : {}),
        tools: tools(view, seen, open),
        groupTools: open ? acceptAll(view, shown, seen) : {},
        items: shown.map((i, n) => readItem(i, view, seen, after(n))),
        empty: view.words === '' ? (NOTHING[view.filter] ?? 'Không có mục nào.') : 'Không có mục nào chứa chữ này.',
        review: open,
      }),
      open ? adoptCard(view, seen) : '',
    ),
  }
}
