/** Địa chỉ các trang công khai. */
export const PUBLIC = '/cong-khai'
/** The plan, clause by clause. */
export const PLAN = `${PUBLIC}/ke-hoach`
/** Open data. */
export const DATA = `${PUBLIC}/du-lieu`
/** Feeds. */
export const FOLLOW = `${PUBLIC}/theo-doi`
/** Deadlines for a calendar. */
export const CALENDAR = `${PUBLIC}/lich`
/** What happened, for a reader of feeds. */
export const NEWS = `${PUBLIC}/tin`
/** A goal. */
export const publicGoalHref = (code: string): string => `${PUBLIC}/muc-tieu/${code}`
