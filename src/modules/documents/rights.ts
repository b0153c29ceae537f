/** Quyền đối với văn bản nguồn. */
import { hasRole } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

/** Đọc văn bản vào hệ thống và rà soát bản đọc. */
export const canReadIn = right({
  name: 'documents.read-in',
  sentence: 'Việc đọc văn bản kế hoạch vào hệ thống dành cho cán bộ Sở Nội vụ.',
  ask: 'quản trị hệ thống của Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu', 'quan-tri'),
})

/** Xem văn bản nguồn. */
export const canSeeDocuments = right({
  name: 'documents.see',
  sentence: 'Văn bản nguồn dành cho người đã đăng nhập.',
  ask: 'quản trị hệ thống của cơ quan',
  allows: (a) => a.kind !== 'anonymous',
})
