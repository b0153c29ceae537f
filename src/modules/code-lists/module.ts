/** Bản khai mô-đun Danh mục. */
import { hasRole } from '../../kernel/actor.ts'
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { LISTS } from './pages/lists-page.ts'
import { canPublishLists, canReadLists } from './rights.ts'
import { routes } from './routes.ts'

/** Danh mục dùng chung. */
export const codeLists: Module = {
  name: 'code-lists',
  title: 'Danh mục',
  routes: [...routes, ...api],
  rights: [canReadLists, canPublishLists],
  menu: [
    {
      path: LISTS,
      label: 'Danh mục',
      icon: 'list',
      group: 'Quản trị',
      order: 50,
      shows: (actor) => hasRole(actor, 'quan-tri', 'so-noi-vu'),
    },
  ],
  commands,
  facts: {
    'code-lists.published': (line) =>
      `ban hành danh mục ${String(line.data.title)}, phiên bản ${String(line.data.version)}`,
  },
  constraints: {
    one_version_at_a_time: 'Danh mục đã có phiên bản khác trong những ngày này. Chưa ghi gì, chọn ngày bắt đầu khác.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
