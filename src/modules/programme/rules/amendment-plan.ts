/**
 * Quyết định về từng khác biệt: take what the new document says, leave the plan as it was, say that a new item is an old one, or
 * that two taken for one are two. From the choices come the rows to add, change and close.
 */
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { type AmendableItem, addition, type Difference, differenceOf, removal, type StoredItem } from './amendment.ts'

/** Cách xử lý một khác biệt. */
export type Choice = 'take' | 'leave' | 'pair' | 'split'

/** Quyết định đã lưu về một khác biệt. */
export type StoredChoice = {
  readonly entry: string
  readonly choice: Choice
  /** The old item that a new one is, for `pair`. */
  readonly partner: string | null
  readonly version: number
  readonly decidedBy: string
}

/** Khác biệt sau quyết định. */
export type Decided = Difference & {
  readonly choice: 'take' | 'leave'
  /** Null while nobody chose; then the new document is taken. */
  readonly decidedBy: string | null
  /** Version of the choice of this entry, and of the one that split or paired it. */
  readonly version: number
  readonly origin: 'aligned' | 'pair' | 'split'
}

type Choices = ReadonlyMap<string, StoredChoice>

/** The differences as they stand after the choices: paired ones become one, split ones two. */
export function decide(list: readonly Difference[], choices: readonly StoredChoice[]): Decided[] {
  const made: Choices = new Map(choices.map((c) => [c.entry, c]))
  const gone = new Map(
    list.flatMap((d) => (d.change === 'removed' && d.before ? [[d.before.id, d.before] as const] : [])),
  )
  const paired = new Map<string, StoredItem>()
  for (const d of list) {
    const partner = made.get(d.entry)?.choice === 'pair' ? gone.get(made.get(d.entry)?.partner ?? '') : undefined
    if (d.change !== 'added' || partner === undefined || partner.kind !== d.after?.kind) continue
    paired.set(d.entry, partner)
    gone.delete(partner.id)
  }
  const taken = new Set([...paired.values()].map((p) => p.id))
  return list.flatMap((d): Decided[] => {
    if (d.change === 'removed' && taken.has(d.entry)) return []
    const c = made.get(d.entry)
    const by = { decidedBy: c?.decidedBy ?? null, version: c?.version ?? 0 }
    const partner = paired.get(d.entry)
    if (partner !== undefined && d.after !== null)
      return [{ ...differenceOf(partner, d.after), entry: d.entry, ...by, choice: 'take', origin: 'pair' }]
    if (c?.choice === 'split' && d.before !== null && d.after !== null) {
      const other = made.get(addition(d.after).entry)
      return [
        { ...removal(d.before), ...by, choice: 'take', origin: 'split' },
        {
          ...addition(d.after),
          choice: other?.choice === 'leave' ? 'leave' : 'take',
          decidedBy: other?.decidedBy ?? by.decidedBy,
          version: other?.version ?? 0,
          origin: 'aligned',
        },
      ]
    }
    return [{ ...d, ...by, choice: c?.choice === 'leave' ? 'leave' : 'take', origin: 'aligned' }]
  })
}

/** Việc phải làm với kế hoạch. */
export type AmendmentPlan = {
  /** Items that stay, with the words, number and place of the new document; `changed` where something differs. */
  readonly keep: readonly {
    readonly before: StoredItem
    readonly after: AmendableItem
    readonly changed: Decided | null
  }[]
  readonly add: readonly AmendableItem[]
  readonly end: readonly StoredItem[]
  /** Items left as they were by choice; their code where a new one takes it. */
  readonly left: readonly { readonly item: StoredItem; readonly code: string }[]
}

/** The rows to change, from what was decided. */
export function amendmentPlan(list: readonly Decided[]): AmendmentPlan {
  const keep = list.flatMap((d) =>
    d.before !== null && d.after !== null && d.choice === 'take'
      ? [{ before: d.before, after: d.after, changed: d.change === 'unchanged' ? null : d }]
      : [],
  )
  const add = list.flatMap((d) => (d.change === 'added' && d.choice === 'take' && d.after ? [d.after] : []))
  const left = list.flatMap((d) => (d.choice === 'leave' && d.before !== null ? [d.before] : []))
  const codes = new Set([...keep.map((k) => k.after), ...add].map((i) => `${i.kind}:${i.code}`))
  return {
    keep,
    add,
    end: list.flatMap((d) => (d.change === 'removed' && d.choice === 'take' && d.before ? [d.before] : [])),
    left: left.map((item) => ({
      item,
      code: codes.has(`${item.kind}:${item.code}`) ? `${item.code} (cũ)` : item.code,
    })),
  }
}

/** Differences somebody must look at: all but what is the same, and what only has another number. */
export const toLookAt = (list: readonly Decided[]): Decided[] =>
  list.filter((d) => d.change !== 'unchanged' && d.change !== 'moved')

const ABSENT = () =>
  refuse(
    'absent',
    'amendment.absent',
    'Không còn khác biệt này giữa hai bản. Tải lại trang để xem các khác biệt hiện có.',
  )

/** Accepts a choice that fits the difference. Refuses one that is not there, `pair` without an old item that is gone, `split` of what was not taken for one. */
export function chooseFor(
  list: readonly Difference[],
  choices: readonly StoredChoice[],
  given: { entry: string; choice: Choice; partner: string },
): Decision<{ choice: Choice; partner: string | null }> {
  const d = list.find((x) => x.entry === given.entry)
  const shown = decide(list, choices)
  const now = shown.find((x) => x.entry === given.entry)
  if (d === undefined && now === undefined) return ABSENT()
  if (given.choice === 'split') {
    const aligned = d?.before !== null && d?.after !== null
    return aligned ? accept({ choice: 'split', partner: null }) : ABSENT()
  }
  if (given.choice !== 'pair') return accept({ choice: given.choice, partner: null })
  const partner = shown.find((x) => x.change === 'removed' && x.before?.id === given.partner)
  if (now?.after === null || now === undefined || partner?.before?.kind !== now.after.kind)
    return refuseFields('amendment.partner', { partner: 'Chọn mục cũ cùng loại mà văn bản mới không còn' })
  return accept({ choice: 'pair', partner: given.partner })
}

/** The differences must have been looked at before the plan follows them. */
export function differencesSeen(undecided: number, unsure: number, seen: boolean): Decision<null> {
  if (undecided + unsure === 0 || seen) return accept(null)
  const sentence = `Còn ${undecided} khác biệt chưa quyết định và ${unsure} mục đọc chưa chắc. Xem từng mục, hoặc xác nhận đã xem`
  return refuse('invalid', 'amendment.unseen', `${sentence}.`, { fields: { seen: sentence } })
}
