/** Quyền: one sentence per right. */
import { hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Nhập danh sách của một cơ quan. */
export const canImport = right({
  name: 'imports.import',
  sentence:
    'Cán bộ cơ quan, đơn vị được nhập danh sách của cơ quan mình và đơn vị trực thuộc; Sở Nội vụ nhập cho mọi cơ quan.',
  ask: 'cán bộ tổ chức của cơ quan quản lý hồ sơ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan') && (unit === undefined || inScope(a, unit)),
})

/** Nhận lại cả tệp đã gửi, cùng các cột nhạy cảm; người khác nhận danh sách không có các cột ấy. */
export const canTakeWhole = right({
  name: 'imports.take-whole',
  sentence:
    'Cán bộ Sở Nội vụ và thủ trưởng cơ quan quản lý hồ sơ nhận lại tệp lỗi cùng các cột nhạy cảm của tệp chính mình gửi; người gửi khác nhận tệp lỗi không có các cột ấy.',
  ask: 'thủ trưởng cơ quan quản lý hồ sơ hoặc Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'thu-truong') && (unit === undefined || inScope(a, unit)),
})

/** Các quyền của mô-đun. */
export const RIGHTS = [canImport, canTakeWhole]
