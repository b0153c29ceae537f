/** Mô-đun Chỉ tiêu: what each goal measures and the official figures recorded for it. */

import type { Day } from '../../kernel/day.ts'
import { showDay } from '../../kernel/day.ts'
import { fold } from '../../kernel/text.ts'
import type { Module } from '../../platform/module.ts'
import { indicatorCommands } from './commands.ts'
import { custodyHeld, handCustodyOver } from './handing-over.ts'
import { canLoadFacts, canRecordValue, canSeeIndicators } from './rights.ts'
import { routes } from './routes.ts'
import { withUnit } from './rules/target-words.ts'
import { definitions } from './views.ts'

/** Bản khai. */
export const indicators: Module = {
  name: 'indicators',
  title: 'Chỉ tiêu',
  routes,
  rights: [canRecordValue, canLoadFacts, canSeeIndicators],
  menu: [
    {
      path: '/chi-tieu',
      label: 'Chỉ tiêu',
      icon: 'goal',
      group: 'Kế hoạch',
      order: 20,
      shows: (a) => canSeeIndicators.allows(a),
    },
  ],
  search: async (ctx, folded) =>
    (await definitions(ctx.tx))
      .filter((d) => fold(`${d.code} ${d.name}`).includes(folded))
      .slice(0, 8)
      .map((d) => ({ label: d.name, detail: d.code, href: `/chi-tieu/${d.code}`, kind: 'Chỉ tiêu' })),
  commands: indicatorCommands,
  heldBy: custodyHeld,
  handOver: handCustodyOver,
  facts: {
    'indicator.value-recorded': (l) =>
      `${l.data.corrects === true ? 'sửa' : 'ghi'} số liệu ${String(l.data.code)} ngày ${showDay(l.data.asOf as Day)}: ${withUnit(Number(l.data.value), String(l.data.unit))}, nguồn ${String(l.data.source)}`,
    'indicator.facts-loaded': (l) =>
      `nạp ${String(l.data.values)} số liệu chỉ tiêu và ${String(l.data.figures ?? 0)} số liệu chính thức kèm theo phần mềm, nêu ${String(l.data.custodians)} cơ quan cung cấp`,
  },
  constraints: {
    one_definition_per_code: 'Chỉ tiêu này đã có trong kế hoạch.',
    one_figure_per_day_and_source: 'Nguồn này đã có một con số cho cùng ngày và địa bàn.',
    one_value_per_day_and_source: 'Số liệu cùng ngày và nguồn vừa được người khác ghi. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
