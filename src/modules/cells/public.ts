/** Cửa của mô-đun Số liệu thống kê: what other modules may import. */
export { declareCells } from './actions/declare-cells.ts'
export { declareOverlap } from './actions/declare-overlap.ts'
export { seesSmallCounts } from './rights.ts'
export { type CoverageView, type GoalsOf, readCoverage } from './screens.ts'
