/** Cửa của mô-đun Dự báo: what the list of modules hands to those above. */
export { foreseeWith } from './goal-outlook.ts'
