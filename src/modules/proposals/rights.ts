/** Quyền đối với kiến nghị: one sentence per right. */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem kiến nghị; which ones is decided row by row: who asks, who answers. */
export const canSeeProposals = right({
  name: 'proposals.see',
  sentence:
    'Sở Nội vụ và lãnh đạo tỉnh xem mọi kiến nghị; cơ quan, đơn vị xem kiến nghị của mình và kiến nghị mình phải trả lời.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong'),
})

/** Tập hợp, sửa, tách, gộp, giao, chuyển, mở lại. */
export const canKeepProposals = right({
  name: 'proposals.keep',
  sentence: 'Cán bộ Sở Nội vụ được tập hợp, sửa, tách, gộp, giao, chuyển cấp trên và mở lại kiến nghị.',
  ask: 'Phòng Công chức, viên chức, Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Trả lời; `unit` = the body that was asked for the answer. */
export const canAnswerProposal = right({
  name: 'proposals.answer',
  sentence: 'Cơ quan được giao trả lời kiến nghị, và Sở Nội vụ, được ghi trả lời hoặc báo không thuộc thẩm quyền.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu') || (hasRole(a, 'co-quan', 'thu-truong') && own(a, unit)),
})

/** A scope over all bodies is not the office of one. */
const own = (a: Actor, unit: string | undefined): boolean =>
  unit === undefined || a.grants.some((g) => g.body === unit) || (a.scope !== 'all' && inScope(a, unit))

/** Every right of the module. */
export const RIGHTS = [canSeeProposals, canKeepProposals, canAnswerProposal]
