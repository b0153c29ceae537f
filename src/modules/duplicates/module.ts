/** Bản khai mô-đun trùng lặp. */
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { jobs } from './jobs.ts'
import { canScan, canSeePairs, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'
import { pairCounts } from './views.ts'

/** Trùng lặp: hai hồ sơ của một người. */
export const duplicates: Module = {
  name: 'duplicates',
  title: 'Trùng lặp',
  routes: [...routes, ...api],
  rights: RIGHTS,
  facts: FACTS,
  jobs,
  commands,
  menu: [
    {
      path: '/trung-lap',
      label: 'Trùng lặp',
      icon: 'link',
      group: 'Trí thức',
      order: 30,
      shows: (a) => canSeePairs.allows(a),
    },
  ],
  badges: async (ctx) => {
    // Counted for those who answer for the whole register; a body sees its few pairs on the page.
    if (!canScan.allows(ctx.actor)) return []
    const { cho } = await pairCounts(ctx.tx)
    return cho > 0 ? [{ path: '/trung-lap', count: cho, tone: 'plain', label: 'cặp hồ sơ nghi trùng' }] : []
  },
  constraints: {
    one_key_of_a_person: 'Khóa ghép của hồ sơ vừa được lập ở nơi khác. Quét lại.',
    one_pair_of_two_people: 'Cặp hồ sơ này vừa được tìm thấy ở nơi khác. Tải lại trang.',
    pair_in_order: 'Cặp hồ sơ phải gồm hai người khác nhau.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
