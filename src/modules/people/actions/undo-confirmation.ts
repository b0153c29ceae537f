/** Hoàn tác một lần xác nhận: every entry of it is as far proven as before; refused once one of the dossiers went on. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { id } from '../../../platform/http/input.ts'
import { historyOf } from '../../../platform/ledger/record.ts'
import { undoPeople } from '../register.ts'
import { canConfirmFacts } from '../rights.ts'
import { CONFIRMED, UNDONE } from '../rules/confirmation.ts'
import { changedSinceBatch, peopleByIds, peopleOfBatch } from '../views/dossiers.ts'

/** Refuses what is not a confirmation, one that was taken back, and one after which a dossier was changed. */
export const undoConfirmation = action({
  name: 'people.undo-confirmation',
  right: canConfirmFacts,
  input: z.object({ batch: id() }),
  run: async (ctx, { batch }) => {
    const lines = await historyOf(ctx.tx, `people:${batch}`)
    const fact = lines.find((l) => CONFIRMED.has(l.kind))
    if (fact === undefined) return refuse('absent', 'confirmation.absent', 'Không tìm thấy lần xác nhận này.')
    if (lines.some((l) => l.kind === UNDONE))
      return refuse('conflict', 'confirmation.undone', 'Lần xác nhận này đã được hoàn tác. Không có gì thay đổi.')
    const { changed } = await peopleOfBatch(ctx.tx, batch)
    const people = await peopleByIds(
      ctx.tx,
      changed.map((c) => c.id),
    )
    for (const p of people) {
      const may = demand(canConfirmFacts, ctx.actor, p.unitId)
      if (!may.ok) return may
    }
    if (people.length === 0 || people.length < Number(fact.data.people))
      return refuse(
        'forbidden',
        'confirmation.elsewhere',
        'Có hồ sơ của lần xác nhận này nay do cơ quan khác quản lý. Liên hệ: Sở Nội vụ để hoàn tác; chưa đổi gì.',
      )
    const [later, ...others] = await changedSinceBatch(ctx.tx, batch)
    if (later !== undefined)
      return refuse(
        'conflict',
        'confirmation.went-on',
        `Hồ sơ ${later.name} (${later.code})${others.length === 0 ? '' : ` và ${others.length} hồ sơ khác`} đã đổi sau lần xác nhận. Không hoàn tác cả lần được; sửa từng hồ sơ. Chưa đổi gì.`,
      )
    const { restored } = await undoPeople(ctx, batch)
    return done(
      { people: restored },
      { kind: UNDONE, subject: `people:${batch}`, unit: fact.unit_id, data: { people: restored } },
    )
  },
})
