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
export function textWidth(text: string, size: number, bold = false): number {
  const table = bold ? BOLD : REGULAR
  let units = 0
  for (const c of text.normalize('NFD').replace(/\p{M}/gu, '')) units += table[c] ?? MARKS[c] ?? 500
  return (units * size) / 1000
}

/** `text` in as few lines as fit in `room` points, the lines as even as may be; a line break in the text is kept. */
export function fitLines(text: string, size: number, bold: boolean, room: number): string[] {
  return text.split('\n').flatMap((line) => evenLines(line, (t) => textWidth(t, size, bold), room))
}

function evenLines(line: string, measure: (t: string) => number, room: number): string[] {
  const words = line.split(' ').filter((w) => w !== '')
  if (measure(line) <= room || words.length < 2) return [line]
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')] as const)
  const longest = (c: readonly [string, string]) => Math.max(measure(c[0]), measure(c[1]))
  const best = cuts.reduce((a, b) => (longest(b) < longest(a) ? b : a))
  if (longest(best) <= room) return [...best]
  const head = cuts.filter((c) => measure(c[0]) <= room).at(-1) ?? cuts[0]
  return head === undefined ? [line] : [head[0], ...evenLines(head[1], measure, room)]
}
