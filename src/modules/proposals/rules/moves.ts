/** Quy tắc xử lý một kiến nghị: who may be asked for an answer, what an answer needs, what may be merged or split. */
import type { Day } from '../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../kernel/result.ts'
import { sameSpelling } from '../../../kernel/text.ts'
import { type Proposal, type ProposalState, STATES } from '../words.ts'

/** What a move changes; the rest stays. */
export type Change = Partial<Omit<Proposal, 'id' | 'code' | 'year' | 'version' | 'askerIds'>>

const notNow = (p: Proposal, done: string): Decision<never> =>
  refuse(
    'conflict',
    'proposals.state',
    `Kiến nghị ${p.code} đang ở trạng thái «${STATES[p.state].label}» nên chưa ${done}. Mở lại kiến nghị trước.`,
  )

/** A merged proposal lives on in another one. */
export const standing = (p: Proposal): Decision<null> =>
  p.mergedInto === null
    ? accept(null)
    : refuse(
        'conflict',
        'proposals.merged',
        `Kiến nghị ${p.code} đã gộp. Làm trên kiến nghị đã nhận, hoặc tách ra trước.`,
      )

/** Giao cơ quan trả lời: from any state that is not settled; the day may not lie behind. */
export function assigning(p: Proposal, given: { ownerId: string; due: Day }, today: Day): Decision<Change> {
  const open: readonly ProposalState[] = ['moi', 'da-giao', 'khong-thuoc-tham-quyen']
  if (!open.includes(p.state)) return notNow(p, 'giao được')
  if (given.due < today) return refuseFields('proposals.due', { due: 'Hạn trả lời không được trước hôm nay.' })
  return accept({ ...given, state: 'da-giao', answer: '', document: '', settledOn: null })
}

/** Trả lời: text, document and day. An answer already given is corrected only with a reason. */
export function answering(
  p: Proposal,
  given: { answer: string; document: string; on: Day; reason: string },
  today: Day,
): Decision<Change> {
  if (p.state === 'moi' || p.state === 'khong-thuoc-tham-quyen')
    return refuse(
      'conflict',
      'proposals.state',
      `Kiến nghị ${p.code} chưa giao cơ quan nào trả lời. Giao cơ quan trước.`,
    )
  if (p.state === 'da-tra-loi' && given.reason === '')
    return refuseFields('proposals.reason', { reason: 'Nêu lý do đính chính trả lời đã ghi.' })
  if (given.on > today) return refuseFields('proposals.day', { on: 'Ngày văn bản không được sau hôm nay.' })
  return accept({ state: 'da-tra-loi', answer: given.answer, document: given.document, settledOn: given.on })
}

/** Chuyển cấp trên: to whom, by which document. */
export function passing(
  p: Proposal,
  given: { passedTo: string; document: string; on: Day },
  today: Day,
): Decision<Change> {
  if (p.state === 'da-tra-loi' || p.state === 'chuyen-cap-tren') return notNow(p, 'chuyển được')
  if (given.on > today) return refuseFields('proposals.day', { on: 'Ngày văn bản không được sau hôm nay.' })
  return accept({ state: 'chuyen-cap-tren', passedTo: given.passedTo, document: given.document, settledOn: given.on })
}

/** Không thuộc thẩm quyền: said by the body that was asked, or before anybody was. */
export function declining(p: Proposal, reason: string, today: Day): Decision<Change> {
  if (p.state !== 'moi' && p.state !== 'da-giao') return notNow(p, 'báo không thuộc thẩm quyền được')
  return accept({ state: 'khong-thuoc-tham-quyen', answer: reason, settledOn: today })
}

/** Mở lại: back to where somebody has to be asked; what was answered stays in the history. */
export function reopening(p: Proposal): Decision<Change> {
  if (p.state === 'moi' || p.state === 'da-giao')
    return refuse('conflict', 'proposals.open', `Kiến nghị ${p.code} đang mở, không có gì để mở lại.`)
  return accept({ state: 'moi', ownerId: null, due: null, answer: '', document: '', settledOn: null, passedTo: '' })
}

/** Tách: at least two different texts; the first stays with the proposal. Only while nobody has answered. */
export function splitting(p: Proposal, texts: readonly string[]): Decision<readonly [string, ...string[]]> {
  if (p.state !== 'moi' && p.state !== 'da-giao') return notNow(p, 'tách được')
  const different = texts.filter((t, i) => texts.findIndex((o) => sameSpelling(o) === sameSpelling(t)) === i)
  const [first, ...others] = different
  if (first === undefined || others.length === 0)
    return refuseFields('proposals.split', { texts: 'Viết mỗi kiến nghị một dòng, ít nhất hai dòng khác nhau.' })
  const long = different.find((t) => t.length > 4000)
  if (long !== undefined) return refuseFields('proposals.split', { texts: 'Mỗi kiến nghị dài không quá 4.000 ký tự.' })
  return accept([first, ...others])
}

/** Gộp: of one year, none merged yet, and none of those that go has been settled. */
export function merging(kept: Proposal, others: readonly Proposal[]): Decision<null> {
  if (others.length === 0) return refuseFields('proposals.merge', { others: 'Chọn ít nhất một kiến nghị để gộp.' })
  for (const p of [kept, ...others]) {
    const free = standing(p)
    if (!free.ok) return free
  }
  if (others.some((o) => o.id === kept.id))
    return refuseFields('proposals.merge', { others: `Kiến nghị ${kept.code} không gộp vào chính nó.` })
  if (others.some((o) => o.year !== kept.year))
    return refuseFields('proposals.merge', { others: 'Chỉ gộp kiến nghị của cùng một năm.' })
  const settled = others.find((o) => o.state !== 'moi' && o.state !== 'da-giao')
  return settled === undefined ? accept(null) : notNow(settled, 'gộp được')
}

/** Tách khỏi nhóm: stands for itself again and has to be assigned anew. */
export function separating(p: Proposal): Decision<Change> {
  if (p.mergedInto === null)
    return refuse('conflict', 'proposals.not-merged', `Kiến nghị ${p.code} chưa gộp vào kiến nghị nào.`)
  return accept({ mergedInto: null, state: 'moi', ownerId: null, due: null })
}
