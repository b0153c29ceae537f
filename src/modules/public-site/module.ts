/** Bản khai cổng công khai. Measures and sentences of facts are those of all modules, handed in by `src/modules.ts`. */
import type { Module } from '../../platform/module.ts'
import { RIGHTS } from './rights.ts'
import { type Handed, routes } from './routes.ts'

/** Cổng công khai: goals, plan, open data, feeds, for everybody. */
export const publicSiteModule = (handed: Handed): Module => ({
  name: 'public-site',
  title: 'Cổng công khai',
  rights: RIGHTS,
  routes: routes(handed),
  facts: {},
})
