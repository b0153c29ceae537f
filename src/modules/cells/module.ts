/** Bản khai mô-đun Số liệu thống kê. */
import type { Module } from '../../platform/module.ts'
import { apiWith } from './api.ts'
import { commandsWith } from './commands.ts'
import { measures } from './measures.ts'
import { CELLS } from './pages/shown.ts'
import { canEnterCells, canSeeCells, canSeeCoverage } from './rights.ts'
import { routesWith } from './routes.ts'
import type { GoalsOf } from './screens.ts'

/** Số liệu thống kê. `goalsOf` = the goals of the plan in force, which stand below this module. */
export const cellsModule = (goalsOf: GoalsOf): Module => ({
  name: 'cells',
  title: 'Số liệu thống kê',
  routes: [...routesWith(goalsOf), ...apiWith(goalsOf)],
  rights: [canSeeCells, canEnterCells, canSeeCoverage],
  menu: [
    {
      path: CELLS,
      label: 'Số liệu thống kê',
      icon: 'forecast',
      group: 'Trí thức',
      order: 40,
      shows: (a) => canSeeCells.allows(a),
    },
  ],
  commands: commandsWith(goalsOf),
  measures,
  facts: {
    'cells.declared': (l) =>
      `khai số liệu thống kê ${String(l.data.code)} ngày ${String(l.data.asOf)}: ${String(l.data.total)} người`,
    'cells.corrected': (l) =>
      `đính chính số liệu thống kê ${String(l.data.code)} ngày ${String(l.data.asOf)}: ${String(l.data.before)} thành ${String(l.data.total)} người`,
    'cells.withdrawn': (l) => `rút số liệu thống kê ${String(l.data.code)} ngày ${String(l.data.asOf)}`,
    'cells.overlap-declared': (l) =>
      `khai mức trùng của ${String(l.data.code)} với ${l.data.against === '' ? 'hồ sơ trí thức' : String(l.data.against)} từ ngày ${String(l.data.from)}`,
  },
  constraints: {
    one_release_in_force: 'Số liệu của ngày này vừa được người khác ghi. Tải lại trang để xem.',
    one_release_of_a_version: 'Số liệu của ngày này vừa được người khác ghi. Tải lại trang để xem.',
    one_count_of_a_cell: 'Hai dòng số liệu có cùng khu vực, lĩnh vực, trình độ và các cột khác. Cộng lại làm một dòng.',
    one_overlap_in_force: 'Mức trùng của ngày này vừa được người khác khai. Tải lại trang để xem.',
    forces_have_no_place: 'Số liệu lực lượng vũ trang chỉ ghi chung toàn tỉnh, không ghi xã, phường và đơn vị.',
    overlap_is_a_range: 'Số cao nhất phải từ số thấp nhất trở lên.',
    separate_means_none: 'Hai bên không thể có cùng một người thì số trùng là 0.',
    not_against_itself: 'Một nguồn không trùng với chính nó.',
    withdrawn_counts_nothing: 'Bản rút không mang số liệu.',
    change_says_why: 'Nêu lý do đính chính hoặc rút số liệu.',
    first_version_is_declared: 'Số liệu của ngày này vừa được người khác ghi. Tải lại trang để xem.',
    code_of_one_source: 'Mã nguồn này đã có. Thử lại.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
