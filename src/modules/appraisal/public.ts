/** Cửa của mô-đun Chấm điểm: what modules below may use. */
export { readResults } from './listing.ts'
