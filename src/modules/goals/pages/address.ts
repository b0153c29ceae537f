/** Địa chỉ các trang mục tiêu. */
export const GOALS = '/muc-tieu'
/** How goals are judged, for everybody to read. */
export const METHOD = `${GOALS}/cach-danh-gia`
/** The page of a goal. */
export const goalHref = (code: string): string => `${GOALS}/${code}`
/** The form that sets its path. */
export const pathHref = (code: string): string => `${GOALS}/${code}/lo-trinh`
/** The form that shares a milestone out. */
export const cascadeHref = (code: string, year?: number): string =>
  `${GOALS}/${code}/giao${year === undefined ? '' : `?nam=${year}`}`
/** The form that explains a miss. */
export const explainHref = (code: string): string => `${GOALS}/${code}/giai-trinh`
/** The comparison of places. */
export const compareHref = (code: string): string => `${GOALS}/${code}/so-sanh`
/** Outlines for the map of places. */
export const MAPS = `${GOALS}/ban-do`
