/** Khiếm khuyết của chữ: numbering, slips of recognition, left-over marks, page breaks, missing full stops. */
import type { Defect, Span } from '../words.ts'
import { defect } from './defect.ts'
import type { Block } from './lines.ts'
import { lostMarks } from './lost-marks.ts'
import { roman, romanValue } from './markers.ts'
import { SLIPS } from './ocr-slips.ts'
import { type Passage, spanIn, spanOf } from './passage.ts'
import { everyMatch } from './phrase.ts'
import { isHeading, isNumbered, type Node, type Tree, walk } from './sections.ts'

function ordinal(n: Node): number | null {
  if (n.kind === 'roman') return romanValue(n.no)
  if (n.kind === 'number' || n.kind === 'article') return Number(n.no)
  return null
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** Gaps and repeats in the numbers of siblings. */
export function numbering(nodes: readonly Node[]): Defect[] {
  const out: Defect[] = []
  let before: { n: Node; value: number } | null = null
  for (const n of nodes.filter(isNumbered)) {
    const value = n.kind === 'letter' ? LETTERS.indexOf(n.no) + 1 : ordinal(n)
    if (value !== null && before && before.n.kind === n.kind) {
      const gap = value - before.value
      const show = (v: number): string =>
        n.kind === 'roman' ? roman(v) : n.kind === 'letter' ? (LETTERS[v - 1] ?? '?') : String(v)
      const span = spanOf(n.block.whole)
      if (gap > 1 && gap < 10) {
        const lost = Array.from({ length: gap - 1 }, (_, i) => show(before ? before.value + 1 + i : 0)).join(', ')
        out.push(defect('numbering', n.path, `Sau mục ${before.n.no} là mục ${n.no}: không có mục ${lost}.`, { span }))
      } else if (gap === 0) out.push(defect('numbering', n.path, `Mục ${n.no} được đánh số hai lần.`, { span }))
    }
    if (value !== null) before = { n, value }
    out.push(...numbering(n.children))
  }
  return out
}

const INDICATOR = /^Chỉ\s+tiêu\s+(?:số\s+)?(\d{1,3})(?=\s*[:.-])/u

/** "Chỉ tiêu 6", then "Chỉ tiêu 8": indicators that number themselves. */
export function indicatorNumbering(nodes: readonly Node[]): Defect[] {
  let before = 0
  return nodes.flatMap((n) => {
    const value = Number(INDICATOR.exec(n.block.body.text)?.[1] ?? 0)
    const gap = before > 0 && value - before > 1 && value - before < 10
    const what = gap
      ? `Sau Chỉ tiêu ${before} là Chỉ tiêu ${value}: số bị nhảy.`
      : value > 0 && value === before
        ? `Chỉ tiêu ${value} được đánh số hai lần.`
        : null
    if (value > 0) before = value
    return what ? [defect('numbering', n.path, what, { span: spanOf(n.block.whole) })] : []
  })
}

/** The clause whose text covers a place. */
function clauseAt(tree: Tree, at: number): string | null {
  let best: string | null = null
  for (const n of walk(tree.roots)) {
    const [from, to] = spanOf(n.block.whole)
    if (at >= from && at < to) best = n.path
  }
  return best
}

function suggestionFor(suggestion: string, wrong: string): string {
  const meant = suggestion === 'ngh…' ? `${wrong.slice(0, 2)}h${wrong.slice(2)}` : suggestion
  const capital = wrong.charAt(0) !== wrong.charAt(0).toLowerCase()
  return capital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
}

/** Slips of recognition and of wording, each at its place. */
export function slips(p: Passage, tree: Tree): Defect[] {
  return SLIPS.flatMap((slip) =>
    everyMatch(slip.pattern, p.text).flatMap((m) => {
      const wrong = m[0]
      const suggestion = suggestionFor(slip.suggestion, wrong)
      if (suggestion.toLowerCase() === wrong.toLowerCase().replace(/\s+/gu, ' ')) return []
      const span = spanIn(p, m.index, m.index + wrong.length)
      const guess = slip.certain ? 'nghi là' : 'có thể là'
      // One syllable alone is hard to find again in the text: it is shown with the next one.
      const next = wrong.includes(' ') ? '' : (/^\s\p{L}+/u.exec(p.text.slice(m.index + wrong.length))?.[0] ?? '')
      return [
        defect(
          slip.kind,
          clauseAt(tree, span[0]) ?? 'phần mở đầu',
          `“${wrong}${next}” ${guess} “${suggestion}${next}”.`,
          {
            span,
            suggestion,
          },
        ),
      ]
    }),
  )
}

const MOST = 60

/** `right` with the capitals of `wrong`, word by word. */
function inCaseOf(wrong: string, right: string): string {
  if (wrong === wrong.toUpperCase()) return right.toUpperCase()
  const written = wrong.split(/\s+/u)
  const capital = (word: string, i: number): boolean => /^\p{Lu}/u.test(written[i] ?? '') && word !== ''
  return right
    .split(' ')
    .map((w, i) => (capital(w, i) ? w.charAt(0).toUpperCase() + w.slice(1) : w))
    .join(' ')
}

/** Words that lost their marks; a document that lost nearly all of them says so once. */
export function wrongMarks(passages: readonly Passage[], tree: Tree): Defect[] {
  const found = passages.flatMap((p) =>
    lostMarks(p.text).map((m) => ({ ...m, span: spanIn(p, m.at, m.at + m.wrong.length) })),
  )
  const first = found[0]
  if (first && found.length > MOST) {
    const what = `Chữ mất dấu hoặc sai dấu ở ${found.length} chỗ, như “${first.wrong}” (đúng là “${first.right}”); cần văn bản gốc.`
    return [defect('ocr', 'toàn văn bản', what, { span: first.span })]
  }
  return found.map(({ wrong, right, span }) => {
    const suggestion = inCaseOf(wrong, right)
    const what = `“${wrong}” nghi là “${suggestion}”.`
    return defect('ocr', clauseAt(tree, span[0]) ?? 'phần mở đầu', what, { span, suggestion })
  })
}

/** Asterisks left over from italics and bold. */
export function markup(p: Passage, tree: Tree): Defect[] {
  return everyMatch(/\*+[^*\n]{1,200}\*+/gu, p.text).map((m) => {
    const span = spanIn(p, m.index, m.index + m[0].length)
    return defect(
      'markup',
      clauseAt(tree, span[0]) ?? 'phần mở đầu',
      `Chữ nghiêng hoặc đậm còn để dấu sao: “${m[0]}”.`,
      { span },
    )
  })
}

/** Sentences that a page turn cut in two. */
export function pageBreaks(block: Block, tree: Tree): Defect[] {
  return block.cuts.map((at) => {
    const index = block.whole.at.indexOf(at)
    const before = block.whole.text.slice(0, index).trim().split(/\s+/u).slice(-3).join(' ')
    const after = block.whole.text.slice(index).split(/\s+/u).slice(0, 3).join(' ')
    const what = `Câu bị cắt khi sang trang: “…${before}” / “${after}…”.`
    return defect('page-break', clauseAt(tree, at) ?? 'phần mở đầu', what, { span: [at, at + 1] })
  })
}

/** A bullet or paragraph that ends without a full stop, or on an ellipsis. */
export function punctuation(n: Node): Defect[] {
  const { text } = n.block.body
  if (isHeading(n) || isNumbered(n) || n.children.length > 0 || text.length < 60 || text.includes('\t')) return []
  // A line of labels ("Cơ quan phối hợp: …") closes as its writer likes; a bracket at the end closes the sentence.
  if (/(?:chủ trì|phối hợp|thực hiện|thời gian|thời hạn|sản phẩm)[^:.;]{0,20}:/iu.test(text) || /[)\]*]$/u.test(text))
    return []
  const span = spanOf(n.block.body)
  const end: Span = [span[1] - 1, span[1]]
  if (/(?:\.{3}|…)$/u.test(text))
    return [defect('punctuation', n.path, `Kết thúc bằng dấu ba chấm: “${text.slice(-30)}”.`, { span: end })]
  if (!/[.!?;:]["”)]*$/u.test(text))
    return [defect('punctuation', n.path, `Kết thúc không có dấu chấm: “${text.slice(-30)}”.`, { span: end })]
  return []
}
