/**
 * Ghi tệp .csv: UTF-8 with its mark, lines ended as Excel ends them, row after row. A text that a program would compute when
 * it opens the file (it starts with = + - @, a tab or a line end) gets a no-break space before it: that is seen as a space,
 * never computed, and taken away again by our reader. Numbers and days are no such texts and stay as they are.
 */
import { type Day, showDay } from '../../kernel/day.ts'
import type { Separator } from './separator.ts'

/** Giá trị của ô: a number is written with a point, a day as dd/MM/yyyy. */
export type CsvValue = null | string | number | { readonly day: Day }

const PIECE = 128 * 1024

/** The file, piece after piece. */
export async function* csvStream(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  separator: Separator = ',',
): AsyncGenerator<Uint8Array> {
  let text = BYTE_ORDER_MARK
  for await (const row of rows) {
    text += csvLine(row, separator)
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** What a file begins with. */
export const BYTE_ORDER_MARK = '\uFEFF'

function csvLine(row: readonly CsvValue[], separator: Separator): string {
  let text = ''
  for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : separator) + csvField(row[i] ?? null)
  return `${text}\r\n`
}

/** One cell as it stands in the file between separators, for who writes the same ones many times. */
export function csvField(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value !== 'string') return showDay(value.day)
  const safe = COMPUTED.test(value) && !FIGURE.test(value) ? `\u00a0${value}` : value
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const COMPUTED = /^[=+\-@\t\r]/
/** "-5", "+84912345678", "-1.234,5": figures, which mean nothing else. */
const FIGURE = /^[+-]\d[\d.,]*$/
/** Whatever else may separate columns stands in quotes too: a reader that looks for the separator is not misled. */
const QUOTED = /["\r\n;,\t|]|^\s|\s$/
