/** Chứng cứ trong giá trị: what the values of a column look like, as shares of those that are filled. */
import { PHRASES } from './headings.ts'
import { readName } from './names.ts'
import { headingKey, type SheetCell } from './sheet.ts'
import { readSex } from './values.ts'

/** Tỷ lệ từng kiểu. 1 = every filled cell. */
export type Evidence = {
  readonly filled: number
  readonly years: number
  readonly days: number
  readonly idNumbers: number
  readonly phones: number
  readonly emails: number
  readonly sexes: number
  readonly ticks: number
  readonly names: number
  readonly orders: number
  readonly figures: number
}

const FAMILIES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam luong mai phung to ta ha cao chu luu tong thai quach kieu la giang nghiem khuc bach doi an tieu lai mac'.split(
    ' ',
  ),
)

const share = (cells: readonly SheetCell[], is: (c: SheetCell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length

const looksLikeName = (text: string): boolean => {
  const read = readName(text)
  const words = headingKey(read.name).split(' ')
  return (
    read.problem === null &&
    words.length >= 2 &&
    words.length <= 6 &&
    FAMILIES.has(words[0] ?? '') &&
    !PHRASES.has(headingKey(text))
  )
}

/** What the sample cells of one column look like. */
export function evidenceOf(samples: readonly SheetCell[]): Evidence {
  const cells = samples.filter((c) => c.text.trim() !== '')
  return {
    filled: cells.length,
    years: share(cells, (c) => /^(?:19[2-9]\d|20[0-2]\d)$/.test(c.text.trim())),
    days: share(cells, (c) => c.kind === 'day' || /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$/.test(c.text.trim())),
    idNumbers: share(
      cells,
      (c) =>
        /^['’]?\d{9,12}$/.test(c.text.replace(/[\s.]/g, '')) && !/^0[35789]\d{8}$/.test(c.text.replace(/[\s.]/g, '')),
    ),
    phones: share(cells, (c) => /^(?:0|\+?84)?[235789]\d{8}$/.test(c.text.replace(/[\s.\-()]/g, ''))),
    emails: share(cells, (c) => /@[^\s@]+\.[^\s@]+$/.test(c.text.trim())),
    sexes: share(cells, (c) => /\p{L}/u.test(c.text) && 'value' in readSex(c.text)),
    ticks: share(cells, (c) => /^[xv✓✔]$/i.test(c.text.trim())),
    names: share(cells, (c) => c.kind === 'text' && looksLikeName(c.text)),
    orders: share(cells, (c) => /^\d{1,6}[.)]?$/.test(c.text.trim()) && Number.parseInt(c.text, 10) < 200_000),
    figures: share(cells, (c) => c.kind === 'number'),
  }
}
