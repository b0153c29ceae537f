/**
 * Đồng ý bằng văn bản (Luật 91/2025/QH15, Điều 9): a paper speaks from the day it was signed. Which answer of one day came first
 * cannot be told from a paper, so that what keeps more to itself counts: a withdrawal speaks from the end of its day, an agreement
 * from the beginning.
 */
import { addDays, type Day, showDay, startOf } from '../../../kernel/day.ts'
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { type ConsentItem, type ConsentRegime, type ConsentState, ITEMS, NOTICE } from '../words.ts'
import { type Answer, standing } from './consent.ts'

/** Ngày Luật 91/2025/QH15 có hiệu lực. */
const LAW_91 = '2026-01-01' as Day

/** Điều ghi trong văn bản. */
export type PaperAnswer = Extract<ConsentState, 'dong-y' | 'rut'>

/** Văn bản, as an officer types it in. */
export type Paper = {
  readonly answer: PaperAnswer
  readonly items: readonly ConsentItem[]
  readonly signedOn: Day
}

/** Điều sẽ ghi vào sổ. */
export type Noted = {
  readonly at: Temporal.Instant
  readonly regime: ConsentRegime
  readonly notice: string
  readonly items: readonly ConsentItem[]
  /** Items of which a later answer stands: the paper is kept, and changes nothing for them. */
  readonly overtaken: readonly ConsentItem[]
}

const namesOf = (items: readonly ConsentItem[]): string => items.map((i) => `«${ITEMS[i].label}»`).join(', ')

/** What a paper adds to the ledger; refused when its day lies ahead, or when it says nothing that was not known. */
export function noted(paper: Paper, ledger: readonly Answer[], now: Temporal.Instant, today: Day): Decision<Noted> {
  if (paper.signedOn > today)
    return refuseFields('consent.day', { signedOn: `Ngày ký không được sau hôm nay (${showDay(today)})` })
  const end = startOf(addDays(paper.signedOn, 1)).subtract({ seconds: 1 })
  const at = paper.answer === 'dong-y' ? startOf(paper.signedOn) : Temporal.Instant.compare(end, now) > 0 ? now : end
  const then = standing(ledger, at)
  const stands = standing(ledger, now)
  const fresh = paper.items.filter((i) => {
    const before = then.get(i)?.state
    return paper.answer === 'dong-y' ? before !== 'dong-y' : before === 'dong-y'
  })
  if (fresh.length === 0)
    return refuseFields('consent.known', {
      items:
        paper.answer === 'dong-y'
          ? `Sổ đã ghi đồng ý ${namesOf(paper.items)} vào ngày ấy, không có gì mới để ghi`
          : `Ngày ấy chủ hồ sơ không đồng ý ${namesOf(paper.items)}, không có gì để rút`,
    })
  const later = (i: ConsentItem): boolean => {
    const last = stands.get(i)
    return last !== undefined && Temporal.Instant.compare(last.at, at) > 0
  }
  return accept({
    at,
    regime: paper.signedOn < LAW_91 ? 'nd13' : 'luat91',
    notice: paper.signedOn.slice(0, 7) >= NOTICE.version ? NOTICE.version : 'theo văn bản',
    items: fresh,
    overtaken: fresh.filter(later),
  })
}
