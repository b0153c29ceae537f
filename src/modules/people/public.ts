/** Cửa của mô-đun Hồ sơ trí thức: what modules below may use. */
export { digestOf, mergePeople, undoPeople, writePeople } from './register.ts'
export { changeDossier, type DossierChange } from './rules/change.ts'
export { changedSinceBatch, dossiersOf } from './views/dossiers.ts'
export type { Dossier, Entry, Fact } from './words/dossier.ts'
export { GROUPS } from './words/groups.ts'
