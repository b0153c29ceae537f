/** Đường dẫn: /tri-thuc. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { listPage } from './pages/list.ts'
import { canSeePeople } from './rights.ts'
import { firstPeople } from './views/list.ts'

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/tri-thuc',
    title: 'Hồ sơ trí thức',
    right: canSeePeople,
    input: z.object({}),
    view: async (ctx) => accept(await firstPeople(ctx.tx, 50)),
    html: listPage,
  }),
]
