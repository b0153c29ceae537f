/** Bản khai mô-đun hồ sơ trí thức. */
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { dossiersHeld, handDossiersOver } from './handing-over.ts'
import { searchPeople } from './list-screen.ts'
import { measures } from './measures.ts'
import { remakeOldSlices } from './remake.ts'
import { canConfirmFacts, canSeePeople, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { waitingCount } from './views/waiting-count.ts'

/** Hồ sơ trí thức: sổ bộ người. */
export const people: Module = {
  name: 'people',
  title: 'Hồ sơ trí thức',
  routes: [...routes, ...api],
  rights: RIGHTS,
  facts: FACTS,
  commands,
  measures,
  heldBy: dossiersHeld,
  handOver: handDossiersOver,
  search: (ctx, folded) => searchPeople(ctx, folded),
  badges: async (ctx) => {
    if (!canConfirmFacts.allows(ctx.actor)) return []
    const count = await waitingCount(ctx.tx, ctx.actor.scope)
    return count === 0 ? [] : [{ path: '/tri-thuc/cho-xac-nhan', count, tone: 'plain', label: 'mục chờ xác nhận' }]
  },
  menu: [
    {
      path: '/tri-thuc',
      label: 'Hồ sơ trí thức',
      icon: 'people',
      group: 'Trí thức',
      order: 10,
      shows: (a) => canSeePeople.allows(a),
    },
    {
      path: '/tri-thuc/cho-xac-nhan',
      label: 'Chờ xác nhận',
      icon: 'check',
      group: 'Trí thức',
      order: 12,
      shows: (a) => canConfirmFacts.allows(a),
    },
  ],
  constraints: {
    one_main_post_on_a_day:
      'Một người chỉ có một vị trí công tác chính trong mỗi ngày. Ghi ngày kết thúc của vị trí cũ trước.',
    one_fact_of_a_slot_on_a_day: 'Nhóm này chỉ giữ một mục trong mỗi ngày. Ghi ngày kết thúc của mục cũ trước.',
    one_person_of_a_number: 'Số định danh này đã có ở một hồ sơ khác. Kiểm tra lại số, hoặc mở trang trùng lặp.',
    code_of_one_person: 'Mã hồ sơ này đã có. Thử lại.',
    birth_has_precision: 'Ngày sinh thiếu độ chính xác. Nhập lại ngày sinh.',
    death_has_precision: 'Ngày mất thiếu độ chính xác. Nhập lại ngày mất.',
    dies_after_birth: 'Ngày mất phải sau ngày sinh.',
    belongs_to_a_known_person: 'Hồ sơ này không có trong sổ. Tải lại trang rồi thử lại.',
    known_for_a_while: 'Hồ sơ vừa được ghi ở một thời điểm muộn hơn. Tải lại trang rồi thử lại.',
    slice_has_days: 'Ngày kết thúc phải sau ngày bắt đầu.',
  },
  settle: remakeOldSlices,
  migrations: new URL('./migrations/', import.meta.url),
}
