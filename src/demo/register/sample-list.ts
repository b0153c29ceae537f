/** Danh sách mẫu đi kèm sản phẩm (`examples/danh-sach-can-bo.xlsx`): which invented people it names. */
import { type Day, showDay } from '../../kernel/day.ts'
import { keeperOn } from './keeper.ts'
import type { Life } from './life.ts'
import { drawPeople } from './population.ts'
import { type StaffList, staffList } from './staff-list.ts'
import { shippedLand } from './world-land.ts'

/** The body that sends it. */
export const SENDER = { code: 'H24.SYT', name: 'Sở Y tế' } as const
const ON = '2026-11-01' as Day
const PEOPLE = 200
/** Far beyond the sample world, so that nobody of the list is in it; enough of them to find the people of one body. */
const FIRST = 700_000
const LOOKED_AT = 9000

/** The list; the same at any time. */
export function sampleList(): StaffList {
  const found: Life[] = []
  for (const life of drawPeople(LOOKED_AT, shippedLand(ON), ON, FIRST)) {
    if (life.retired === null && keeperOn(life, ON) === SENDER.code) found.push(life)
    if (found.length === PEOPLE) break
  }
  return staffList(found, { body: SENDER.name, on: showDay(ON) })
}
