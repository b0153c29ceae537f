/** Bản khai mô-đun nhập dữ liệu. */
import type { Module } from '../../platform/module.ts'
import { api } from './api.ts'
import { commands } from './commands.ts'
import { FACTS } from './facts.ts'
import { jobs } from './jobs.ts'
import { canImport, RIGHTS } from './rights.ts'
import { routes } from './routes.ts'

/** Nhập dữ liệu: files of bodies become people of the register. */
export const imports: Module = {
  name: 'imports',
  title: 'Nhập dữ liệu',
  routes: [...routes, ...api],
  rights: RIGHTS,
  facts: FACTS,
  commands,
  jobs,
  menu: [
    {
      path: '/nhap',
      label: 'Nhập dữ liệu',
      icon: 'upload',
      group: 'Trí thức',
      order: 20,
      shows: (a) => canImport.allows(a),
    },
  ],
  migrations: new URL('./migrations/', import.meta.url),
}
