/** Độ chắc as shape and words. */
import type { Html } from '../../../ui/html.ts'
import { state } from '../../../ui/state.ts'
import { BASES, type Basis } from '../words.ts'

const SHAPE = { seen: 'done', derived: 'idle', unverified: 'soon', unknown: 'soon' } as const

/** How sure a link or a unit is. */
export const basisState = (basis: Basis): Html => state(SHAPE[basis], BASES[basis].label, { plain: true })
