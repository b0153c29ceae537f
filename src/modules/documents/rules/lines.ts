/**
 * Dòng và đoạn: from the lines of a file to the paragraphs that were meant. A file wraps lines at a width, cuts a
 * sentence where a page turned, drops a page number in between; none of that is a new paragraph.
 */

import type { Span } from '../words.ts'
import { type Marker, markerOf } from './markers.ts'
import { opensWork } from './name-end.ts'
import { cut, join, type Passage, passage } from './passage.ts'
import type { Shape } from './phrase.ts'

/** Dòng có chữ of the source: `[start, end)` trimmed; blank lines and noise are left out. */
export type Line = {
  /** The line as it reads; "|" between cells is a tab here. As long as the source from `start` to `end`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** A blank line, a rule or a page turn stands before it. */
  readonly blankBefore: boolean
  /** Where its cells stand, empty ones too, when tabs or "|" cut it into several; null for a plain line. */
  readonly cells: readonly Span[] | null
}

/** Đoạn: one paragraph, its marker taken off. */
export type Block = {
  readonly marker: Marker | null
  readonly body: Passage
  /** With its marker. */
  readonly whole: Passage
  /** Places in the source where a sentence was cut by a page turn and joined again. */
  readonly cuts: readonly number[]
}

/** Lines that are not text of the document. */
export const NOISE: readonly Shape[] = [
  { id: 'rule', pattern: /^[-–—_=*.·•|+:\s]+$/u, example: '-------' },
  { id: 'page-number', pattern: /^[-–—\s]*\d{1,3}[-–—\s]*$/u, example: '- 3 -' },
  { id: 'page-of', pattern: /^(?:Trang|Page)\s+\d+(?:\s*\/\s*\d+)?$/iu, example: 'Trang 3/10' },
]

/** Số đứng một mình trên dòng: a page number, or the number of a row where a table lost its columns. */
const LONE_NUMBER = /^\d{1,3}$/u
/** The head of the first column of a table: from there on a number alone may be that of a row. */
const ROW_NUMBERS = /^(?:TT|STT|Số TT)$/iu

function cellsOf(raw: string, text: string, offset: number): Span[] | null {
  const pipes = text.includes('|')
  const marker = pipes ? null : markerOf(text)
  if (!pipes && !(marker ? text.slice(marker.length) : text).includes('\t')) return null
  const mark = pipes ? '|' : '\t'
  const inner = pipes ? /^(\s*\|?)(.*?)\|?\s*$/su.exec(raw) : null
  let from = offset + (inner?.[1]?.length ?? 0)
  return (inner?.[2] ?? raw).split(mark).map((cell) => {
    const at: Span = [from, from + cell.length]
    from += cell.length + 1
    return at
  })
}

/** The lines with text; leading lines that begin with `#` are notes of whoever saved the file. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let offset = 0
  let blankBefore = true
  let rows = false
  for (const raw of source.split('\n')) {
    const trimmed = raw.trim()
    const at = offset
    offset += raw.length + 1
    const note = lines.length === 0 && trimmed.startsWith('#')
    const row = rows && LONE_NUMBER.test(trimmed)
    if (trimmed === '' || note || (!row && NOISE.some((n) => n.pattern.test(trimmed)))) {
      blankBefore = true
      continue
    }
    if (ROW_NUMBERS.test(trimmed)) rows = true
    const text = trimmed.replace(/^\|\s*|\s*\|$/gu, '')
    const start = at + raw.indexOf(text)
    const cells = cellsOf(raw, trimmed, at)
    const read = text.replaceAll('|', '\t')
    lines.push({ text: read, start, end: start + text.length, blankBefore: blankBefore || raw.includes('\f'), cells })
    blankBefore = false
  }
  return lines
}

/** Whether a line is a number alone. */
export const isLoneNumber = (line: Line): boolean => LONE_NUMBER.test(line.text)

/** Cách ngắt dòng of a file. `width` 0: every line is a whole paragraph. */
export type Wrapping = { readonly width: number; readonly blankSeparated: boolean }

