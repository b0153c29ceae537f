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

/** Các quyền của mô-đun. */
export const RIGHTS = [canImport]
