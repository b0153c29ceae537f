/** Các mục đọc được: how one item of a reading is shown, and the buttons that decide it. */
import type { Seen } from '../../../platform/http/route.ts'
import { button, linkButton } from '../../../ui/button.ts'
import { type Fragment, type Html, html } from '../../../ui/html.ts'
import { itemId, type Passage, type ReadItem } from '../../../ui/side-by-side.ts'
import { type StateKind, state } from '../../../ui/state.ts'
import { COMPARATORS, PERIOD_LABELS, type ReviewItem } from '../../documents/public.ts'
import { bodyLines } from './body-chip.ts'
import { editForm } from './edit-item.ts'
import { mergeForm } from './merge-item.ts'
import type { ReadingView } from './reading-view.ts'

/** Nhóm của từng loại mục, in the order of the page. Unsure items stand first. */
export const GROUPS = [
  'Đọc chưa chắc, cần xem',
  'Mục tiêu',
  'Nhiệm vụ',
  'Trách nhiệm tổ chức thực hiện',
  'Chế độ báo cáo',
  'Nơi nhận',
  'Văn bản được dẫn chiếu',
  'Thể thức văn bản',
] as const

const GROUP_OF = {
  goal: 'Mục tiêu',
  task: 'Nhiệm vụ',
  report: 'Chế độ báo cáo',
  recipient: 'Nơi nhận',
  reference: 'Văn bản được dẫn chiếu',
  head: 'Thể thức văn bản',
  signer: 'Thể thức văn bản',
} as const

/** The group an item is shown in. */
export function groupOf(i: ReviewItem): (typeof GROUPS)[number] {
  if (i.unsure) return 'Đọc chưa chắc, cần xem'
  return i.duty ? 'Trách nhiệm tổ chức thực hiện' : GROUP_OF[i.kind]
}

/** What the kinds are called in front of a clause. */
const NAMES: Readonly<Record<ReviewItem['kind'], string>> = {
  goal: 'Mục tiêu',
  task: 'Nhiệm vụ',
  report: 'Báo cáo',
  recipient: '',
  reference: '',
  head: '',
  signer: '',
}

/** "Mục tiêu II.1.2". */
export const nameOf = (i: ReviewItem): string => `${NAMES[i.kind]} ${i.clause}`.trim()

const joined = (lines: string | undefined): string => (lines ?? '').replaceAll('\n', '; ')

const facts = (...parts: readonly Fragment[]): Html | '' => {
  const shown = parts.filter((p) => p !== '')
  if (shown.length === 0) return ''
  return html`<p class="read-facts">${shown.map((p, i) => html`${i === 0 ? '' : ' · '}${p}`)}</p>`
}

function goalDetail(v: ReviewItem['values']): Fragment {
  const by = v.by ? `đến năm ${v.by}` : ''
  if (!v.value) return facts('Không nêu số', by)
  const words = v.comparator === undefined ? '' : COMPARATORS[v.comparator as keyof typeof COMPARATORS]
  const figure = `${v.value}${v.valueHigh ? ` đến ${v.valueHigh}` : ''}${v.unit === '%' ? '%' : ` ${v.unit ?? ''}`}`
  const target = words?.includes('…') ? words.replace('…', figure) : `${words ?? ''} ${figure}`
  return html`${facts(html`<b>${target.trim()}</b>`, by)}${facts(v.metric ?? '')}`
}

const taskDetail = (v: ReviewItem['values']): Fragment =>
  facts(
    v.lead ? html`Chủ trì: <b>${joined(v.lead)}</b>` : 'Chưa nêu chủ trì',
    v.coordinate ? `Phối hợp: ${joined(v.coordinate)}` : '',
    `Thời hạn: ${v.due || 'chưa nêu'}`,
    v.product ? `Sản phẩm: ${v.product}` : '',
    v.request === '1' ? 'Là đề nghị, không phải giao việc' : '',
  )

const reportDetail = (v: ReviewItem['values']): Fragment =>
  facts(
    v.from ? `${v.from} báo cáo` : 'Chưa rõ cơ quan báo cáo',
    v.to ? html`gửi <b>${v.to}</b>` : 'chưa rõ nơi nhận',
    v.via ? `qua ${v.via}` : '',
    v.period ? (PERIOD_LABELS[v.period as keyof typeof PERIOD_LABELS] ?? '').toLowerCase() : '',
    v.due ? `hạn ${v.due}` : 'chưa nêu hạn',
  )

const DETAIL: Readonly<Record<ReviewItem['kind'], (v: ReviewItem['values']) => Fragment>> = {
  goal: goalDetail,
  task: taskDetail,
  report: reportDetail,
  recipient: () => '',
  reference: (v) =>
    facts(html`<b>${v.number}</b>`, v.date ? `ngày ${v.date}` : 'chưa rõ ngày', v.issuer || 'chưa rõ cơ quan ban hành'),
  head: (v) => facts(v.docType ?? '', v.issuer || 'chưa rõ cơ quan ban hành'),
  signer: (v) => facts(v.authority ?? '', v.capacity ?? '', v.post ?? ''),
}

