/** Địa chỉ các trang chấm điểm. */
export const ROUNDS = '/cham-diem'
/** The published formula. */
export const FORMULA = `${ROUNDS}/cong-thuc`
/** A round, or one of its pages. */
export const roundHref = (year: number | string, page = ''): string =>
  `${ROUNDS}/${year}${page === '' ? '' : `/${page}`}`
/** The sheet of a body, or one of its pages. */
export const sheetHref = (year: number | string, unitCode: string, page = ''): string =>
  `${ROUNDS}/${year}/${unitCode.startsWith(':') ? unitCode : encodeURIComponent(unitCode)}${page === '' ? '' : `/${page}`}`
