/** Cửa của mô-đun danh mục: what other modules may import. */
export { publishList } from './actions/publish-list.ts'
export { codeBook } from './code-book.ts'
export type { CodeBook, ListBook } from './rules/look-up.ts'
export { entriesOn, labelOf } from './views.ts'
export type { Entry } from './words.ts'