const ENDED = /[.!?;:…]["”)\]]*$/u
const OPEN_WORD =
  /(?:^|\s)(?:và|của|các|những|cho|với|về|tại|theo|trong|trên|do|để|là|được|từ|đến|bằng|hoặc|như|một|mọi|mỗi|có|không|bị|thuộc|nhằm|sở|ubnd|hđnd|số|ngày|tháng|năm|ban|ủy|uỷ|tỉnh|huyện|xã)$/iu

/** "Biên phòng tỉnh" can end a heading: after a blank line, a capital begins something else. */
const WHOLE_NAME = /(?:^|\s)(?:tỉnh|huyện|xã|năm|cơ\s+sở)$/iu

/** Whether the sentence of `text` can be over. */
export const isEnded = (text: string): boolean => ENDED.test(text)

/** Finds out how the lines were broken. */
export function wrappingOf(given: readonly Line[]): Wrapping {
  const lines = given.filter((l) => !l.cells)
  const lengths = lines.map((l) => l.text.length).sort((a, b) => a - b)
  const longest = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
  const runOn = lines.filter((l, i) => {
    const next = lines[i + 1]
    return next && !next.blankBefore && !isEnded(l.text) && l.text.length > longest * 0.6 && l.text.length > 30
  })
  const marked = lines.filter((l) => markerOf(l.text) !== null)
  const spaced = marked.filter((l) => l.blankBefore).length
  const wrapped = longest <= 160 && runOn.length >= Math.max(3, lines.length * 0.15)
  return { width: wrapped ? longest : 0, blankSeparated: spaced > marked.length * 0.6 }
}

/** Whether the first word of `next` had no room on the line before it. */
const isFull = (previous: string, next: string, wrapping: Wrapping): boolean =>
  previous.length + 1 + (/^\S+/u.exec(next)?.[0].length ?? 0) > wrapping.width

/** A small letter goes on with the sentence; so do "/" and "&", which begin no word ("số 140" / "/2017/NĐ-CP"). */
const startsLower = (text: string): boolean => /^(?:["“(*]*\p{Ll}|[/&]\S)/u.test(text)

/** Whether `line` goes on with the sentence of `previous`; `paged` when a blank line or page turn lies between. */
function continues(previous: string, line: Line, wrapping: Wrapping, headed: boolean): 'no' | 'wrapped' | 'paged' {
  const marker = markerOf(line.text)
  const rest = marker ? line.text.slice(marker.length) : line.text
  const gap = line.blankBefore || wrapping.width === 0
  if (line.cells) return 'no'
  if (marker) {
    // A hyphen between words that the wrap brought to the start of a line looks like a bullet; so does "2022 -/2025".
    const loose = marker.kind === 'bullet' || marker.kind === 'number' || marker.kind === 'letter'
    if (gap || !loose || isEnded(previous)) return 'no'
    const year = /(?:^|\s)(?:19|20)\d\d$/u.test(previous)
    const years = year ? /^(?:19|20)\d\d(?![\d.,%])/u.test(rest) : /\d$/u.test(previous) && /^\d/u.test(rest)
    const name = marker.kind === 'bullet' && isFull(previous, line.text, wrapping) && /\p{Lu}\p{Ll}*$/u.test(previous)
    return startsLower(rest) || years || name ? 'wrapped' : 'no'
  }
  if (gap) {
    const unfinished =
      !isEnded(previous) &&
      (startsLower(rest) || (OPEN_WORD.test(previous) && !WHOLE_NAME.test(previous)) || /,$/u.test(previous))
    return unfinished ? 'paged' : 'no'
  }
  // A heading that had room for the next word is over: "2. Công an tỉnh" / "Phối hợp với …".
  const over =
    headed &&
    !startsLower(rest) &&
    !isFull(previous, rest, wrapping) &&
    !OPEN_WORD.test(previous) &&
    !/,$/u.test(previous)
  if (over && (wrapping.blankSeparated ? opensWork(rest) : /^\p{Lu}/u.test(rest))) return 'no'
  if (startsLower(rest) || wrapping.blankSeparated) return 'wrapped'
  const full = isFull(previous, rest, wrapping)
  return !isEnded(previous) || full
    ? full || OPEN_WORD.test(previous) || /[,\d]$/u.test(previous)
      ? 'wrapped'
      : 'no'
    : 'no'
}

const isNumberedMarker = (kind: string | undefined): boolean =>
  kind !== undefined && kind !== 'bullet' && kind !== 'plus' && kind !== 'letter'

/** Joins lines into paragraphs. */
export function blocksOf(source: string, lines: readonly Line[], wrapping = wrappingOf(lines)): Block[] {
  const blocks: { whole: Passage; cuts: number[] }[] = []
  let previous = ''
  let celled = false
  let headed = false
  for (const line of lines) {
    const piece = passage(source, line.start, line.end)
    const last = blocks.at(-1)
    const how: 'no' | 'wrapped' | 'paged' = last && !celled ? continues(previous, line, wrapping, headed) : 'no'
    if (last && how !== 'no') {
      last.whole = join(last.whole, piece)
      if (how === 'paged' && line.blankBefore) last.cuts.push(line.start)
    } else blocks.push({ whole: piece, cuts: [] })
    previous = line.text
    celled = line.cells !== null
    headed = how === 'no' && isNumberedMarker(markerOf(line.text)?.kind)
  }
  return titledParts(
    blocks.map(({ whole, cuts }) => {
      const marker = markerOf(whole.text)
      return { marker, whole, cuts, body: marker ? cut(whole, marker.length) : whole }
    }),
  )
}

/** "Phần I" alone on its line takes its title from the next paragraph (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6). */
function titledParts(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    const bare = last?.body.text === '' && (last.marker?.kind === 'part' || last.marker?.kind === 'article')
    if (last && bare && !block.marker)
      out[out.length - 1] = { ...last, body: block.body, whole: join(last.whole, block.whole) }
    else out.push(block)
  }
  return out
}
