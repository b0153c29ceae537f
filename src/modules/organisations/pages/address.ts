/** Địa chỉ các trang của sổ bộ. */
import type { Day } from '../../../kernel/day.ts'
import { showDay } from '../../../kernel/day.ts'

/** Address of the tree. */
export const TREE = '/quan-tri/to-chuc'

const onDay = (day: Day | undefined): string => (day === undefined ? '' : `?ngay=${encodeURIComponent(showDay(day))}`)

/** The tree as of a day. */
export const treeHref = (day?: Day): string => `${TREE}${onDay(day)}`

/** One unit, seen from a day. */
export const unitHref = (code: string, day?: Day): string => `${TREE}/${encodeURIComponent(code)}${onDay(day)}`

/** One event. */
export const eventHref = (key: string): string => `${TREE}/su-kien/${encodeURIComponent(key)}`

/** Decisions on names. */
export const ALIASES = `${TREE}/ten-goi`

/** Where a decision on a name was asked from: a page of this system, or the list of decisions. */
export const backTo = (given: unknown): string =>
  typeof given === 'string' && /^\/[a-z0-9][^\\]*$/.test(given) ? given : ALIASES
