/** Quyền xem nhật ký. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** The database shows a body's people only the lines of their scope and their own. */
export const canReadAudit = right({
  name: 'audit.read',
  sentence: 'Nhật ký dành cho quản trị, Sở Nội vụ và người của cơ quan trong phạm vi cơ quan mình.',
  ask: 'quản trị hệ thống',
  allows: (a) => hasRole(a, 'quan-tri', 'so-noi-vu', 'thu-truong', 'co-quan'),
})
