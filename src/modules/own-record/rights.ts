/** Quyền: the person over the own record; the body that keeps it over invitations and requests. */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const OFFICE = 'cán bộ tổ chức của cơ quan quản lý hồ sơ'

const within = (a: Actor, unit: string | undefined): boolean => unit === undefined || inScope(a, unit)

/** Officers and heads of the body that keeps the dossier, and Sở Nội vụ. */
const keepsDossiers = (a: Actor, unit: string | undefined): boolean =>
  hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit)

/** Chủ hồ sơ. Which record it is says the binding of the account, never the request. */
export const canKeepOwnRecord = right({
  name: 'own-record.keep',
  sentence: 'Trang này dành cho trí thức đã nhận hồ sơ của mình bằng mã mời.',
  ask: OFFICE,
  allows: (a) => a.kind === 'account' && hasRole(a, 'tri-thuc'),
})

/** Cấp thư mời nhận hồ sơ. */
export const canInvite = right({
  name: 'own-record.invite',
  sentence: 'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được cấp thư mời nhận hồ sơ.',
  ask: OFFICE,
  allows: keepsDossiers,
})

/** Trả lời yêu cầu của chủ hồ sơ. */
export const canAnswerRequests = right({
  name: 'own-record.answer',
  sentence:
    'Cán bộ, thủ trưởng cơ quan được hỏi và Sở Nội vụ được tiếp nhận, trả lời yêu cầu về dữ liệu của chủ hồ sơ.',
  ask: OFFICE,
  allows: keepsDossiers,
})

/** Trả lời yêu cầu về dữ liệu nhạy cảm, số định danh. */
export const canAnswerSensitive = right({
  name: 'own-record.answer-sensitive',
  sentence:
    'Thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được mở, trả lời yêu cầu về dữ liệu nhạy cảm và số định danh.',
  ask: 'thủ trưởng cơ quan quản lý hồ sơ hoặc Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'thu-truong') && within(a, unit),
})

/** Xem sổ đồng ý của chủ hồ sơ. */
export const canSeeConsents = right({
  name: 'own-record.see-consents',
  sentence: 'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được xem chủ hồ sơ đã đồng ý những gì.',
  ask: OFFICE,
  allows: keepsDossiers,
})

/** Ghi đồng ý, rút đồng ý bằng văn bản. */
export const canRecordConsents = right({
  name: 'own-record.record-consents',
  sentence:
    'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được ghi đồng ý bằng văn bản của chủ hồ sơ, kèm bản quét.',
  ask: OFFICE,
  allows: keepsDossiers,
})

/** In lý lịch của người khác. */
export const canPrintPapers = right({
  name: 'own-record.print-papers',
  sentence:
    'Cán bộ, thủ trưởng cơ quan quản lý hồ sơ và Sở Nội vụ được in lý lịch từ hồ sơ khi nêu mục đích; chủ hồ sơ xem được lần in.',
  ask: OFFICE,
  allows: keepsDossiers,
})

/** Every right of the module. */
export const RIGHTS = [
  canKeepOwnRecord,
  canInvite,
  canAnswerRequests,
  canAnswerSensitive,
  canSeeConsents,
  canRecordConsents,
  canPrintPapers,
]
