/** Đường dẫn: /tri-thuc. */
import { confirmRoutes } from './routes/confirm.ts'
import { dossierRoutes } from './routes/dossier.ts'
import { entryRoutes } from './routes/entries.ts'
import { listRoutes } from './routes/list.ts'

/** The URL table. */
export const routes = [...listRoutes, ...confirmRoutes, ...dossierRoutes, ...entryRoutes]
