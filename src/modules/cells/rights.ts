/** Quyền đối với số liệu thống kê. */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Xem số liệu thống kê; a body sees the sources it supplies. */
export const canSeeCells = right({
  name: 'cells.see',
  sentence: 'Số liệu thống kê dành cho Sở Nội vụ, lãnh đạo và cơ quan cung cấp số liệu.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri', 'co-quan', 'thu-truong'),
})

/** Khai, đính chính, rút số liệu và khai mức trùng; `unitId` = the body that supplies. */
export const canEnterCells = right({
  name: 'cells.enter',
  sentence: 'Việc khai và sửa số liệu thống kê dành cho Sở Nội vụ và cơ quan cung cấp số liệu đó.',
  ask: 'Sở Nội vụ',
  allows: (a, unitId) =>
    hasRole(a, 'so-noi-vu') || (hasRole(a, 'co-quan', 'thu-truong') && (unitId === undefined || inScope(a, unitId))),
})

/** Xem độ phủ của toàn tỉnh. */
export const canSeeCoverage = right({
  name: 'cells.coverage',
  sentence: 'Độ phủ của số liệu toàn tỉnh dành cho Sở Nội vụ và lãnh đạo.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'lanh-dao', 'quan-tri'),
})

/** Thấy ô nhỏ: Sở Nội vụ alone; everybody else sees counts below five hidden. */
export const seesSmallCounts = (a: Actor): boolean => hasRole(a, 'so-noi-vu')
