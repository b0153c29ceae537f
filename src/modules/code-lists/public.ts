/** Cửa của mô-đun danh mục: what other modules may import. */
export { loadDaysOff } from './actions/load-days-off.ts'
export { publishList } from './actions/publish-list.ts'
export { codeBook } from './code-book.ts'
export { announcedDays } from './days-off.ts'
export type { CodeBook, ListBook } from './rules/look-up.ts'
export { type Announced, workingDayAfter } from './rules/working-days.ts'
export { entriesOn, labelOf } from './views.ts'
export type { Entry } from './words.ts'
