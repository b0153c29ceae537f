/** Chọn số liệu theo ngày: which of several official figures a document is measured by, and which ones contradict it. */
import { type Day, daysBetween, yearOf } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import { type OfficialFigure, QUANTITIES, type Quantity } from '../words.ts'

/** Con số được dùng, with the others that were known and not used, nearest to the day first. */
export type ChosenFigure = {
  /** "Dân số", "người": name and unit of the quantity. */
  readonly label: string
  readonly unit: string
  readonly used: OfficialFigure
  readonly others: readonly OfficialFigure[]
}

/** What is asked for: a quantity of a territory before a day (that day included). */
export type FigureWanted = { readonly quantity: Quantity; readonly territory: string; readonly day: Day }

/** Others shown beside the one used. */
const MOST_OTHERS = 4
/** Figures this close in time, or of one year, speak of the same state. */
const NEAR_DAYS = 92
/** Difference that a year's change or rounding does not explain. */
const TOLERANCE = 0.02

/** "UBND tỉnh X", "Tỉnh X", "TỈNH X" are one territory. */
export const sameTerritory = (a: string, b: string): boolean => territoryKey(a) === territoryKey(b)

const territoryKey = (name: string): string => fold(name).replace(/^(?:ubnd|uy ban nhan dan) /, '')

const apart = (f: OfficialFigure, day: Day): number => Math.abs(daysBetween(f.asOf, day))

type Placed = { readonly figure: OfficialFigure; readonly days: number }

/** Nearer to the day first; on one day a figure seen in its source before one that was not, an exact one before a rounded one. */
const byNearness = (a: Placed, b: Placed): number =>
  a.days - b.days ||
  Number(a.figure.status === 'unverified') - Number(b.figure.status === 'unverified') ||
  Number(a.figure.estimate) - Number(b.figure.estimate)

/** Của nhiều con số, dùng con số gần nhất trước ngày văn bản. Null when none was known by that day. */
export function figureFor(list: readonly OfficialFigure[], wanted: FigureWanted): ChosenFigure | null {
  const known = list.filter((f) => f.quantity === wanted.quantity && sameTerritory(f.territory, wanted.territory))
  const sorted = known
    .map((figure) => ({ figure, days: apart(figure, wanted.day) }))
    .sort(byNearness)
    .map((p) => p.figure)
  const nearest = sorted.find((f) => f.asOf <= wanted.day)
  if (nearest === undefined) return null
  // Of several that speak of the same time, the one an officer chose; else one that is not rounded.
  const alike = sorted.filter((f) => f.asOf <= wanted.day && sameTime(f, nearest))
  const used =
    alike.find(isChosen) ??
    (nearest.estimate ? alike.find((f) => !f.estimate && f.status === 'seen') : nearest) ??
    nearest
  return { ...QUANTITIES[wanted.quantity], used, others: sorted.filter((f) => f !== used).slice(0, MOST_OTHERS) }
}

const isChosen = (f: OfficialFigure): boolean => (f.kept?.chosen ?? null) !== null

/** Whether two figures speak of about the same time: a quarter apart, or of one year. */
export const sameTime = (a: OfficialFigure, b: OfficialFigure): boolean =>
  apart(a, b.asOf) <= NEAR_DAYS || yearOf(a.asOf) === yearOf(b.asOf)

/** Why a figure is the one used: it was chosen, or it is the last one before the day. */
export const whyUsed = (f: OfficialFigure): string =>
  f.kept?.chosen != null && f.kept.chosen !== ''
    ? `được chọn: ${f.kept.chosen}`
    : 'con số gần nhất trước ngày tính, số đúng trước số làm tròn'

/** The figures another source gives for about the same time, more than 2% apart. */
export function againstFigure(list: readonly OfficialFigure[], of: OfficialFigure): OfficialFigure[] {
  return list.filter(
    (f) =>
      f !== of &&
      f.quantity === of.quantity &&
      f.source !== of.source &&
      sameTerritory(f.territory, of.territory) &&
      sameTime(f, of) &&
      Math.abs(f.value - of.value) > TOLERANCE * Math.max(f.value, of.value),
  )
}
