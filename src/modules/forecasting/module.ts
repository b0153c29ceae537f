/** Bản khai mô-đun Dự báo. Goals are foreseen by the measures of all modules, handed in by `src/modules.ts`. */
import type { Measure } from '../../platform/measure.ts'
import type { Module } from '../../platform/module.ts'
import { goalCommand } from './commands/goal.ts'
import { commands } from './commands/series.ts'
import { workforceCommand } from './commands/workforce.ts'
import { FACTS } from './facts.ts'
import { jobs } from './jobs.ts'
import { canSeeForecasts, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

/** Dự báo: chuỗi số liệu năm, cung và cầu nhân lực, kịch bản, khả năng đạt mục tiêu. */
export const forecastingModule = (measures: () => readonly Measure[]): Module => ({
  name: 'forecasting',
  title: 'Dự báo và quy hoạch',
  rights: RIGHTS,
  routes: routes(measures),
  facts: FACTS,
  commands: [...commands, workforceCommand, goalCommand(measures)],
  jobs: jobs(measures),
  menu: [
    {
      path: '/du-bao',
      label: 'Dự báo',
      icon: 'forecast',
      group: 'Điều hành',
      order: 30,
      shows: (a) => canSeeForecasts.allows(a),
    },
  ],
  constraints: {
    one_assumption_at_a_time: 'Giả định này vừa được người khác ghi. Tải lại trang rồi quyết định.',
    one_scenario_of_a_title: 'Đã có kịch bản mang tên này. Đặt tên khác; kịch bản đang soạn còn nguyên trên trang.',
    approval_has_a_paper: 'Kịch bản được duyệt phải có số văn bản duyệt.',
    assumption_in_order: 'Giả định mới không thể có trước giả định đang dùng.',
    one_forecast_a_day: 'Dự báo của ngày này đã được giữ lại.',
  },
  migrations: new URL('./migrations/', import.meta.url),
})
