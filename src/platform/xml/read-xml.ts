/** Đọc XML không tin trước: no document types, bounded depth and size; a fault is told with its line. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { ReadElement } from './element.ts'

/** Deepest nesting of a sound file; deeper is an attack on the reader. */
const MAX_DEPTH = 64
const MAX_ELEMENTS = 2_000_000

type Growing = { -readonly [K in keyof ReadElement]: ReadElement[K] } & { children: (string | Growing)[] }

/** Reads a text as one tree; refuses what is not well formed, naming the line and column. */
export function readXml(text: string): Decision<ReadElement> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Growing[] = []
  let root: Growing | null = null
  let elements = 0
  let fault: string | null = null
  const spoil = (says: string) => {
    fault ??= `dòng ${parser.line}, cột ${parser.column}: ${says}`
  }
  const say = (piece: string) => {
    const within = open.at(-1)
    if (!within || piece === '') return
    const last = within.children.at(-1)
    if (typeof last === 'string') within.children[within.children.length - 1] = last + piece
    else within.children.push(piece)
  }
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH || ++elements > MAX_ELEMENTS) spoil('lồng quá sâu hoặc quá nhiều phần tử')
    const made = elementOf(tag, open.at(-1), parser.line)
    open.at(-1)?.children.push(made)
    root ??= made
    open.push(made)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('doctype', () => spoil('không nhận khai báo kiểu tài liệu (DOCTYPE)'))
  parser.on('error', () => spoil('sai cú pháp XML'))
  for (let at = 0; at < text.length && fault === null; at += PIECE) parser.write(text.slice(at, at + PIECE))
  if (fault === null) parser.close()
  if (fault !== null) return refuse('invalid', 'xml.broken', `Tệp XML hỏng tại ${fault}. Chưa ghi gì.`)
  return root === null ? refuse('invalid', 'xml.empty', 'Tệp XML không có nội dung. Chưa ghi gì.') : accept(root)
}

/** Characters handed over at once, so that a broken file is not read to its end. */
const PIECE = 1 << 16

function elementOf(tag: SaxesTagNS, within: Growing | undefined, line: number): Growing {
  const outer = within?.scope ?? { '': '' }
  const scope = Object.keys(tag.ns).length === 0 ? outer : { ...outer, ...tag.ns }
  const attributes = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.name, a.value]))
  return { name: tag.name, local: tag.local, uri: tag.uri, attributes, children: [], scope, line }
}
