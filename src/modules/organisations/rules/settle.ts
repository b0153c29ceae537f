/** Kiểm tra việc mồ côi: of everything ended units held, who takes it over, and what is still ownerless. */
import type { Held } from '../../../platform/module.ts'

/** Nơi nhận đã chọn of one thing; `heir` null = không còn đối tượng, by the act. Units by code. */
export type Disposition = { readonly item: string; readonly heir: string | null; readonly act: string }

/** A thing with who takes it over. */
export type Settled = Held & {
  /** Code of the unit that held it. */
  readonly from: string
  /** Codes of the units it can pass to by the links of the event. */
  readonly heirs: readonly string[]
  /** Code of the unit that takes it over; null while nobody does. */
  readonly heir: string | null
  /** `links` = by the only link; `decision` = named; `gone` = không còn đối tượng; `open` = mồ côi. */
  readonly by: 'links' | 'decision' | 'gone' | 'open'
  readonly act: string
}

/** What is asked: the things, the heirs of each unit, what was decided, and which units will hold on the day. */
export type Settling = {
  readonly held: readonly Held[]
  readonly codeOf: (unitId: string) => string
  readonly heirsOf: (code: string) => readonly string[]
  readonly dispositions: readonly Disposition[]
  readonly holds: (code: string) => boolean
}

/**
 * Who takes over each thing. What passes by links goes to the only heir by itself; everything else waits for somebody to name one.
 * A decision for a unit that will not hold on the day counts as none.
 */
export function settle({ held, codeOf, heirsOf, dispositions, holds }: Settling): Settled[] {
  const decided = new Map(dispositions.map((d) => [d.item, d]))
  return held.map((h): Settled => {
    const from = codeOf(h.unitId)
    const heirs = heirsOf(from)
    const own = { ...h, from, heirs, act: '' }
    const d = decided.get(h.item)
    if (d !== undefined && d.heir === null) return { ...own, heir: null, by: 'gone', act: d.act }
    if (d !== undefined && d.heir !== null && holds(d.heir)) return { ...own, heir: d.heir, by: 'decision' }
    const only = heirs.length === 1 && h.passes === 'links' ? heirs[0] : undefined
    return only === undefined ? { ...own, heir: null, by: 'open' } : { ...own, heir: only, by: 'links' }
  })
}

/** Mục còn sót: a thing of an ended unit that nobody took over. */
export type LeftOver = Pick<Held, 'kind' | 'what' | 'count' | 'href'>

/** What is told of what nobody took over. */
export const leftOver = ({ kind, what, count, href }: Held): LeftOver => ({ kind, what, count, href })

/** Việc mồ côi. */
export const orphansOf = (list: readonly Settled[]): Settled[] => list.filter((s) => s.by === 'open')

/** "3 mục chưa có nơi nhận: 2 tài khoản, 120 hồ sơ trí thức": what blocks an event, in words. */
export function orphanWords(orphans: readonly Settled[]): string {
  const kinds = Map.groupBy(orphans, (o) => o.kind)
  const parts = [...kinds].map(([kind, list]) => `${list.reduce((n, o) => n + o.count, 0)} ${kind.toLowerCase()}`)
  return `${orphans.length} mục chưa có nơi nhận: ${parts.join(', ')}`
}

/** Value of the choice «không còn đối tượng». */
export const GONE = 'khong-con'

/** Field in which the heir of a thing is chosen. */
export const heirField = (item: string): string => `nhan-${item.replace(/[^A-Za-z0-9]+/g, '-')}`
