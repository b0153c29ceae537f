/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import { type Day, showDay } from '../../kernel/day.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'campaign.opened': (l) =>
    `mở đợt «${l.data.title}»: ${l.data.people} hồ sơ phải xác nhận trước ngày ${showDay(l.data.dueBefore as Day)}`,
  'campaign.confirmed': (l) => `xác nhận ${l.data.confirmed} hồ sơ trong đợt «${l.data.title}»`,
  'campaign.closed': (l) => `đóng đợt «${l.data.title}»: ${l.data.confirmed}/${l.data.people} hồ sơ đã xác nhận`,
}
