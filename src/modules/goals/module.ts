/** Bản khai mô-đun Mục tiêu. Figures are made of the measures of all modules, handed in by `src/modules.ts`. */
import type { Measure } from '../../platform/measure.ts'
import type { Module } from '../../platform/module.ts'
import { FACTS } from './facts.ts'
import { canKeepMaps, canSeeGoals, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import type { Foresee } from './screens.ts'

/** Mục tiêu: path, progress, shares of bodies, explanations. */
export const goalsModule = (measures: () => readonly Measure[], foresee: Foresee): Module => ({
  name: 'goals',
  title: 'Mục tiêu',
  rights: RIGHTS,
  routes: routes(measures, foresee),
  facts: FACTS,
  menu: [
    {
      path: '/muc-tieu',
      label: 'Mục tiêu',
      icon: 'goal',
      group: 'Kế hoạch',
      order: 15,
      shows: (a) => canSeeGoals.allows(a),
    },
    {
      path: '/muc-tieu/ban-do',
      label: 'Bản đồ địa bàn',
      icon: 'place',
      group: 'Quản trị',
      order: 60,
      shows: (a) => canKeepMaps.allows(a),
    },
  ],
  constraints: {
    one_path_of_a_goal: 'Lộ trình này vừa được người khác đặt. Tải lại trang rồi quyết định.',
    one_cascade_a_year: 'Mức giao của năm này vừa được người khác sửa. Tải lại trang rồi quyết định.',
    one_explanation_of_a_body: 'Giải trình này vừa được người khác gửi. Tải lại trang rồi quyết định.',
    one_map_on_a_day: 'Đã có bản đồ của cấp này trong những ngày ấy. Bỏ bản đồ cũ hoặc đổi ngày hiệu lực.',
    path_in_order: 'Lộ trình mới không thể có trước lộ trình đang dùng.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
