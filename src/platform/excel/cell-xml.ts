/** Ô thành XML: a text is never a formula, a day is a real date, and nothing that XML cannot hold gets through. */
import { showDay } from '../../kernel/day.ts'
import { columnLetters, serialOf } from './addresses.ts'
import { type Shown, styleOf } from './looks.ts'
import type { Look, Value } from './workbook.ts'

/** Most characters a cell holds. */
const MAX_TEXT = 32_767

/** Words with single spaces between, nothing to escape, to drop or to keep apart: most texts of a long sheet. */
const PLAIN = /^(?:[!#-%'-;=?-^`-~\u00A1-\uD7FF\uE000-\uFFFD]+(?: [!#-%'-;=?-^`-~\u00A1-\uD7FF\uE000-\uFFFD]+)*)?$/

/** Text for XML: what Excel escapes itself stays as written, control characters and lone surrogates are dropped. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
  return /[&<>"]/.test(safe)
    ? safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : safe
}

const cut = (text: string): string => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`)

/** What Excel, or a program that opens a copy of the sheet as text, would take for a formula, a number or a date. */
const TAKEN_FOR_ELSE = /^\s*(?:[=+\-@]|[\d.,/:\s%-]+$|(?:true|false)$)/i

/** Spaces that a reader of XML may drop unless it is told to keep them. */
const SPACED = /^\s|\s$|[\n\t]| {2}/
const KEPT = ' xml:space="preserve"'

/** The first characters of what may be taken for something else. */
const SUSPECT = new Set([...'=+-@0123456789.,/:%tTfF \t\n\r\u00a0'])

const texts = (address: string, look: Look, given: string): string => {
  const text = cut(given)
  const plain = PLAIN.test(text)
  const suspect = (SUSPECT.has(text.charAt(0)) || !plain) && TAKEN_FOR_ELSE.test(text)
  const style = styleOf(look, suspect ? 'quoted' : 'text')
  const start = `<c r="${address}" s="${style}" t="inlineStr"><is><t`
  return plain
    ? `${start}>${text}</t></is></c>`
    : `${start}${SPACED.test(text) ? KEPT : ''}>${xmlText(text)}</t></is></c>`
}

function numbers(address: string, look: Look, n: number, shown: Shown): string {
  if (!Number.isFinite(n)) throw new Error(`not a number for a cell: ${n}`)
  return `<c r="${address}" s="${styleOf(look, shown)}"><v>${n}</v></c>`
}

/** One cell; an empty one keeps its look. */
export function cellXml(row: number, column: number, value: Value, look: Look): string {
  const address = `${columnLetters(column)}${row}`
  if (value === null || value === '') return `<c r="${address}" s="${styleOf(look, 'text')}"/>`
  if (typeof value === 'string') return texts(address, look, value)
  if (typeof value === 'number') return numbers(address, look, value, Number.isInteger(value) ? 'grouped' : 'decimal')
  if ('plain' in value) return numbers(address, look, value.plain, 'plain')
  const serial = serialOf(value.day)
  return serial === null ? texts(address, look, showDay(value.day)) : numbers(address, look, serial, 'day')
}
