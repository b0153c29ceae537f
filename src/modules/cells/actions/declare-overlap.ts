/** Khai mức trùng: how many graduates of a source are also in the register, or counted by another source. */
import { z } from 'zod'
import { showDay } from '../../../kernel/day.ts'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, oneOf, optionalText, text, whole } from '../../../platform/http/input.ts'
import { canEnterCells } from '../rights.ts'
import { overlapping } from '../rules/release.ts'
import { insertOverlap } from '../store.ts'
import { findSource, releasesOf } from '../views.ts'

const BASES = ['doi-chieu', 'chon-mau', 'tach-biet', 'uoc-luong'] as const

/** Declares. Answers the code of the source. */
export const declareOverlap = action({
  name: 'cells.declare-overlap',
  right: canEnterCells,
  input: z.object({
    source: text(20, 'Thiếu mã nguồn số liệu'),
    /** Code of another source; empty = the register. */
    against: optionalText(20),
    from: dayField('Nhập ngày mức trùng có hiệu lực, ví dụ 31/12/2025'),
    low: whole('Nhập số thấp nhất, ví dụ 0'),
    high: whole('Nhập số cao nhất; biết đúng thì ghi bằng số thấp nhất'),
    basis: oneOf(BASES, 'Chọn căn cứ của mức trùng'),
    evidence: text(500, 'Nêu văn bản hoặc cách làm ra con số'),
  }),
  run: async (ctx, given) => {
    const source = await findSource(ctx.tx, given.source)
    if (source === null) return refuse('absent', 'cells.no-source', `Không có nguồn số liệu ${given.source}.`)
    const allowed = demand(canEnterCells, ctx.actor, source.unitId)
    if (!allowed.ok) return allowed
    const other = given.against === '' ? null : await findSource(ctx.tx, given.against)
    if (given.against !== '' && (other === null || other.id === source.id))
      return refuseFields('cells.against', { against: 'Chọn hồ sơ trí thức hoặc một nguồn khác' })
    const releases = await releasesOf(ctx.tx, source.id)
    const speaking = releases.find((r) => r.supersededAt === null && r.state !== 'rut' && r.asOf <= given.from)
    if (speaking === undefined)
      return refuseFields('cells.from', {
        from: `Nguồn ${source.code} chưa có số liệu đến ngày ${showDay(given.from)}`,
      })
    const decided = overlapping(given, speaking.graduates)
    if (!decided.ok) return decided
    const { from, low, high, basis, evidence } = given
    await insertOverlap(ctx, { sourceId: source.id, against: other?.id ?? null, from, low, high, basis, evidence })
    return done(
      { code: source.code },
      {
        kind: 'cells.overlap-declared',
        subject: `cells:${source.id}`,
        unit: source.unitId,
        data: { code: source.code, against: other?.code ?? '', from: showDay(from), low, high, basis },
      },
    )
  },
})
