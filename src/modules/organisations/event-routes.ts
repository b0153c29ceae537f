import type { Route } from '../../platform/http/route.ts'
import type { Keepers } from './event-work.ts'
export const eventRoutes = (_k: Keepers): readonly Route[] => []
