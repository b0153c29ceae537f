/** Đường dẫn của tài khoản: getting in, the own account, the administrator's pages. */

import { administratorRoutes } from './routes/administrator.ts'
import { entryRoutes } from './routes/entry.ts'
import { ownRoutes } from './routes/own.ts'
import { tokenRoutes } from './routes/tokens.ts'

/** Every route of the module. */
export const routes = [...entryRoutes, ...ownRoutes, ...administratorRoutes, ...tokenRoutes]
