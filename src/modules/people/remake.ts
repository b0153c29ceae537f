/** Lát cắt theo quy tắc mới: made anew once, at the first start of a version whose rules differ. */
import type { Tx } from '../../platform/database/sql.ts'
import { SLICE_RULES } from './rules/slices.ts'
import { noteSliceRules } from './store/slice-rules.ts'
import { remakeSlices } from './store/slices.ts'
import { dossiersOf } from './views/dossiers.ts'
import { peopleAfter, sliceRules } from './views/slice-rules.ts'

/** People whose slices are made at once, so that memory stays bounded. */
const CHUNK = 1000

/** Makes the slices of everybody anew when older rules made them; else does nothing. */
export async function remakeOldSlices(tx: Tx): Promise<void> {
  if ((await sliceRules(tx)).rules >= SLICE_RULES) return
  let last: string | null = null
  for (;;) {
    const ids: string[] = await peopleAfter(tx, last, CHUNK)
    if (ids.length === 0) break
    await remakeSlices(tx, [...(await dossiersOf(tx, ids)).values()])
    last = ids.at(-1) ?? null
  }
  await noteSliceRules(tx, SLICE_RULES)
}
