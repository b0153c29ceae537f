/**
 * Đọc lại văn bản đã xuất: its words in order and its live figures, so that a document can be compared with the database.
 */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { parseNumber } from '../../kernel/number.ts'
import { SOURCE_PREFIX } from './source-tag.ts'

/** A figure found in a file: the id of its source, its text, and its value when the text is one number or percentage. */
export type FigureRead = { readonly source: string; readonly text: string; readonly value: number | null }

type Reading = { readonly paragraphs: string[]; readonly figures: FigureRead[] }

/** The texts of the paragraphs in order, cells included, one to a line; a line break inside a paragraph is a space. */
export const textOfDocx = (bytes: Uint8Array): string => readBody(bytes).paragraphs.join('\n')

/** The live figures in order of appearance. */
export const figuresOf = (bytes: Uint8Array): FigureRead[] => readBody(bytes).figures

function readBody(bytes: Uint8Array): Reading {
  const file = unzipSync(bytes, { filter: (f) => f.name === 'word/document.xml' })['word/document.xml']
  if (file === undefined) throw new Error('no word/document.xml in the file')
  const reading: Reading = { paragraphs: [], figures: [] }
  const parser = new SaxesParser({ fragment: false })
  /** Open content controls from the outermost in; null for one that holds no figure. */
  const open: ({ source: string; text: string } | null)[] = []
  let inText = false
  let line = ''
  const add = (text: string) => {
    line += text
    for (const o of open) if (o !== null) o.text += text
  }
  parser.on('opentag', (tag) => {
    if (tag.name === 'w:p') line = ''
    else if (tag.name === 'w:t') inText = true
    else if (tag.name === 'w:br' || tag.name === 'w:tab') add(' ')
    else if (tag.name === 'w:sdt') open.push(null)
    else if (tag.name === 'w:tag') {
      const value = String(tag.attributes['w:val'] ?? '')
      if (open.length > 0 && value.startsWith(SOURCE_PREFIX))
        open[open.length - 1] = { source: value.slice(SOURCE_PREFIX.length), text: '' }
    }
  })
  parser.on('text', (text) => {
    if (inText) add(text)
  })
  parser.on('closetag', (tag) => {
    if (tag.name === 'w:t') inText = false
    else if (tag.name === 'w:p') reading.paragraphs.push(line)
    else if (tag.name === 'w:sdt') {
      const done = open.pop()
      if (done) reading.figures.push({ ...done, value: valueIn(done.text) })
    }
  })
  parser.write(strFromU8(file)).close()
  return reading
}

const valueIn = (text: string): number | null => parseNumber(text.trim().replace(/%$/, ''))
