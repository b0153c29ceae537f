/** Báo cáo đang giữ để ghi: nobody hands it over, and nobody else saves, between what was read of it and what is written. */
import type { Decision } from '../../kernel/result.ts'
import type { Right } from '../../kernel/right.ts'
import type { Ctx } from '../../platform/action.ts'
import { holdObligation } from './store.ts'
import { type ReportAt, type ReportFile, reportUnder } from './views/report.ts'

/**
 * The report, held until the transaction ends. When somebody took a step with it between the reading and the holding it is read
 * again: a form that saves itself while the head sends the report either is in what he sends or is refused.
 */
export async function holdReport(ctx: Ctx, right: Right, at: ReportAt): Promise<Decision<ReportFile>> {
  const file = await reportUnder(ctx, right, at)
  if (!file.ok) return file
  const { id, version } = file.value.obligation
  return (await holdObligation(ctx.tx, id)) === version ? file : reportUnder(ctx, right, at)
}
