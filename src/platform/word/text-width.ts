/**
 * Bề rộng chữ: how long a line of Times New Roman is, to draw the rules of the heading as long as the law says
 * and to choose the size at which a name fits. Advance widths per 1000 em; a letter with marks is as wide as without.
 * Source: the published metrics of Times Roman and Times Bold (Adobe core 14 fonts), which Times New Roman shares.
 */

const REGULAR: Readonly<Record<string, number>> = widths(
  'A722 B667 C667 D722 E611 F556 G722 H722 I333 J389 K722 L611 M889 N722 O722 P556 Q722 R667 S556 T611 U722 V722 W944 X722 Y722 Z611 Đ722',
  'a444 b500 c444 d500 e444 f333 g500 h500 i278 j278 k500 l278 m778 n500 o500 p500 q500 r333 s389 t278 u500 v500 w722 x500 y500 z444 đ500',
)

const BOLD: Readonly<Record<string, number>> = widths(
  'A722 B667 C722 D722 E667 F611 G778 H778 I389 J500 K778 L667 M944 N722 O778 P611 Q778 R722 S556 T667 U722 V722 W1000 X722 Y722 Z667 Đ722',
  'a500 b556 c444 d556 e444 f333 g500 h556 i278 j333 k556 l278 m833 n556 o500 p556 q556 r444 s389 t333 u556 v500 w722 x500 y500 z444 đ556',
)

const MARKS: Readonly<Record<string, number>> = { ' ': 250, ',': 250, '.': 250, '-': 333, '/': 278, ':': 300, ';': 300 }

function widths(...lists: string[]): Readonly<Record<string, number>> {
  const entries = lists
    .join(' ')
    .split(' ')
    .map((e) => [e.slice(0, 1), Number(e.slice(1))] as const)
  return Object.fromEntries(entries)
}

/** Width in points of one line at `size` points. */
export const textWidth = (text: string, size: number, bold = false): number => (unitsOf(text, bold) * size) / 1000

function unitsOf(text: string, bold: boolean): number {
  const table = bold ? BOLD : REGULAR
  let units = 0
  for (const c of text.normalize('NFD').replace(/\p{M}/gu, '')) units += table[c] ?? MARKS[c] ?? 500
  return units
}

/**
 * `text` in as few lines as fit in `room` points, the lines as even as may be. A line break in the text is kept; a word
 * stays with the number after it ("số 1459/KH-UBND", "năm 2026"), and a blank left for a number is not broken.
 */
export function fitLines(text: string, size: number, bold: boolean, room: number): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.split(/(?<! ) (?![ \d])/).map((w) => ({ text: w, units: unitsOf(w, bold) }))
    return evenLines(words, size, room)
  })
}

/** A word and its width, measured once: the width of a line is the sum of its words and the blanks between. */
type Word = { readonly text: string; readonly units: number }

const BLANK = 250

function evenLines(words: readonly Word[], size: number, room: number): string[] {
  const fewest = filled(words, size, room)
  let narrow = (Math.max(...words.map((w) => w.units)) * size) / 1000
  while (narrow < room && filled(words, size, narrow).length > fewest.length) narrow++
  return filled(words, size, Math.min(narrow, room)).map((line) => line.map((w) => w.text).join(' '))
}

/** Words line by line, each line as full as `room` allows. */
function filled(words: readonly Word[], size: number, room: number): Word[][] {
  const lines: Word[][] = []
  let units = 0
  for (const word of words) {
    const line = lines.at(-1)
    const longer = units + BLANK + word.units
    if (line !== undefined && (longer * size) / 1000 <= room) {
      line.push(word)
      units = longer
    } else {
      lines.push([word])
      units = word.units
    }
  }
  return lines
}
