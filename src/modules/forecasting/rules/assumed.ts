/**
 * Giả định được dùng: what somebody recorded goes before what the register says, and that before what the product starts from. A
 * sector's own goes before that of all sectors. Pure.
 */
import { ASSUMPTIONS, type Assumption, type AssumptionKind } from '../words.ts'
import { type Rate, type Seen, sectorRate, seen, type YearMoves } from './history.ts'

/** Từ đâu ra. */
export type Ground = 'ghi' | 'uoc' | 'ban-dau'

/** Từ đâu ra, in words of the screen. Nguồn: Kế hoạch, mục III.3.3. */
export const GROUNDS: Readonly<Record<Ground, string>> = {
  ghi: 'Đã ghi',
  uoc: 'Ước từ hồ sơ',
  'ban-dau': 'Giả định ban đầu',
}

/** Giả định dùng cho một lĩnh vực: value and deviation in the unit of the kind. */
export type Assumed = {
  readonly kind: AssumptionKind
  readonly sector: string | null
  readonly value: number
  readonly sd: number
  readonly ground: Ground
  readonly words: string
}

/** What assumptions are made of. */
export type AssumptionBook = {
  readonly recorded: readonly Assumption[]
  readonly shipped: readonly Assumption[]
  /** Years in which leaving was written down as it happened; none in the first year of a register. */
  readonly followed: readonly YearMoves[]
}

const COUNTED = {
  'thoi-viec': 'leave',
  'len-thac-si': 'master',
  'len-tien-si': 'doctor',
  'chuyen-linh-vuc': 'transfer',
} as const

const isCounted = (kind: AssumptionKind): kind is keyof typeof COUNTED => kind in COUNTED

const find = (list: readonly Assumption[], kind: AssumptionKind, sector: string | null): Assumption | undefined =>
  list.find((a) => a.kind === kind && a.sector === sector) ?? list.find((a) => a.kind === kind && a.sector === null)

/** What is used for a sector; null = nobody assumed anything and the register says nothing. */
export function assumed(book: AssumptionBook, kind: AssumptionKind, sector: string | null): Assumed | null {
  const said = find(book.recorded, kind, sector)
  if (said !== undefined)
    return {
      kind,
      sector,
      value: said.value,
      sd: said.sd,
      ground: 'ghi',
      words: `${said.recordedBy}: ${said.evidence}`,
    }
  const start = find(book.shipped, kind, sector)
  if (start === undefined) return null
  const counted = isCounted(kind) ? estimate(book, kind, sector, start) : null
  return counted ?? { kind, sector, value: start.value, sd: start.sd, ground: 'ban-dau', words: start.evidence }
}

function estimate(
  book: AssumptionBook,
  kind: keyof typeof COUNTED,
  sector: string | null,
  start: Assumption,
): Assumed | null {
  const what = COUNTED[kind]
  const province = seen(book.followed, what, null)
  if (province.exposed === 0) return null
  const own = sector === null ? { exposed: 0, happened: 0 } : seen(book.followed, what, sector)
  const rate = sectorRate({ mean: start.value / 100, sd: start.sd / 100 }, province, own)
  return { kind, sector, ...percent(rate), ground: 'uoc', words: countWords(book, sector === null ? province : own) }
}

const percent = (r: Rate): { value: number; sd: number } => ({ value: r.mean * 100, sd: r.sd * 100 })

function countWords(book: AssumptionBook, s: Seen): string {
  const years = book.followed.map((y) => y.year).sort()
  const [first, last] = [years[0], years.at(-1)]
  const span = first === last ? `năm ${first}` : `${first}–${last}`
  return `Hồ sơ ${span}: ${s.happened.toLocaleString('de-DE')} trên ${s.exposed.toLocaleString('de-DE')} lượt người theo dõi`
}

/** Whether a value may be recorded for the kind: words of what is wrong, or null. */
export function wrongAssumption(kind: AssumptionKind, sector: string | null, value: number, sd: number): string | null {
  const w = ASSUMPTIONS[kind]
  if (value < w.least || value > w.most)
    return `${w.label} phải từ ${w.least.toLocaleString('de-DE')} đến ${w.most.toLocaleString('de-DE')} (${w.unit}).`
  if (sd < 0) return 'Độ lệch không thể âm. Chưa rõ thì ghi 0.'
  if (sector !== null && !w.bySector) return `${w.label} dùng chung, không ghi riêng cho một lĩnh vực.`
  if (ASSUMPTIONS[kind].perSector && sector === null)
    return `Chọn lĩnh vực: ${w.label.toLowerCase()} ghi cho từng lĩnh vực.`
  return null
}
