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
    'document.item-added': (l) => `thêm mục ${l.data.clause} vào bản đọc: "${String(l.data.text).slice(0, 120)}"`,
    'document.items-merged': (l) => `gộp mục ${l.data.clause} vào ${l.data.intoClause} trong bản đọc`,
    'document.sure-accepted': (l) => `chấp nhận cùng lúc ${l.data.count} mục đọc chắc chắn`,
    'document.decision-undone': (l) => `hoàn tác quyết định về ${l.data.count} mục của bản đọc`,
    'document.reread': (l) =>
      `đọc lại văn bản: ${l.data.goals} mục tiêu, ${l.data.tasks} nhiệm vụ và trách nhiệm, giữ ${l.data.kept} quyết định`,
  },
  constraints: {
    one_open_reading_per_text: 'Văn bản này vừa được đọc vào hệ thống. Mở bản đọc đang có trong danh sách.',
    one_decision_per_item: 'Mục này vừa được người khác quyết định. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
