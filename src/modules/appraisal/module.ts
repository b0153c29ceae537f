/** Bản khai mô-đun Chấm điểm. */
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { canSeeEntry, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

/** Chấm điểm cơ quan. */
export const appraisal: Module = {
  name: 'appraisal',
  title: 'Chấm điểm',
  routes,
  rights: RIGHTS,
  facts: FACTS,
  commands,
  menu: [
    {
      path: '/cham-diem',
      label: 'Chấm điểm',
      icon: 'list',
      group: 'Điều hành',
      order: 60,
      shows: (a) => canSeeEntry.allows(a),
    },
  ],
  constraints: {
    one_round_a_year: 'Đợt chấm điểm của năm này vừa được người khác mở. Tải lại trang.',
    one_sheet_per_body: 'Cơ quan này đã có phiếu chấm trong đợt.',
    one_appeal_per_criterion: 'Tiêu chí này vừa được kiến nghị. Mỗi tiêu chí một lần.',
    round_is_closed: 'Đợt chấm điểm đã khóa. Không đổi gì.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
