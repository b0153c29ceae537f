/**
 * Đối chiếu: the original text at the left with marked passages, what was read from it at the right, linked both ways.
 * Without scripts the marks are links to the items and back.
 */
import { attributes, classes, type Fragment, type Html, html, idFrom, isEmpty } from './html.ts'
import { icon } from './icons.ts'

/** Đoạn được đánh dấu: half-open `[from, to)` in characters of the whole text; passages may lie inside each other. */
export type Passage = {
  readonly item: string
  readonly from: number
  readonly to: number
  readonly kind?: 'plain' | 'soon' | 'late'
}

/** Điều đã đọc được. */
export type ReadItem = {
  readonly id: string
  readonly title: Fragment
  readonly body?: Fragment
  readonly tone?: 'soon' | 'late'
  /** Heading of a group, printed before the first of its items. */
  readonly group?: string
  /** Said when the keyboard comes to it: "Mục tiêu II.1.2, chưa chắc". */
  readonly label?: string
}

/** Đối chiếu. */
export type SideBySide = {
  readonly sourceTitle: string
  readonly text: string
  readonly passages: readonly Passage[]
  readonly itemsTitle: string
  readonly items: readonly ReadItem[]
  /** Words beside the title of the text, and beside that of the items. */
  readonly sourceNote?: Fragment
  readonly itemsNote?: Fragment
  /** What stands above the items: tools, the form that adds one. */
  readonly tools?: Fragment
  /** Buttons beside the heading of a group. */
  readonly groupTools?: Readonly<Record<string, Fragment>>
  /** Said where there is no item. */
  readonly empty?: Fragment
  /** Items are decided here: keys and focus of `islands/reviewing.ts`. */
  readonly review?: boolean
}

const markId = (item: string): string => `cau-${idFrom(item)}`

/** Id of an item on the page: what a link to it names. */
export const itemId = (item: string): string => `muc-${idFrom(item)}`

/** The innermost passage that covers `[from, to)`. */
function innermost(passages: readonly Passage[], from: number, to: number): Passage | null {
  const over = passages.filter((p) => p.from <= from && p.to >= to)
  return over.reduce<Passage | null>(
    (best, p) => (best === null || p.to - p.from < best.to - best.from ? p : best),
    null,
  )
}

function paragraph(text: string, start: number, passages: readonly Passage[], used: Set<string>): Html {
  const end = start + text.length
  const here = passages.filter((p) => p.from < end && p.to > start)
  const cuts = [start, end, ...here.flatMap((p) => [p.from, p.to])].filter((c) => c >= start && c <= end)
  const points = [...new Set(cuts)].sort((a, b) => a - b)
  const pieces = points.slice(0, -1).map((from, i) => {
    const to = points[i + 1] ?? end
    const words = text.slice(from - start, to - start)
    const p = innermost(here, from, to)
    if (p === null) return words
    const first = !used.has(p.item)
    used.add(p.item)
    return html`<a${attributes({ class: classes('passage', p.kind), id: first ? markId(p.item) : null, href: `#${itemId(p.item)}`, 'data-link': p.item, tabindex: first ? null : -1 })}>${words}</a>`
  })
  return html`<p data-from="${start}">${pieces}</p>`
}

/** The text with its marks, and the items that have a mark of their own. */
function marked(text: string, passages: readonly Passage[]): { body: Html; used: ReadonlySet<string> } {
  const used = new Set<string>()
  let start = 0
  const out = text.split('\n').map((row) => {
    const made = row.trim() === '' ? '' : paragraph(row, start, passages, used)
    start += row.length + 1
    return made
  })
  return { body: html`${out}`, used }
}

/** Text with marked passages; a line of the text is a paragraph. */
export const markedText = (text: string, passages: readonly Passage[]): Html => marked(text, passages).body

/** The item whose mark shows the words of `item`: its own, or the one that covers them; null when they are not in the text. */
function markOf(item: string, passages: readonly Passage[], used: ReadonlySet<string>): string | null {
  if (used.has(item)) return item
  const own = passages.find((p) => p.item === item && p.to > p.from)
  if (own === undefined) return null
  return passages.find((p) => used.has(p.item) && p.from <= own.from && own.from < p.to)?.item ?? null
}

/** Both columns. */
export function sideBySide(s: SideBySide): Html {
  const { body, used } = marked(s.text, s.passages)
  let group: string | null = null
  const items = s.items.map((i) => {
    const heading = i.group !== undefined && i.group !== group ? groupHeading(i.group, s.groupTools?.[i.group]) : ''
    group = i.group ?? group
    return html`${heading}${readItem(i, markOf(i.id, s.passages, used), s.review === true)}`
  })
  const note = (n: Fragment): Fragment => (isEmpty(n) ? '' : html`<span class="column-note">${n}</span>`)
  const top = (title: string, n: Fragment): Html => html`<div class="column-top"><h2>${title}</h2>${note(n)}</div>`
  const tools = isEmpty(s.tools) ? '' : html`<div class="read-tools" data-review-tools>${s.tools}</div>`
  return html`<div${attributes({ class: 'side-by-side', 'data-linking': true, 'data-review': s.review === true })}><section class="source" aria-label="${s.sourceTitle}" tabindex="0">${top(s.sourceTitle, s.sourceNote)}<div data-source-text>${body}</div></section><section class="items" aria-label="${s.itemsTitle}" tabindex="0">${top(s.itemsTitle, s.itemsNote)}${tools}${s.items.length === 0 ? html`<p class="hint">${s.empty}</p>` : items}</section></div>`
}

const groupHeading = (title: string, tools: Fragment): Html =>
  html`<div class="read-group"><h3>${title}</h3>${isEmpty(tools) ? '' : tools}</div>`

function readItem(i: ReadItem, mark: string | null, focusable: boolean): Html {
  const back =
    mark === null
      ? ''
      : html`<a class="to-source" href="${`#${markId(mark)}`}" data-link="${i.id}">${icon('left')}<span>Câu gốc</span></a>`
  const own = attributes({
    class: classes('read-item', i.tone),
    id: itemId(i.id),
    'data-item': i.id,
    'data-mark': mark !== null && mark !== i.id ? mark : null,
    tabindex: focusable ? -1 : null,
    'aria-label': i.label,
  })
  return html`<article${own}><div class="read-title">${i.title}${back}</div>${isEmpty(i.body) ? '' : html`<div class="read-body">${i.body}</div>`}</article>`
}
