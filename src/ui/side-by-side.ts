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
}

/** Đối chiếu. */
export type SideBySide = {
  readonly sourceTitle: string
  readonly text: string
  readonly passages: readonly Passage[]
  readonly itemsTitle: string
  readonly items: readonly ReadItem[]
}

const markId = (item: string): string => `cau-${idFrom(item)}`
const itemId = (item: string): string => `muc-${idFrom(item)}`

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
  return html`<p>${pieces}</p>`
}

/** Text with marked passages; a line of the text is a paragraph. */
export function markedText(text: string, passages: readonly Passage[]): Html {
  const used = new Set<string>()
  let start = 0
  const out = text.split('\n').map((row) => {
    const made = row.trim() === '' ? '' : paragraph(row, start, passages, used)
    start += row.length + 1
    return made
  })
  return html`${out}`
}

/** Both columns. */
export function sideBySide(s: SideBySide): Html {
  const found = new Set(s.passages.map((p) => p.item))
  let group: string | null = null
  const items = s.items.map((i) => {
    const heading = i.group !== undefined && i.group !== group ? html`<h3>${i.group}</h3>` : ''
    group = i.group ?? group
    const back = found.has(i.id)
      ? html`<a class="to-source" href="${`#${markId(i.id)}`}" data-link="${i.id}">${icon('left')}<span>Câu gốc</span></a>`
      : ''
    return html`${heading}<article${attributes({ class: classes('read-item', i.tone), id: itemId(i.id), 'data-item': i.id })}><div class="read-title">${i.title}${back}</div>${isEmpty(i.body) ? '' : html`<div class="read-body">${i.body}</div>`}</article>`
  })
  return html`<div class="side-by-side" data-linking><section class="source" aria-label="${s.sourceTitle}" tabindex="0"><h2>${s.sourceTitle}</h2>${markedText(s.text, s.passages)}</section><section class="items" aria-label="${s.itemsTitle}"><h2>${s.itemsTitle}</h2>${items}</section></div>`
}
