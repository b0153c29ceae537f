/** Sự kiện chồng nhau: two events that change one unit on one day, or one before a change that is already recorded. */
import { type Day, showDay } from '../../../kernel/day.ts'
import type { Issue } from './event-check.ts'
import type { EventFact } from './register-facts.ts'

/** A change of a unit that the register records already. */
export type Recorded = { readonly unit: string; readonly on: Day; readonly title: string }

/** Units an event changes: that end, are renamed, move, or hand something on. Receiving is no change. */
const changedBy = (e: EventFact): Set<string> =>
  new Set([
    ...e.ends,
    ...e.renames.map((r) => r.unit),
    ...e.moves.map((m) => m.unit),
    ...e.edges.flatMap((x) => (x.from !== null && x.from !== x.to ? [x.from] : [])),
  ])

/** Issues of events that overlap each other or what is recorded. */
export function overlapIssues(events: readonly EventFact[], recorded: readonly Recorded[]): Issue[] {
  const seen = new Map<string, EventFact>()
  const found: Issue[] = []
  const tell = (e: EventFact, unit: string, message: string) =>
    found.push({ level: 'error', code: 'event.overlaps', event: e.key, unit, message })
  for (const e of events)
    for (const unit of changedBy(e)) {
      const same = seen.get(`${e.on} ${unit}`)
      seen.set(`${e.on} ${unit}`, e)
      if (same)
        tell(e, unit, `Hai sự kiện cùng ngày ${showDay(e.on)} đều thay đổi đơn vị ${unit}. Gộp thành một sự kiện.`)
      const later = recorded.find((r) => r.unit === unit && r.on >= e.on)
      if (later)
        tell(
          e,
          unit,
          `Đơn vị ${unit} đã có sự kiện «${later.title}» từ ngày ${showDay(later.on)}. Hoàn tác sự kiện ấy trước, hoặc chọn ngày sau đó.`,
        )
    }
  return found
}
