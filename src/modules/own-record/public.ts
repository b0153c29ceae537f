/** Cửa của mô-đun Hồ sơ của tôi: what modules below may use. */
export { isPublic, publicCardAt, publicCardOf } from './public-view.ts'
export type { PublicCard } from './rules/public-card.ts'
export { type ConsentItem, ITEMS } from './words.ts'
