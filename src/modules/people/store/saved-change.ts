/** Thay đổi sẽ ghi, and how its days stand in the database: the first day it may be, with its precision. */
import { firstDayOf, type PartialDay, precisionOf } from '../../../kernel/partial-day.ts'
import type { DossierChange } from '../rules/changing.ts'

/** A change to be saved; `same` ones are skipped. */
export type SavedChange = Pick<
  DossierChange,
  | 'outcome'
  | 'person'
  | 'facts'
  | 'added'
  | 'superseded'
  | 'identifiersAdded'
  | 'identifiersSuperseded'
  | 'sealedAdded'
  | 'sealedSuperseded'
>

/** Việc ghi đã sẵn: what is to be saved stands written down; calling it saves it. */
export type Saving = () => Promise<void>

/** The first day it may be, for a `date` column. */
export const day = (p: PartialDay | null): string | null => (p === null ? null : firstDayOf(p))

/** How much of it is known. */
export const precision = (p: PartialDay | null): string | null => (p === null ? null : precisionOf(p))
