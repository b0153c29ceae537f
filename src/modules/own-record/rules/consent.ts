/**
 * Đồng ý: silence is not consent, the last answer counts, and a withdrawal holds from the instant it is said
 * (Luật 91/2025/QH15, Điều 9, 10, 16). Pure: the ledger comes in, what stands at an instant comes out.
 */
import { type ConsentItem, type ConsentRegime, type ConsentState, ITEM_ORDER, ITEMS } from '../words.ts'

/** Một lần trả lời trong sổ đồng ý. */
export type Answer = {
  readonly item: ConsentItem
  readonly state: ConsentState
  readonly at: Temporal.Instant
  readonly regime: ConsentRegime
}

/** The last answer about every item at an instant; items nobody answered are absent. */
export function standing(ledger: readonly Answer[], at: Temporal.Instant): Map<ConsentItem, Answer> {
  const last = new Map<ConsentItem, Answer>()
  for (const a of ledger) {
    if (Temporal.Instant.compare(a.at, at) > 0) continue
    const known = last.get(a.item)
    if (known === undefined || Temporal.Instant.compare(known.at, a.at) <= 0) last.set(a.item, a)
  }
  return last
}

/** Các mục đang đồng ý at an instant. */
export function consented(ledger: readonly Answer[], at: Temporal.Instant): ReadonlySet<ConsentItem> {
  return new Set([...standing(ledger, at).values()].filter((a) => a.state === 'dong-y').map((a) => a.item))
}

/** Các mục đang công khai: without the entry in the directory nothing is public at all. */
export function publicItems(agreed: ReadonlySet<ConsentItem>): ReadonlySet<ConsentItem> {
  if (!agreed.has('danh-ba')) return new Set()
  return new Set(ITEM_ORDER.filter((i) => agreed.has(i) && ITEMS[i].purpose !== 'chuyen-gia'))
}

/**
 * What a form of ticked boxes adds to the ledger: a tick is a yes; a box left empty was asked and is a no. What is agreed already
 * stays as it is: it ends only where somebody ends it.
 */
export function answersOf(
  known: ReadonlyMap<ConsentItem, Answer>,
  ticked: readonly ConsentItem[],
): { item: ConsentItem; state: ConsentState }[] {
  return ITEM_ORDER.flatMap((item): { item: ConsentItem; state: ConsentState }[] => {
    const before = known.get(item)?.state
    if (before === 'dong-y') return []
    if (ticked.includes(item)) return [{ item, state: 'dong-y' }]
    return before === undefined ? [{ item, state: 'khong' }] : []
  })
}
