/**
 * Ô số, ô ngày, bộ đếm chữ: a number or day is written the Vietnamese way on leaving the box; a block copied from Excel
 * fills the boxes of a table and one Ctrl+Z takes the whole block back.
 */
import { parseDay, showDay } from '../../kernel/day.ts'
import { parseNumber, showNumber } from '../../kernel/number.ts'
import { clean } from '../../kernel/text.ts'
import { isComposing } from './composing.ts'

const box = (target: EventTarget | null, kind: string): HTMLInputElement | null =>
  target instanceof HTMLInputElement && kind in target.dataset ? target : null

/** The box's text in Vietnamese writing, or as typed when it is not a number or a day: the server will say so. */
function tidy(input: HTMLInputElement): void {
  const typed = clean(input.value).trim()
  if (typed === '') return
  if ('number' in input.dataset) {
    const n = parseNumber(typed)
    if (n !== null) input.value = showNumber(n, 4)
  } else {
    const d = dayOrNull(typed)
    if (d !== null) input.value = d
  }
}

/** Temporal is not in every browser yet: there the day stays as typed and the server reads it. */
const dayOrNull = (typed: string): string | null => ('Temporal' in globalThis ? showDay(parseDay(typed)) || null : null)

/** Rows and columns of what Excel put on the clipboard. */
const readBlock = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'))

/** Boxes of a table by row, in reading order. */
const rowsOfBoxes = (table: Element): HTMLInputElement[][] =>
  [...table.querySelectorAll('tbody tr')]
    .map((row) => [...row.querySelectorAll<HTMLInputElement>('input.input:not([readonly]):not([disabled])')])
    .filter((row) => row.length > 0)

type Before = readonly (readonly [HTMLInputElement, string])[]

const setAll = (list: Before): void => {
  for (const [input, value] of list) {
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

let undo: Before = []

function fill(first: HTMLInputElement, block: string[][]): void {
  const table = first.closest('table')
  if (!table) return
  const rows = rowsOfBoxes(table)
  const top = rows.findIndex((r) => r.includes(first))
  const left = rows[top]?.indexOf(first) ?? 0
  const filled = block.flatMap((cells, r) =>
    cells.flatMap((value, c) => {
      const input = rows[top + r]?.[left + c]
      return input ? ([[input, clean(value).trim()]] as const) : []
    }),
  )
  undo = filled.map(([input]) => [input, input.value])
  setAll(filled)
  for (const [input] of filled) tidy(input)
}

function onPaste(e: ClipboardEvent): void {
  const input = e.target instanceof HTMLInputElement ? e.target : null
  const block = readBlock(e.clipboardData?.getData('text/plain') ?? '')
  if (!input?.closest('table') || (block.length === 1 && block[0]?.length === 1)) return
  e.preventDefault()
  fill(input, block)
}

function onKey(e: KeyboardEvent): void {
  if (isComposing(e) || undo.length === 0) return
  if (e.code === 'KeyZ' && (e.ctrlKey || e.metaKey) && !e.shiftKey) {
    e.preventDefault()
    setAll(undo)
    undo = []
  }
}

/** Counter of a text area: says how much is too much, never cuts. */
function count(area: HTMLTextAreaElement): void {
  const most = Number(area.dataset.count)
  const line = document.getElementById(`${area.id}-dem`)
  if (!line) return
  const length = [...area.value].length
  line.textContent =
    length > most
      ? `Thừa ${showNumber(length - most)} ký tự (tối đa ${showNumber(most)})`
      : `${showNumber(length)} trong tối đa ${showNumber(most)} ký tự`
  line.classList.toggle('over', length > most)
}

/** Listens on the whole page, so that rows added later are served too. */
export function start(): void {
  addEventListener('focusout', (e) => {
    const input = box(e.target, 'number') ?? box(e.target, 'day')
    if (input) tidy(input)
  })
  addEventListener('paste', onPaste)
  addEventListener('keydown', onKey)
  addEventListener('input', (e) => {
    if (e.target instanceof HTMLTextAreaElement && 'count' in e.target.dataset) count(e.target)
    if (e.isTrusted) undo = []
  })
}
