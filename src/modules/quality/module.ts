/** Bản khai mô-đun chất lượng hồ sơ. */
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { canSeeQuality, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

/** Chất lượng hồ sơ: what is missing, old, contested or unverified, and the campaigns that mend it. */
export const quality: Module = {
  name: 'quality',
  title: 'Chất lượng hồ sơ',
  routes,
  rights: RIGHTS,
  facts: FACTS,
  commands,
  menu: [
    {
      path: '/chat-luong',
      label: 'Chất lượng hồ sơ',
      icon: 'health',
      group: 'Trí thức',
      order: 40,
      shows: (a) => canSeeQuality.allows(a),
    },
  ],
  constraints: {
    campaign_has_time: 'Hạn của đợt phải sau ngày mở đợt.',
    campaign_closes_after_opening: 'Ngày đóng đợt không thể trước ngày mở đợt.',
  },
  migrations: new URL('./migrations/', import.meta.url),
}
