/** Bản khai mô-đun dự báo. */
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { workforceCommand } from './commands-workforce.ts'
import { RIGHTS } from './rights.ts'

/** Dự báo: chuỗi số liệu năm và cung – cầu nhân lực. */
export const forecasting: Module = {
  name: 'forecasting',
  title: 'Dự báo',
  routes: [],
  rights: RIGHTS,
  facts: {},
  commands: [...commands, workforceCommand],
}
