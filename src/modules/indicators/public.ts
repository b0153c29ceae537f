/** Cửa của mô-đun Chỉ tiêu: what modules below may use. */
export { loadFacts } from './actions/load-facts.ts'
export { recordValue } from './actions/record-value.ts'
export { valueOn } from './rules/figures.ts'
export { meetsTarget, targetWords } from './rules/target-words.ts'
export { defineIndicators, type NewDefinition, nameCustodian } from './store.ts'
export { definitions, type IndicatorView, indicatorViews, recordedValues, valuesOf } from './views.ts'
export type { IndicatorValue, TargetComparator } from './words.ts'
