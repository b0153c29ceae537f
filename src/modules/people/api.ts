/** Hồ sơ trí thức cho máy: the same rights and the same rows as on the screen. */
import type { ApiRoute } from '../../platform/http/api-route.ts'
import { dossierApi } from './api/dossier.ts'
import { figuresApi } from './api/figures.ts'
import { peopleApi } from './api/people.ts'

/** Addresses for machines. */
export const api: readonly ApiRoute[] = [...peopleApi, ...figuresApi, ...dossierApi]
