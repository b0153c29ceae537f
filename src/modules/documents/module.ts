/** Mô-đun Văn bản: documents in, readings out. */
import type { Module } from '../../platform/module.ts'
import { documentCommands } from './commands.ts'
import { canReadIn, canSeeDocuments } from './rights.ts'
import { routes } from './routes.ts'
import { VERDICT_LABEL, type Verdict } from './rules/review.ts'

/** Bản khai. */
export const documents: Module = {
  name: 'documents',
  title: 'Văn bản',
  routes,
  rights: [canReadIn, canSeeDocuments],
  commands: documentCommands,
  facts: {
    'document.uploaded': (l) =>
      `đọc tệp "${l.data.name}" vào hệ thống: ${l.data.goals} mục tiêu, ${l.data.tasks} nhiệm vụ`,
    'document.found-again': (l) => `gửi lại tệp "${l.data.name}", trùng với bản đọc đang mở`,
    'document.item-decided': (l) =>
      `quyết định mục ${l.data.item}: ${VERDICT_LABEL[l.data.verdict as Verdict]?.toLowerCase() ?? ''}`,
  },
  constraints: {
    one_open_reading_per_text: 'Văn bản này vừa được đọc vào hệ thống. Mở bản đọc đang có trong danh sách.',
    one_decision_per_item: 'Mục này vừa được người khác quyết định. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
