/** Cửa của mô-đun Hồ sơ trí thức: what modules below may use. */
export { openWhole, withoutFacts } from './own-side.ts'
export { changeAt, digestOf, mergePeople, undoPeople, writePeople } from './register.ts'
export { changeDossier } from './rules/change.ts'
export type { DossierChange } from './rules/changing.ts'
export { NEEDS } from './rules/completeness.ts'
export { changedSinceBatch, dossiersOf, numbersElsewhere, personByCode } from './views/dossiers.ts'
export { type Dossier, type Entry, type Fact, LEVELS } from './words/dossier.ts'
export { GROUPS } from './words/groups.ts'
