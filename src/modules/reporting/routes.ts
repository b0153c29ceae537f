/** Đường dẫn của mô-đun báo cáo. */
import type { Route } from '../../platform/http/route.ts'
import { ofCollection } from './routes/collection.ts'
import { ofBody } from './routes/own.ts'
import { ofProvince } from './routes/provincial.ts'
import { ofRegimes } from './routes/regimes.ts'

/** Bảng đường dẫn. */
export const ROUTES: readonly Route[] = [...ofBody, ...ofCollection, ...ofProvince, ...ofRegimes]
