/** Ghi quy tắc của lát cắt. */
import { run, sql, type Tx } from '../../../platform/database/sql.ts'

/** The slices of everybody are those of these rules now. */
export const noteSliceRules = (tx: Tx, rules: number): Promise<number> =>
  run(tx, sql`update people.slice_rules set rules = ${rules}`)
