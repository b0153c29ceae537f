/** Bản khai mô-đun Kiến nghị. */
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { handProposalsOver, proposalsHeld } from './handing-over.ts'
import { PROPOSALS } from './pages/parts.ts'
import { canSeeProposals, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

/** Kiến nghị: gathered from reports, answered, followed. */
export const proposals: Module = {
  name: 'proposals',
  title: 'Kiến nghị',
  routes: [...routes, ...api],
  rights: RIGHTS,
  menu: [
    {
      path: PROPOSALS,
      label: 'Kiến nghị',
      icon: 'letter',
      group: 'Công việc',
      order: 26,
      shows: (a) => canSeeProposals.allows(a),
    },
  ],
  facts: FACTS,
  commands,
  heldBy: proposalsHeld,
  handOver: handProposalsOver,
  constraints: {
    code_of_one_proposal: 'Mã kiến nghị này đã có. Thử lại.',
    somebody_asks: 'Kiến nghị phải có cơ quan nêu.',
    assigned_to_a_body_by_a_day: 'Giao trả lời phải có cơ quan và hạn.',
    answered_with_a_document: 'Trả lời phải có nội dung, số và ngày văn bản.',
    passed_on_to_somebody: 'Chuyển cấp trên phải có nơi nhận và văn bản.',
    not_merged_into_itself: 'Kiến nghị không gộp vào chính nó.',
    one_source_per_line: 'Dòng này vừa được người khác tập hợp. Tải lại trang để xem.',
    carried_on_once: 'Dòng này vừa được người khác tập hợp. Tải lại trang để xem.',
    one_attribution: 'Dòng này đã thuộc kiến nghị.',
    one_reading_per_version: 'Báo cáo này vừa được người khác tập hợp. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
