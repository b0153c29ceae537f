/** Quyền đối với chỉ tiêu. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Ghi số liệu chính thức; `unitId` = the body that must supply the figure. */
export const canRecordValue = right({
  name: 'indicators.record-value',
  sentence: 'Việc ghi số liệu chỉ tiêu dành cho cán bộ Sở Nội vụ và cơ quan phải cung cấp số liệu đó.',
  ask: 'Sở Nội vụ',
  allows: (a, unitId) =>
    hasRole(a, 'so-noi-vu', 'quan-tri') ||
    (hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId))),
})

/** Nạp định nghĩa và số liệu kèm theo phần mềm. */
export const canLoadFacts = right({
  name: 'indicators.load-facts',
  sentence: 'Việc nạp số liệu kèm theo phần mềm dành cho cán bộ Sở Nội vụ.',
  ask: 'quản trị hệ thống của Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Xem chỉ tiêu. */
export const canSeeIndicators = right({
  name: 'indicators.see',
  sentence: 'Trang chỉ tiêu dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})

/** Ban hành cách tính của chỉ tiêu. */
export const canIssueFormula = right({
  name: 'indicators.issue-formula',
  sentence: 'Việc ban hành cách tính chỉ tiêu dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Ghi nhận định về mục tiêu định tính. */
export const canJudge = right({
  name: 'indicators.judge',
  sentence: 'Việc ghi nhận định về mục tiêu định tính dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Nhập, chọn số liệu chính thức theo ngày. */
export const canKeepSeries = right({
  name: 'indicators.keep-series',
  sentence: 'Việc nhập và chọn số liệu chính thức dành cho cán bộ Sở Nội vụ.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})
