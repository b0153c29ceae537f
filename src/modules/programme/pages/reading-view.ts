/** Điều trang xác nhận bản đọc cho thấy: what is asked in its address, and what it shows. */
import type { ReviewItem, SourceDocument } from '../../documents/public.ts'
import type { ToldName } from './body-chip.ts'

/** Lọc, in the address as `loc`. */
export const FILTERS = [
  'tat-ca',
  'chua-chac',
  'muc-tieu',
  'nhiem-vu',
  'bao-cao',
  'noi-nhan',
  'dan-chieu',
  'the-thuc',
  'da-sua',
  'da-them',
  'da-gop',
  'da-bo',
] as const

/** Một cách lọc. */
export type Filter = (typeof FILTERS)[number]

/** Which items each filter keeps. */
export const FITS: Readonly<Record<Filter, (i: ReviewItem) => boolean>> = {
  'tat-ca': () => true,
  'chua-chac': (i) => i.unsure,
  'muc-tieu': (i) => i.kind === 'goal',
  'nhiem-vu': (i) => i.kind === 'task',
  'bao-cao': (i) => i.kind === 'report',
  'noi-nhan': (i) => i.kind === 'recipient',
  'dan-chieu': (i) => i.kind === 'reference',
  'the-thuc': (i) => i.kind === 'head' || i.kind === 'signer',
  'da-sua': (i) => i.verdict === 'edited',
  'da-them': (i) => i.verdict === 'added',
  'da-gop': (i) => i.verdict === 'merged',
  'da-bo': (i) => i.verdict === 'rejected',
}

/** Thêm mục: what the page was asked to add. */
export type Adding = { readonly kind: 'goal' | 'task'; readonly from: number | null; readonly to: number | null }

/** Quyết định gần nhất: in words, and how it is undone. */
export type LastDecision = {
  readonly words: string
  readonly undo: { readonly item: string; readonly version: number; readonly batch: string }
}

/** What the page shows. */
export type ReadingView = {
  readonly document: Omit<SourceDocument, 'decisions'>
  readonly items: readonly ReviewItem[]
  readonly filter: Filter
  /** Words looked for in the items. */
  readonly words: string
  /** Key of the item that is being edited, merged. */
  readonly editing: string | null
  readonly merging: string | null
  readonly adding: Adding | null
  /** Keys of items that could be part of another one. */
  readonly mergeable: readonly string[]
  readonly last: LastDecision | null
  /** What the names of bodies in each item are, by its key, in the register of the document's day. */
  readonly bodies: Readonly<Record<string, readonly ToldName[]>>
  /** The programme adopted from it, or amended by it. */
  readonly adopted: { readonly number: string } | null
  /** The programme in force: what this document may amend. */
  readonly current: { readonly number: string } | null
  readonly mayReview: boolean
}

/** The page as it is shown, nothing open. */
export function readingHref(view: Pick<ReadingView, 'document' | 'filter' | 'words'>, filter = view.filter): string {
  const query = new URLSearchParams({ loc: filter, ...(view.words === '' ? {} : { tim: view.words }) })
  return `/ke-hoach/doc/${view.document.id}?${query}`
}
