/** Cửa của mô-đun Mục tiêu: what modules below may use. */
export { setPath } from './actions/set-path.ts'
export { type Course, readCourses } from './courses.ts'
export { type Charted, courseCard } from './pages/course-chart.ts'
export { expectedWords, figureWords } from './rules/finding.ts'
export { isBehind } from './rules/progress.ts'
export { explanationsOf } from './views.ts'
export { PROGRESS, type Progress } from './words.ts'
