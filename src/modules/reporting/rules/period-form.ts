/**
 * Biểu mẫu của một kỳ: a period may be moved to another version of its regime; what was sent is read in the form it was sent in.
 */
import type { Regime } from './regime.ts'

/** Bản chế độ of a period from an instant on; `act` is empty for the one it was opened with. */
export type PeriodForm = { readonly since: Temporal.Instant; readonly act: string; readonly regime: Regime }

/** The version in force at an instant: the last one that had begun, else the first. */
export const formAt = (
  p: { readonly forms: readonly PeriodForm[]; readonly regime: Regime },
  at: Temporal.Instant,
): Regime =>
  p.forms.findLast((f) => Temporal.Instant.compare(f.since, at) <= 0)?.regime ?? p.forms[0]?.regime ?? p.regime
