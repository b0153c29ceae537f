/** Cửa của mô-đun Văn bản: what modules below may use. */
export { editReadingItem } from './actions/edit-reading-item.ts'
export { uploadDocument } from './actions/upload-document.ts'
export { paperBlocks, paperPreview } from './pages/paper-preview.ts'
export { applyDecisions, COMPARATORS, type ReviewItem, reviewItems, VERDICT_LABEL } from './rules/review.ts'
export { closeDocument } from './store.ts'
export { defectsOf, documentsList, findDocument, type SourceDocument } from './views.ts'
export { DEFECT_LABELS, type PlanReading } from './words.ts'
