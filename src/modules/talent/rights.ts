/** Quyền đối với nhân tài: one sentence per right. */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const within = (a: Actor, unit: string | undefined): boolean => unit === undefined || inScope(a, unit)

/** Xem người được công nhận, kết quả tuyển dụng. */
export const canSeeTalents = right({
  name: 'talent.see',
  sentence:
    'Sở Nội vụ và lãnh đạo tỉnh được xem nhân tài của mọi cơ quan; cơ quan, đơn vị xem người đang làm việc tại cơ quan mình và đơn vị trực thuộc.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Ghi công nhận, thôi việc, đánh giá. */
export const canRecordTalents = right({
  name: 'talent.record',
  sentence:
    'Sở Nội vụ được ghi công nhận, thôi việc, đánh giá của mọi nhân tài; cơ quan, đơn vị ghi cho người của cơ quan mình.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Ghi kết quả tuyển dụng; `unit` = the body that recruited. */
export const canReportRecruitment = right({
  name: 'talent.report-recruitment',
  sentence: 'Sở Nội vụ và chính cơ quan tuyển dụng được ghi, đính chính kết quả tuyển dụng.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Xem công nhận của chính mình. */
export const canSeeOwnRecognition = right({
  name: 'talent.see-own',
  sentence: 'Trang này dành cho trí thức đã nhận hồ sơ của mình.',
  ask: 'cán bộ tổ chức của cơ quan quản lý hồ sơ',
  allows: (a) => a.kind === 'account' && hasRole(a, 'tri-thuc'),
})

/** Thấy số nhỏ của toàn tỉnh: who sees the people of every body by name. */
export const seesWholeProvince = (a: Actor): boolean => a.scope === 'all' && hasRole(a, 'so-noi-vu', 'lanh-dao')

/** Every right of the module. */
export const RIGHTS = [canSeeTalents, canRecordTalents, canReportRecruitment, canSeeOwnRecognition]
