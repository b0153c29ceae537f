/**
 * Đo việc đọc kế hoạch: a plan of 100.000 characters as text, as Word and as PDF, beside the least that any reader of such a file
 * must do in the same run (split into words, unfold and parse the XML, take the text out of the PDF).
 */
import fs from 'node:fs'
import os from 'node:os'
import { Document, Packer, Paragraph } from 'docx'
import { extractText } from 'unpdf'
import { LETTERS } from '../src/kernel/before-unicode.ts'
import { readPlan } from '../src/modules/documents/rules/read-plan.ts'
import { drawn, plainPdf } from '../src/platform/pdf/fixtures.ts'
import { entriesOf, unfold } from '../src/platform/word/bounded-zip.ts'
import { readUpload } from '../src/platform/word/read-text.ts'
import { parseXml } from '../src/platform/word/word-xml.ts'
import { rounded } from './figures.ts'

const CHARACTERS = 100_000
const TIMES = 5
/** Bounds of the product: seconds for a plan of 100.000 characters, megabytes it may add to the process. */
const LIMITS = { readSeconds: 2, memoryMb: 300 }

/** One way in: seconds of the quickest of several runs, megabytes the peak of the process grew by, times the raw limit. */
type Measured = {
  readonly what: string
  readonly characters: number
  readonly seconds: number
  readonly memoryMb: number
  readonly rawSeconds: number
  readonly timesRaw: number
}

/** A long plan: the body of the example again and again between its header and its end. */
function longPlan(): string {
  const plan = fs.readFileSync(new URL('../examples/ke-hoach-1459.txt', import.meta.url), 'utf8').normalize('NFC')
  const from = plan.indexOf('II. MỤC TIÊU')
  const to = plan.indexOf('Nơi nhận:')
  const again = plan.slice(from, to)
  const copies = Math.ceil((CHARACTERS - plan.length) / again.length)
  return plan.slice(0, to) + again.repeat(copies) + plan.slice(to)
}

async function wordOf(text: string): Promise<Uint8Array> {
  const children = text.split('\n').map((line) => new Paragraph(line))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** Lines of at most 85 characters. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((line) => line.match(/.{1,85}(?:\s|$)/gu) ?? [''])
}

/** A PDF in letters of TCVN3, so that turning them into Unicode is measured as well. */
function pdfOf(text: string): Uint8Array {
  const codes = new Map([...LETTERS.TCVN3].map(([code, letter]) => [letter, code]))
  const typed = [...text].map((c) => codes.get(c) ?? codes.get(c.toLowerCase()) ?? (c < '\u0080' ? c : ' ')).join('')
  const lines = wrapped(typed)
  const pages = Array.from({ length: Math.ceil(lines.length / 45) }, (_, p) =>
    lines
      .slice(p * 45, p * 45 + 45)
      .map((line, i) => drawn(line, 85, 780 - i * 16))
      .join(''),
  )
  return plainPdf(pages)
}

/** Seconds of the quickest of several runs: the least disturbed by others on the machine. */
async function quickest(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    await work()
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

const peakMb = (): number => process.resourceUsage().maxRSS / 1024

async function measure(what: string, characters: number, work: () => unknown, raw: () => unknown): Promise<Measured> {
  const rawSeconds = await quickest(raw)
  const before = peakMb()
  const seconds = await quickest(work)
  return {
    what,
    characters,
    seconds: rounded(seconds, 3),
    memoryMb: rounded(peakMb() - before),
    rawSeconds: rounded(rawSeconds, 4),
    timesRaw: rounded(seconds / rawSeconds),
  }
}

/** Unfolds and parses the XML of a Word file without looking at it. */
function parseWord(bytes: Uint8Array): void {
  const entry = entriesOf(bytes)?.find((e) => e.name === 'word/document.xml')
  const xml = entry ? unfold(entry, 1e9) : null
  if (!xml?.ok || !parseXml(new TextDecoder().decode(xml.value), {})) throw new Error('the sample cannot be parsed')
}

async function mustRead(bytes: Uint8Array): Promise<string> {
  const read = await readUpload(bytes, '')
  if (!read.ok) throw new Error(read.message)
  return read.value.text
}

/** Runs the whole bench; takes some seconds. */
export async function benchPlanReading() {
  const text = longPlan()
  const word = await wordOf(text)
  const pdf = pdfOf(text)
  const size = text.length
  const measured = [
    await measure(
      'đọc chữ thành chương trình',
      size,
      () => readPlan(text),
      () => text.split(/\s+/u),
    ),
    await measure(
      'tệp Word thành chữ',
      size,
      () => mustRead(word),
      () => parseWord(word),
    ),
    await measure(
      'tệp PDF (TCVN3) thành chữ',
      size,
      () => mustRead(pdf),
      () => extractText(pdf.slice()),
    ),
  ]
  const slow = measured.filter((m) => m.seconds > LIMITS.readSeconds)
  const large = measured.filter((m) => m.memoryMb > LIMITS.memoryMb)
  return {
    bench: 'plan-reading',
    machine: { cores: os.availableParallelism(), node: process.version, load: rounded(os.loadavg()[0] ?? 0) },
    measured,
    limits: LIMITS,
    exceeded: [...slow.map((m) => `${m.what}: ${m.seconds} s`), ...large.map((m) => `${m.what}: ${m.memoryMb} MB`)],
  }
}

/** The figures for a reader. */
export function tellPlanReading(r: Awaited<ReturnType<typeof benchPlanReading>>): string {
  const cell = (value: string | number, width: number) => String(value).padStart(width)
  return [
    `${'Việc'.padEnd(30)}${cell('ký tự', 9)}${cell('giây', 8)}${cell('MB', 8)}${cell('thô', 9)}${cell('×thô', 8)}`,
    ...r.measured.map(
      (m) =>
        `${m.what.padEnd(30)}${cell(m.characters, 9)}${cell(m.seconds, 8)}${cell(m.memoryMb, 8)}${cell(m.rawSeconds, 9)}${cell(m.timesRaw, 8)}`,
    ),
    r.exceeded.length === 0 ? 'Không việc nào vượt ngưỡng.' : `Vượt ngưỡng: ${r.exceeded.join('; ')}`,
  ].join('\n')
}
