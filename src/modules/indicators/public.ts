/** Cửa của mô-đun Chỉ tiêu: what modules below may use. */
export { loadFacts } from './actions/load-facts.ts'
export { recordValue } from './actions/record-value.ts'
export { officialFigures } from './official-figures.ts'
export { figureFor } from './rules/official-figures.ts'
export { meetsTarget, targetWords } from './rules/target-words.ts'
export { defineIndicators, type NewDefinition, nameCustodian } from './store.ts'
export { definitions, type IndicatorView, indicatorViews, valuesOf } from './views.ts'
export type { IndicatorValue, OfficialFigure } from './words.ts'
