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

/** Changes of organisations: drafts, and events whose day is to come. */
export const CHANGES = `${TREE}/bien-dong`

/** Where a new draft begins. */
export const NEW_CHANGE = `${CHANGES}/moi`

/** Các bước của một bản nháp. */
export type DraftStep = 'van-ban' | 'don-vi' | 'phan-bo' | 'kiem-tra'

/** One step of a draft. */
export const draftHref = (id: string, step: DraftStep): string => `${CHANGES}/${id}/${step}`

/** Decisions on names. */
export const ALIASES = `${TREE}/ten-goi`

/** Where a decision on a name was asked from: a page of this system, or the list of decisions. */
export const backTo = (given: unknown): string =>
  typeof given === 'string' && /^\/[a-z0-9][^\\]*$/.test(given) ? given : ALIASES
