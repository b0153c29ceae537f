/** Đọc tệp .csv: bytes in, rows out, one after another; how the file was read is told in sentences. */
import { setImmediate as others } from 'node:timers/promises'
import { decodeWhole } from '../../kernel/mend-encoding.ts'
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { Tally } from '../excel/read-sheet.ts'
import { type Batches, oneByOne, TABLE_LIMITS, type Table, type TableRow } from '../excel/table.ts'
import { TextMemory } from '../excel/text-memory.ts'
import { type Encoding, encodingOf } from './encoding.ts'
import { type FieldText, RecordCutter } from './records.ts'
import { type Separator, separatorOf, tellSeparator } from './separator.ts'

const PIECE = 256 * 1024

/** The table in a .csv. Refuses letters that mean nothing; a quote that is not closed ends the walk over the rows. */
export function readCsv(bytes: Uint8Array, piece = PIECE): Decision<Table> {
  const found = encodingOf(bytes)
  if (!found.ok) return found
  const encoding = found.value
  const { separator, told } = separatorOf(beginning(bytes, encoding))
  const batches = () => walk({ bytes, encoding, separator, told, piece })
  const sheet = {
    name: 'Tệp .csv',
    hidden: false,
    frame: async () => accept({ merged: [], hiddenColumns: [], lastRow: linesOf(bytes) }),
    batches,
    rows: () => oneByOne(batches()),
  }
  const notes = [...encoding.notes, tellSeparator(separator)]
  return accept({ kind: 'csv', macros: false, sheets: [sheet], notes, conversions: encoding.conversions })
}

/** Ends of lines, plus the last line: about as many as there are records. */
function linesOf(bytes: Uint8Array): number {
  let lines = 1
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

const LOOK_AT = 64 * 1024

/** The first letters; signs between columns are the same in every code page. */
const beginning = (bytes: Uint8Array, e: Encoding): string =>
  new TextDecoder(e.bytes).decode(bytes.subarray(e.mark, e.mark + LOOK_AT))

type Walk = {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  readonly separator: Separator
  readonly told: boolean
  readonly piece: number
}

async function* walk(w: Walk): Batches {
  const counted = new Tally()
  const cutter = new RecordCutter(w.separator, fieldText(w.encoding))
  for (const { bytes, last } of piecesOf(w)) {
    // Nothing here waits for anything: other work of the process gets its turn between two pieces.
    await others()
    const sound = cutter.push(bytes, last)
    let batch: readonly TableRow[] = cutter.rows.splice(0)
    // The first line named the separator.
    if (w.told && batch[0]?.number === 1) batch = batch.slice(1)
    const long = batch.flatMap((r) => r.cells).find((c) => c.text.length > TABLE_LIMITS.text)
    if (long !== undefined) return tooLong(long.address)
    for (const row of batch) counted.add(row)
    if (batch.length > 0) yield batch
    if (!sound) return unclosed(cutter.number)
  }
  return accept(counted.done())
}

const unclosed = (record: number): Refusal =>
  refuse(
    'invalid',
    'csv.unclosed-quote',
    `Dấu ngoặc kép mở ở dòng ${record} của tệp .csv không được đóng nên không biết ô kết thúc ở đâu. Sửa chỗ ấy hoặc lưu tệp thành .xlsx rồi gửi lại.`,
  )

const tooLong = (address: string): Refusal =>
  refuse(
    'invalid',
    'table.text-too-long',
    `Ô ${address} dài quá 32.767 ký tự, nhiều hơn một ô của Excel chứa được. Kiểm tra dấu ngoặc kép và dấu ngăn cột rồi gửi lại.`,
  )

/** Pieces in which separators are single bytes: text of two bytes a letter is turned into UTF-8 on the way. */
function* piecesOf(w: Walk): Generator<{ readonly bytes: Buffer; readonly last: boolean }> {
  const { encoding: e, piece } = w
  const all = Buffer.from(w.bytes.buffer, w.bytes.byteOffset + e.mark, w.bytes.length - e.mark)
  const wide = e.bytes === 'utf-16le' || e.bytes === 'utf-16be' ? new TextDecoder(e.bytes) : null
  for (let at = 0; at < all.length; at += piece) {
    const last = at + piece >= all.length
    const own = all.subarray(at, at + piece)
    yield { bytes: wide === null ? own : Buffer.from(wide.decode(own, { stream: !last })), last }
  }
}

const WIDE = 2

/** How the bytes of a field become text; what they cannot mean is dropped. */
function fieldText(e: Encoding): FieldText {
  const western = new TextDecoder('windows-1252')
  const one = e.bytes === 'windows-1252'
  const { page } = e
  const memory = new TextMemory((bytes, from, to, kind) => {
    if ((kind & WIDE) === 0 && page !== 'VISCII') return clean(bytes.toString('latin1', from, to))
    const text = one ? western.decode(bytes.subarray(from, to)) : bytes.toString('utf8', from, to)
    return clean(page === null ? text : decodeWhole(page, text))
  })
  return (bytes, from, to) => memory.between(bytes, from, to) ?? ''
}

const CONTROL = /(?![\t\n\r])\p{Cc}/u

/** Line ends of a quoted field become those of everybody; control characters, which no database takes, are dropped. */
function clean(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return CONTROL.test(lines) ? lines.replace(/(?![\t\n])\p{Cc}/gu, '') : lines
}
