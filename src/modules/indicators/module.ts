/** Mô-đun Chỉ tiêu: what each goal measures and the official figures recorded for it. */

import type { Day } from '../../kernel/day.ts'
import { showDay } from '../../kernel/day.ts'
import { withUnit } from '../../kernel/number.ts'
import { fold } from '../../kernel/text.ts'
import type { Measure } from '../../platform/measure.ts'
import type { Module } from '../../platform/module.ts'
import { apiWith } from './api.ts'
import { commandsWith } from './commands.ts'
import { custodyHeld, handCustodyOver } from './handing-over.ts'
import { canIssueFormula, canJudge, canKeepSeries, canLoadFacts, canRecordValue, canSeeIndicators } from './rights.ts'
import { routesWith } from './routes.ts'
import { definitions } from './views.ts'
import { VERDICTS, type Verdict } from './words.ts'

/** Bản khai. `measuresOf` = what all modules count, gathered in `src/modules.ts`. */
export const indicatorsModule = (measuresOf: () => readonly Measure[]): Module => ({
  name: 'indicators',
  title: 'Chỉ tiêu',
  routes: [...routesWith(measuresOf), ...apiWith(measuresOf)],
  rights: [canRecordValue, canLoadFacts, canSeeIndicators, canIssueFormula, canJudge, canKeepSeries],
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
  commands: commandsWith(measuresOf),
  heldBy: custodyHeld,
  handOver: handCustodyOver,
  facts: {
    'indicator.value-recorded': (l) =>
      `${l.data.corrects === true ? 'sửa' : 'ghi'} số liệu ${String(l.data.code)} ngày ${showDay(l.data.asOf as Day)}: ${withUnit(Number(l.data.value), String(l.data.unit))}, nguồn ${String(l.data.source)}`,
    'indicator.formula-issued': (l) =>
      `ban hành cách tính phiên bản ${String(l.data.no)} của chỉ tiêu ${String(l.data.code)}, áp dụng từ ${showDay(l.data.from as Day)}`,
    'indicator.figures-sent': (l) =>
      `gửi tệp số liệu chính thức ${String(l.data.file)} để xem trước, ${String(l.data.lines)} dòng`,
    'indicator.figures-imported': (l) =>
      `nhập ${String(l.data.added)} số liệu chính thức từ tệp, ${String(l.data.conflicts)} số khác nguồn khác, ${String(l.data.corrected)} số nguồn sửa lại`,
    'indicator.figure-chosen': (l) =>
      `chọn dùng ${String(l.data.value)} (${String(l.data.source)}, ngày ${showDay(l.data.asOf as Day)}) cho ${String(l.data.territory)}`,
    'indicator.judged': (l) =>
      `${l.data.corrects === true ? 'sửa' : 'ghi'} nhận định về mục tiêu ${String(l.data.code)} ngày ${showDay(l.data.asOf as Day)}: ${VERDICTS[l.data.verdict as Verdict] ?? String(l.data.verdict)}`,
    'indicator.facts-loaded': (l) =>
      `nạp ${String(l.data.values)} số liệu chỉ tiêu và ${String(l.data.figures ?? 0)} số liệu chính thức, ${String(l.data.formulas ?? 0)} cách tính kèm theo phần mềm, nêu ${String(l.data.custodians)} cơ quan cung cấp`,
  },
  constraints: {
    one_formula_at_a_time:
      'Một ngày chỉ có một cách tính. Cách tính của chỉ tiêu này vừa được người khác ban hành; tải lại trang để xem.',
    formula_or_its_end: 'Cách tính phải có công thức, hoặc nói vì sao không còn đối tượng.',
    gone_by_an_act: 'Mục tiêu không còn đối tượng phải nêu văn bản.',
    one_choice_of_a_figure: 'Số liệu này vừa được người khác chọn. Tải lại trang để xem.',
    one_judged_goal_per_code: 'Mục tiêu định tính này đã có trong kế hoạch.',
    one_judgement_per_day: 'Nhận định cùng ngày vừa được người khác ghi. Tải lại trang để xem.',
    one_definition_per_code: 'Chỉ tiêu này đã có trong kế hoạch.',
    one_figure_per_day_and_source: 'Nguồn này đã có một con số cho cùng ngày và địa bàn.',
    one_value_per_day_and_source: 'Số liệu cùng ngày và nguồn vừa được người khác ghi. Tải lại trang để xem.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
