/** Đường dẫn: /nhan-ho-so, /toi, /thu-moi, /yeu-cau-du-lieu, /cong-khai/tri-thuc, /tri-thuc/:code/dong-y, giay-to. */
import { claimRoutes } from './routes/claim.ts'
import { dossierRoutes } from './routes/dossier.ts'
import { officeRoutes } from './routes/office.ts'
import { ownRoutes } from './routes/own.ts'

/** The URL table. */
export const routes = [...claimRoutes, ...ownRoutes, ...officeRoutes, ...dossierRoutes]
