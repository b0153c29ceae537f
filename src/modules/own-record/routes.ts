/** Đường dẫn: /nhan-ho-so, /toi, /thu-moi, /yeu-cau-du-lieu, /cong-khai/tri-thuc. */
import { claimRoutes } from './routes/claim.ts'
import { officeRoutes } from './routes/office.ts'
import { ownRoutes } from './routes/own.ts'

/** The URL table. */
export const routes = [...claimRoutes, ...ownRoutes, ...officeRoutes]
