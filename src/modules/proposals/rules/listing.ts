/** Danh sách kiến nghị: what is overdue stands on top, then by the day of answering, then what nobody was given yet. */
import { type Day, daysBetween } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import type { Proposal, ProposalState } from '../words.ts'

/** Số ngày quá hạn trả lời: the due day itself is still on time; what is settled is never late. */
export const daysLate = (p: Pick<Proposal, 'state' | 'due'>, today: Day): number =>
  p.state === 'da-giao' && p.due !== null ? Math.max(0, daysBetween(p.due, today)) : 0

/** Dòng của danh sách. */
export type ProposalLine = Proposal & {
  readonly ownerName: string | null
  /** Names of the bodies that ask, as far as the reader may know them. */
  readonly askers: readonly string[]
  /** How many bodies ask in all. */
  readonly asking: number
  readonly daysLate: number
}

/** Điều kiện lọc. `state` empty = all; `late` = overdue only; `unit` = asks or answers. */
export type Conditions = {
  readonly state: ProposalState | ''
  readonly late: boolean
  readonly unit: string
  readonly q: string
}

const RANK: Readonly<Record<ProposalState, number>> = {
  'da-giao': 0,
  moi: 1,
  'khong-thuoc-tham-quyen': 2,
  'chuyen-cap-tren': 3,
  'da-tra-loi': 4,
}

/** Overdue first, the longest before the others; then what waits by its day; then what is new; settled ones last. */
export const inOrder = <T extends Pick<ProposalLine, 'state' | 'due' | 'code' | 'daysLate'>>(list: readonly T[]): T[] =>
  [...list].sort(
    (a, b) =>
      b.daysLate - a.daysLate ||
      RANK[a.state] - RANK[b.state] ||
      (a.state === 'da-giao' && a.due !== b.due ? ((a.due ?? '') < (b.due ?? '') ? -1 : 1) : 0) ||
      a.code.length - b.code.length ||
      (a.code < b.code ? -1 : 1),
  )

/** The lines that meet the conditions, in their order. */
export function filtered(list: readonly ProposalLine[], c: Conditions): ProposalLine[] {
  const q = fold(c.q)
  return list.filter(
    (p) =>
      (c.state === '' || p.state === c.state) &&
      (!c.late || p.daysLate > 0) &&
      (c.unit === '' || p.ownerId === c.unit || p.askerIds.includes(c.unit)) &&
      (q === '' || fold(`${p.code} ${p.text} ${p.addressee} ${p.ownerName ?? ''} ${p.document}`).includes(q)),
  )
}
