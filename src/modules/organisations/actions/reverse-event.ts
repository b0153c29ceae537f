/** Hoàn tác biến động tổ chức trước ngày hiệu lực. */
import { z } from 'zod'
import { dayOf, showDay } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text } from '../../../platform/http/input.ts'
import { touchedBy } from '../event-work.ts'
import { canRecordEvents } from '../rights.ts'
import { lockRegister, takeBackEvent } from '../store/events.ts'
import { laterEvents, recordedEvent, unitIdsByCode } from '../views/drafts.ts'

const Input = z.object({
  key: text(120, 'Thiếu sự kiện cần hoàn tác'),
  reason: text(1000, 'Nêu lý do hoàn tác, ví dụ văn bản được thu hồi'),
})

/**
 * Takes an event back before its day: every answer is as it was before it was recorded. Refuses an event of the loaded history, one
 * whose day has come (another event mends it), and one that later events build on.
 */
export const reverseEvent = action<z.infer<typeof Input>, { title: string }>({
  name: 'organisations.reverse-event',
  right: canRecordEvents,
  input: Input,
  run: async (ctx, input) => {
    await lockRegister(ctx.tx)
    const event = await recordedEvent(ctx.tx, input.key)
    if (event === null || event.reversedAt !== null)
      return refuse('absent', 'event.absent', 'Không có sự kiện này, hoặc sự kiện đã được hoàn tác.')
    if (event.content === null || event.on <= dayOf(ctx.now))
      return refuse(
        'conflict',
        'event.in-force',
        `Sự kiện đã có hiệu lực từ ${showDay(event.on)} nên không hoàn tác được, sổ bộ giữ nguyên. Ghi một biến động mới để sửa.`,
      )
    const later = await laterEvents(ctx.tx, event, touchedBy(event.content))
    if (later.length > 0)
      return refuse(
        'conflict',
        'event.built-on',
        `Sự kiện ghi sau dựa vào sự kiện này: ${later.join('; ')}. Hoàn tác sự kiện ấy trước.`,
      )
    const ids = await unitIdsByCode(
      ctx.tx,
      event.content.units.map((u) => u.code),
    )
    await takeBackEvent(ctx, event.id, [...ids.values()], input.reason)
    return done(
      { title: event.title },
      {
        kind: 'organisations.event-reversed',
        subject: `event:${event.id}`,
        reason: input.reason,
        data: { key: event.key, title: event.title, on: event.on },
      },
    )
  },
})
