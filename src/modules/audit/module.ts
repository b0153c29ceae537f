/** Bản khai của mô-đun nhật ký. */
import { hasRole } from '../../kernel/actor.ts'
import type { Module } from '../../platform/module.ts'
import { commands } from './commands.ts'
import { canReadAudit } from './rights.ts'
import { auditRoutes, type FactGroup, type SentenceOf } from './routes.ts'

/** Nhật ký; sentences and groups of facts come from the manifests of all modules. */
export const auditModule = (say: SentenceOf, groups: () => readonly FactGroup[] = () => []): Module => ({
  name: 'audit',
  title: 'Nhật ký',
  routes: auditRoutes(say, groups),
  rights: [canReadAudit],
  menu: [
    {
      path: '/quan-tri/nhat-ky',
      label: 'Nhật ký',
      icon: 'audit',
      group: 'Quản trị',
      order: 80,
      shows: (a) => hasRole(a, 'quan-tri', 'so-noi-vu'),
    },
  ],
  commands,
  facts: {},
})
