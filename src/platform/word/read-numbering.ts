/**
 * Đánh số tự động: Word keeps the numbers of lists out of the text. This gives each numbered paragraph the label that
 * Word shows: "I.", "1.1.", "a)", "-".
 */

/** Cấp of a list: format, label pattern ("%1.%2."), first number. */
export type ListLevel = {
  readonly format: string
  readonly pattern: string
  readonly start: number
  /** Legal numbering: the numbers of the levels above are shown as digits. */
  readonly legal: boolean
  /** Begins anew after this many levels from the top; 0: never; null: after every level above. */
  readonly restart: number | null
  /** What stands between label and text. */
  readonly suffix: string
  readonly font: string | null
  /** The paragraph style that means this level. */
  readonly style: string | null
}

/** Danh sách of the document: list id -> level -> how it is numbered; and the abstract list that ids share. */
export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>
  readonly shared: ReadonlyMap<string, string>
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function romanOf(n: number): string {
  let rest = n
  let out = ''
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) out += letters
  }
  return out
}

const letterOf = (n: number): string =>
  n < 1 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1)

const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Số đếm bằng chữ, up to 99: "mười lăm", "hai mươi mốt". */
function wordsOf(n: number): string {
  if (n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const unit = n % 10
  if (tens === 0) return UNITS[unit] ?? ''
  const head = tens === 1 ? 'mười' : `${UNITS[tens]} mươi`
  if (unit === 0) return head
  const last = unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : UNITS[unit]
  return `${head} ${last}`
}

/** One number in the format of its level. */
export function showOrdinal(n: number, format: string): string {
  if (format === 'upperRoman') return romanOf(n).toUpperCase()
  if (format === 'lowerRoman') return romanOf(n)
  if (format === 'upperLetter') return letterOf(n).toUpperCase()
  if (format === 'lowerLetter') return letterOf(n)
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  if (format === 'vietnameseCounting') return wordsOf(n)
  if (format === 'numberInDash') return `- ${n} -`
  if (format.startsWith('zeros')) return String(n).padStart(Number(format.slice(5)), '0')
  return format === 'none' ? '' : String(n)
}

/** Bullets of symbol fonts stand in the private area; on paper each is a mark of a list item. */
const bulletOf = (pattern: string): string => (/^[+]/u.test(pattern) ? '+' : pattern === '' ? '' : '-')

/** Whether counting at `level` makes a deeper level begin anew. */
const restarts = (deeper: ListLevel | undefined, level: number): boolean =>
  deeper === undefined || deeper.restart === null || level < deeper.restart

/** Counts through a document in order: give it each numbered paragraph, it answers with its label, and the level it is of. */
export function labelCounter(
  numbering: Numbering,
): (list: string, level: number) => { label: string; level: ListLevel } | null {
  const counts = new Map<string, Map<number, number>>()
  return (list, level) => {
    const levels = numbering.levels.get(list)
    const own = levels?.get(level)
    if (!levels || !own) return null
    if (own.format === 'bullet') return { label: bulletOf(own.pattern), level: own }
    const key = numbering.shared.get(list) ?? list
    const count = counts.get(key) ?? new Map<number, number>()
    counts.set(key, count)
    count.set(level, (count.get(level) ?? own.start - 1) + 1)
    for (const deeper of [...count.keys()])
      if (deeper > level && restarts(levels.get(deeper), level)) count.delete(deeper)
    const label = own.pattern.replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = levels.get(at)
      const format = own.legal && of?.format !== 'none' ? 'decimal' : (of?.format ?? 'decimal')
      return showOrdinal(count.get(at) ?? of?.start ?? 1, format)
    })
    return { label, level: own }
  }
}