const STATE: Readonly<Record<NonNullable<ReviewItem['verdict']>, StateKind>> = {
  accepted: 'done',
  edited: 'done',
  added: 'done',
  rejected: 'exempt',
  merged: 'exempt',
}

function marks(i: ReviewItem): Fragment {
  if (i.verdict !== null) return state(STATE[i.verdict], i.verdictLabel ?? '', { plain: true })
  return i.unsure ? state('soon', 'Chưa chắc', { plain: true }) : ''
}

/** Where the page comes back to: same filter, and the item after this one. */
const queryOf = (view: ReadingView, next: string | null): string => {
  const query = new URLSearchParams({
    loc: view.filter,
    ...(view.words === '' ? {} : { tim: view.words }),
    ...(next === null ? {} : { sau: next }),
  })
  return `?${query}`
}

/** The address of the page as it is shown, with one item open. */
export const openItem = (view: ReadingView, how: 'sua' | 'gop', key: string): string => {
  const query = new URLSearchParams({
    loc: view.filter,
    ...(view.words === '' ? {} : { tim: view.words }),
    [how]: key,
  })
  return `/ke-hoach/doc/${view.document.id}?${query}#${itemId(key)}`
}

/** Which item, which version, sent by one button of the page's single form. */
const decide = (
  view: ReadingView,
  i: ReviewItem,
  how: { verdict: string; label: string; key: string },
  next: string | null,
) =>
  button({
    label: how.label,
    kind: 'quiet',
    form: 'quyet-dinh',
    name: 'decide',
    value: `${how.verdict} ${i.version} ${i.key}`,
    action: `/ke-hoach/doc/${view.document.id}/${how.verdict === 'undo' ? 'hoan-tac' : 'muc'}${queryOf(view, how.verdict === 'undo' ? null : next)}`,
    data: { key: how.key },
  })

function itemButtons(i: ReviewItem, view: ReadingView, next: string | null): Html {
  const left = i.verdict === 'rejected' || i.verdict === 'merged'
  const link = (label: string, how: 'sua' | 'gop', key: string) =>
    linkButton({ label, kind: 'quiet', href: openItem(view, how, i.key), data: { key } })
  return html`<div class="actions">${left || i.verdict === 'accepted' || i.verdict === 'added' ? '' : decide(view, i, { verdict: 'accepted', label: i.verdict === 'edited' ? 'Lấy như đã đọc' : 'Chấp nhận', key: 'a' }, next)}${left ? '' : link('Sửa', 'sua', 'e')}${left ? '' : decide(view, i, { verdict: 'rejected', label: 'Bỏ mục này', key: 'x' }, next)}${left || !view.mergeable.includes(i.key) ? '' : link('Gộp', 'gop', 'm')}${i.verdict === null ? '' : decide(view, i, { verdict: 'undo', label: i.verdict === 'merged' ? 'Hoàn tác gộp' : 'Hoàn tác', key: 'u' }, next)}</div>`
}

/** Items that became part of `i`, and the one it became part of. */
function merging(i: ReviewItem, all: readonly ReviewItem[]): Fragment {
  const into = all.find((x) => x.key === i.mergedInto)
  const parts = all.filter((x) => x.mergedInto === i.key)
  if (into !== undefined)
    return html`<p class="read-facts">Là một phần của <a href="${`#${itemId(into.key)}`}">${nameOf(into)}</a></p>`
  return parts.length === 0 ? '' : facts(`Gồm cả ${parts.map((p) => p.clause).join(', ')}`)
}

function bodyOf(i: ReviewItem, view: ReadingView, seen: Seen, next: string | null): Fragment {
  const open = view.mayReview && view.adopted === null
  if (open && view.editing === i.key) return html`<div data-review-form>${editForm(i, view, seen)}</div>`
  const shown = html`<p>${i.text === '' ? html`<span class="none">chưa có</span>` : i.text}</p>${DETAIL[i.kind](i.values)}${bodyLines(view.bodies[i.key] ?? [], view.mayReview && i.kind !== 'report' ? view.document.id : null)}${merging(i, view.items)}`
  if (open && view.merging === i.key) return html`${shown}<div data-review-form>${mergeForm(i, view, seen)}</div>`
  return html`${shown}${open ? itemButtons(i, view, next) : ''}`
}

/** One item; `next` = the one the eye goes to after deciding it. */
export function readItem(i: ReviewItem, view: ReadingView, seen: Seen, next: string | null): ReadItem {
  const standing = i.verdictLabel ?? (i.unsure ? 'chưa chắc' : '')
  return {
    id: i.key,
    group: groupOf(i),
    label: `${nameOf(i)}${standing === '' ? '' : `, ${standing.toLowerCase()}`}`,
    title: html`<b>${i.clause}</b> ${marks(i)}`,
    body: bodyOf(i, view, seen, next),
    ...(i.unsure ? { tone: 'soon' as const } : {}),
  }
}

/** What is marked in the text: the items shown; a merged one as part of the item it is in. */
export const passages = (list: readonly ReviewItem[]): Passage[] =>
  list
    .filter((i) => i.span[1] > i.span[0])
    .map((i) => ({
      item: i.key,
      from: i.span[0],
      to: i.span[1],
      kind: i.unsure ? ('soon' as const) : ('plain' as const),
    }))
