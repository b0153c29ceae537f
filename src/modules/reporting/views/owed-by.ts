/** Báo cáo còn phải nộp của một số cơ quan. */
import { ids, rows, sql, type Tx } from '../../../platform/database/sql.ts'

/** Obligations of these bodies that are neither accepted, exempted nor inherited. */
export const owedBy = (tx: Tx, unitIds: readonly string[]) =>
  rows<{ id: string; unitId: string; code: string; periodId: string }>(
    tx,
    sql`select o.id, o.unit_id as "unitId", o.code, o.period_id as "periodId" from reporting.obligation o join reporting.period p on p.id = o.period_id
        where o.unit_id = any(${ids(unitIds)}) and o.state not in ('da-duyet', 'mien', 'ke-thua') order by p.year, o.code`,
  )
