/** Mô-đun Kế hoạch: the adopted plan, who leads what, who takes part. */
import { dayOf } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Module } from '../../platform/module.ts'
import { programmeCommands } from './commands.ts'
import { FACTS } from './facts.ts'
import { handWorkOver, workHeld } from './handing-over.ts'
import { canAdopt, canAssign, canMarkFindings, canSeeProgramme, canSetParticipant } from './rights.ts'
import { routes } from './routes.ts'
import { clausesOf, currentProgramme, goalsOf, tasksOf } from './views.ts'

/** Bản khai. */
export const programme: Module = {
  name: 'programme',
  title: 'Kế hoạch',
  routes,
  rights: [canAdopt, canAssign, canSetParticipant, canSeeProgramme, canMarkFindings],
  menu: [
    {
      path: '/ke-hoach',
      label: 'Kế hoạch',
      icon: 'plan',
      group: 'Kế hoạch',
      order: 10,
      shows: (a) => canSeeProgramme.allows(a),
    },
  ],
  search: async (ctx, folded) => {
    const plan = await currentProgramme(ctx.tx)
    if (plan === null) return []
    const items = [
      ...(await goalsOf(ctx.tx, plan.id, dayOf(ctx.now))).map((g) => ({
        code: g.code,
        words: g.text,
        kind: 'Mục tiêu',
      })),
      ...(await tasksOf(ctx.tx, plan.id)).map((t) => ({ code: t.code, words: t.text, kind: 'Nhiệm vụ' })),
      ...(await clausesOf(ctx.tx, plan.id)).map((c) => ({ code: c.code, words: c.title, kind: 'Mục của kế hoạch' })),
    ]
    return items
      .filter((i) => fold(`${i.code} ${i.words}`).includes(folded))
      .slice(0, 8)
      .map((i) => ({
        label: i.words.slice(0, 120),
        detail: i.code,
        href: `/ke-hoach/${encodeURIComponent(i.code)}`,
        kind: i.kind,
      }))
  },
  commands: programmeCommands,
  heldBy: workHeld,
  handOver: handWorkOver,
  facts: FACTS,
  constraints: {
    one_programme_per_document: 'Văn bản này đã được ban hành vào hệ thống. Mở trang Kế hoạch để xem.',
    one_programme_per_number: 'Kế hoạch mang số và ngày này đã có trong hệ thống. Kiểm tra lại số, ngày.',
    one_clause_per_code: 'Văn bản có hai đề mục cùng số.',
    one_goal_per_code: 'Văn bản có hai mục tiêu cùng mã. Sửa hoặc bỏ một mục trước khi ban hành.',
    one_task_per_code: 'Văn bản có hai nhiệm vụ cùng mã. Sửa hoặc bỏ một mục trước khi ban hành.',
    one_role_per_participant: 'Cơ quan này vừa được người khác đưa vào danh sách. Tải lại trang để xem.',
    one_current_assignment: 'Việc này vừa được người khác giao. Tải lại trang để xem.',
    one_mark_per_finding: 'Nội dung rà soát này vừa được người khác ghi ý kiến. Tải lại trang để xem.',
    ignored_with_reason: 'Bỏ qua một nội dung rà soát phải có lý do.',
    one_edition_per_no: 'Kế hoạch vừa được sửa đổi theo một văn bản khác. Tải lại trang để so lại.',
    one_edition_per_document: 'Văn bản này đã được đưa vào hệ thống. Mở trang Kế hoạch để xem các phiên bản.',
    one_choice_per_difference: 'Khác biệt này vừa được người khác quyết định. Tải lại trang để xem.',
    partner_when_paired: 'Chọn mục cũ mà mục mới này thay thế.',
    due_day_when_day: 'Thời hạn phải có ngày.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
