/** Quyền đối với việc chấm điểm: one sentence per right. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { anyone, right } from '../../kernel/right.ts'

/** Xem đợt chấm điểm; a result only once it is published. */
export const canSeeRounds = right({
  name: 'appraisal.see',
  sentence: 'Trang Chấm điểm dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})

/** Xem công thức: published for everybody. */
export const canSeeFormula = anyone

/** Chấm điểm: open, count, appraise, publish, answer, close. */
export const canAppraise = right({
  name: 'appraisal.appraise',
  sentence: 'Việc mở đợt, thẩm định, công bố, trả lời kiến nghị và khóa kết quả chấm điểm dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Xem bảng xếp hạng trước khi công bố. */
export const canSeeBefore = right({
  name: 'appraisal.see-before',
  sentence: 'Kết quả chấm điểm chưa công bố dành cho cán bộ Sở Nội vụ và lãnh đạo tỉnh.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao'),
})

/** Xem phiếu chấm của một cơ quan. */
export const canSeeEntry = right({
  name: 'appraisal.see-entry',
  sentence: 'Phiếu chấm điểm dành cho cơ quan được chấm, cán bộ Sở Nội vụ và lãnh đạo tỉnh.',
  ask: 'cơ quan được chấm hoặc Sở Nội vụ',
  allows: (a, unitId) =>
    hasRole(a, 'so-noi-vu', 'lanh-dao') ||
    (hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId))),
})

/** Tự chấm, kiến nghị: the body itself. */
export const canScoreSelf = right({
  name: 'appraisal.score-self',
  sentence: 'Việc tự chấm điểm và kiến nghị về điểm dành cho cán bộ và thủ trưởng của cơ quan được chấm.',
  ask: 'thủ trưởng cơ quan được chấm',
  allows: (a, unitId) => hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId)),
})

/** Các quyền của mô-đun. */
export const RIGHTS = [canSeeRounds, canAppraise, canSeeBefore, canSeeEntry, canScoreSelf]
