/** Bản khai mô-đun Danh mục. */
import { hasRole } from '../../kernel/actor.ts'
import { parseDay, showDay } from '../../kernel/day.ts'
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { DAYS_OFF } from './pages/days-off.ts'
import { LISTS } from './pages/lists-page.ts'
import { canKeepDaysOff, canPublishLists, canReadLists } from './rights.ts'
import { routes } from './routes.ts'

/** Danh mục dùng chung. */
export const codeLists: Module = {
  name: 'code-lists',
  title: 'Danh mục',
  routes: [...routes, ...api],
  rights: [canReadLists, canKeepDaysOff, canPublishLists],
  menu: [
    {
      path: LISTS,
      label: 'Danh mục',
      icon: 'list',
      group: 'Quản trị',
      order: 50,
      shows: (actor) => hasRole(actor, 'quan-tri', 'so-noi-vu'),
    },
    {
      path: DAYS_OFF,
      label: 'Ngày nghỉ',
      icon: 'calendar',
      group: 'Quản trị',
      order: 52,
      shows: (actor) => hasRole(actor, 'quan-tri', 'so-noi-vu'),
    },
  ],
  commands,
  facts: {
    'days-off.kept': (line) =>
      `ghi ${line.data.kind === 'nghi' ? 'ngày nghỉ' : 'ngày làm bù'} ${showDay(parseDay(String(line.data.from)))}${line.data.to === line.data.from ? '' : ` đến ${showDay(parseDay(String(line.data.to)))}`} (${String(line.data.occasion)})`,
    'days-off.removed': (line) =>
      `bỏ ngày ${showDay(parseDay(String(line.data.day)))} khỏi danh sách ngày nghỉ (${String(line.data.occasion)})`,
    'days-off.loaded': (line) => `nạp ${String(line.data.days)} ngày nghỉ đi kèm`,
    'code-lists.published': (line) =>
      `ban hành danh mục ${String(line.data.title)}, phiên bản ${String(line.data.version)}`,
  },
  constraints: {
    one_row_a_day: 'Ngày này đã có trong danh sách. Tải lại trang rồi ghi lại.',
    removed_by_somebody: 'Ngày này vừa được người khác bỏ. Tải lại trang.',
    one_version_at_a_time: 'Danh mục đã có phiên bản khác trong những ngày này. Chưa ghi gì, chọn ngày bắt đầu khác.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
