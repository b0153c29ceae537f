/**
 * Bóc tách tệp PDF: runs in a thread of its own, which is ended when a file takes too long. Answers with the text, or with
 * what is wrong with the file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { type Codes, type Matrix, paintsAnything, rulesDrawn, times } from './draw-rules.ts'
import { type PdfText, textOfPages } from './flow.ts'
import type { Bit, Page, Rule } from './page.ts'

/** Việc được giao: the bytes of the file, and how much of it at most. */
export type Order = { readonly bytes: Uint8Array; readonly pages: number; readonly characters: number }

/** Trả lời. */
export type Answer =
  | { readonly kind: 'text'; readonly text: PdfText }
  | { readonly kind: 'locked' | 'damaged' | 'too-long' | 'unreadable' }

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
type PageProxy = Awaited<ReturnType<Proxy['getPage']>>

/** Pictures larger than this many dots are not unpacked: nothing is read from them. */
const PICTURE = 64

async function codesOf(): Promise<Codes> {
  const { OPS } = await getResolvedPDFJS()
  return {
    ...OPS,
    strokes: new Set([
      OPS.stroke,
      OPS.closeStroke,
      OPS.fillStroke,
      OPS.eoFillStroke,
      OPS.closeFillStroke,
      OPS.closeEOFillStroke,
    ]),
    fills: new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]),
  }
}

const isMatrix = (m: readonly number[]): m is Matrix & number[] => m.length === 6

/** Quarter turns of the direction a text runs in. */
const turnsOf = (m: Matrix): number => (Math.round(Math.atan2(m[1], m[0]) / (Math.PI / 2)) + 4) % 4

/** Turns a place back by quarter turns, so that text that ran upwards runs to the right. */
function turned(x: number, y: number, turns: number): readonly [number, number] {
  if (turns === 1) return [y, -x]
  if (turns === 2) return [-x, -y]
  return turns === 3 ? [-y, x] : [x, y]
}

function turnRule(r: Rule, turns: number): Rule {
  const [ax, ay] = turned(r.x1, r.y1, turns)
  const [bx, by] = turned(r.x2, r.y2, turns)
  return { x1: Math.min(ax, bx), y1: Math.min(ay, by), x2: Math.max(ax, bx), y2: Math.max(ay, by) }
}

type Placed = {
  readonly text: string
  readonly m: Matrix
  readonly width: number
  readonly font: string
  readonly turns: number
}

async function placedOn(page: PageProxy, view: Matrix): Promise<Placed[]> {
  const content = await page.getTextContent()
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const own = item.transform.map(Number)
    if (!isMatrix(own)) return []
    const m = times(view, own)
    return [{ text: item.str, m, width: item.width, font: item.fontName, turns: turnsOf(m) }]
  })
}

/** The direction most of the letters run in; a stamp or a watermark set across the page is left out. */
function mainTurn(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0]
  for (const p of placed) letters[p.turns] = (letters[p.turns] ?? 0) + p.text.length
  return letters.indexOf(Math.max(...letters))
}

/** Bold made by drawing a text twice. */
function once(bits: readonly Bit[]): Bit[] {
  const seen = new Set<string>()
  return bits.filter((b) => {
    const key = `${Math.round(b.x / 1.5)} ${Math.round(b.y / 1.5)} ${b.text}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function fontName(page: PageProxy, id: string): string | null {
  try {
    const font: unknown = page.commonObjs.get(id)
    return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
      ? font.name
      : null
  } catch {
    return null
  }
}

async function pageOf(page: PageProxy, codes: Codes): Promise<Page> {
  const view = page.getViewport({ scale: 1 }).transform.map(Number)
  if (!isMatrix(view)) return { bits: [], rules: [] }
  const placed = await placedOn(page, view)
  const list = await page.getOperatorList()
  if (placed.length === 0) return { bits: [], rules: [], pictured: paintsAnything(list, codes) }
  const turns = mainTurn(placed)
  const names = new Map([...new Set(placed.map((p) => p.font))].map((id) => [id, fontName(page, id)]))
  const bits = placed.flatMap((p): Bit[] => {
    const [x, y] = turned(p.m[4], p.m[5], turns)
    const size = Math.hypot(p.m[2], p.m[3])
    const lead = p.text.length - p.text.trimStart().length
    const step = p.width / p.text.length
    if (p.turns !== turns || !(size > 0.5) || !Number.isFinite(x + y)) return []
    return [
      {
        text: p.text.trim(),
        x: x + lead * step,
        y,
        width: step * p.text.trim().length,
        size,
        font: names.get(p.font) ?? null,
      },
    ]
  })
  return { bits: once(bits), rules: rulesDrawn(list, codes, view).map((r) => turnRule(r, turns)) }
}

async function extract(order: Order): Promise<Answer> {
  const document = await getDocumentProxy(order.bytes, { maxImageSize: PICTURE, verbosity: 0 })
  if (document.numPages > order.pages) return { kind: 'too-long' }
  const codes = await codesOf()
  const pages: Page[] = []
  let characters = 0
  for (let n = 1; n <= document.numPages; n++) {
    const proxy = await document.getPage(n)
    const page = await pageOf(proxy, codes)
    proxy.cleanup()
    characters += page.bits.reduce((sum, b) => sum + b.text.length, 0)
    if (characters > order.characters) return { kind: 'too-long' }
    pages.push(page)
  }
  const text = textOfPages(pages)
  // Glyphs without letters behind them: nothing can be read from the file as it is.
  const letters = text.text.match(/[\p{L}\d]/gu)?.length ?? 0
  const blind = text.text.match(/[\ufffd\ue000-\uf8ff]|(?![\s\f])\p{Cc}/gu)?.length ?? 0
  return blind > letters ? { kind: 'unreadable' } : { kind: 'text', text }
}

/** What the reader's own names for trouble mean. */
function troubleOf(error: unknown): Answer {
  const name = error instanceof Error ? error.name : ''
  return { kind: name === 'PasswordException' ? 'locked' : 'damaged' }
}

parentPort?.postMessage(await extract(workerData as Order).catch(troubleOf))
