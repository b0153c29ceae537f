/** Sự kiện của sổ bộ, in sentences. No value of tier B or C stands in the ledger: groups, counts and codes only. */
import type { LedgerLine } from '../../platform/ledger/record.ts'
import { PURPOSES } from './rules/purpose.ts'
import { groupOf, isGroup } from './words/groups.ts'

const text = (line: LedgerLine, name: string): string => String(line.data[name] ?? '')
const group = (line: LedgerLine): string => {
  const code = text(line, 'group')
  return isGroup(code) ? `mục ${groupOf(code).label.toLowerCase()}` : 'một mục'
}
const purpose = (line: LedgerLine): string => {
  const label = PURPOSES[text(line, 'purpose') as keyof typeof PURPOSES]?.label ?? text(line, 'purpose')
  return label === '' ? '' : `, mục đích: ${label.toLowerCase()}`
}

/** What happened, without the actor. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'person.added': (l) => `thêm hồ sơ ${text(l, 'code')}`,
  'person.entry-recorded': (l) =>
    `${text(l, 'mended') === 'true' ? 'sửa' : 'thêm'} ${group(l)} của hồ sơ ${text(l, 'code')}`,
  'person.entry-ended': (l) => `ghi ngày kết thúc ${group(l)} của hồ sơ ${text(l, 'code')}`,
  'person.entry-withdrawn': (l) => `rút ${group(l)} của hồ sơ ${text(l, 'code')}`,
  'person.entries-confirmed': (l) => `xác nhận ${text(l, 'entries')} mục của ${text(l, 'people')} hồ sơ`,
  'people.confirmed': (l) => `xác nhận ${text(l, 'people')} hồ sơ, ${text(l, 'entries')} mục`,
  'people.confirmation-undone': (l) => `hoàn tác lần xác nhận ${text(l, 'people')} hồ sơ`,
  'person.entries-returned': (l) => `trả lại ${text(l, 'entries')} mục tự khai của hồ sơ ${text(l, 'code')}`,
  'person.contest-settled': (l) => `quyết định ${group(l)} đang mâu thuẫn của hồ sơ ${text(l, 'code')}`,
  'person.transferred': (l) => `chuyển hồ sơ ${text(l, 'code')} từ ${text(l, 'from')} sang ${text(l, 'to')}`,
  'person.sensitive-opened': (l) => `mở dữ liệu nhạy cảm của hồ sơ ${text(l, 'code')}${purpose(l)}`,
  'person.found-by-number': (l) => `tìm thấy hồ sơ ${text(l, 'code')} theo số định danh`,
  'person.numbers-opened': (l) => `mở số định danh của hồ sơ ${text(l, 'code')}${purpose(l)}`,
  'person.contact-opened': (l) => `xem thông tin liên hệ của hồ sơ ${text(l, 'code')}${purpose(l)}`,
  'people.exported': (l) => `xuất ${text(l, 'count')} hồ sơ (${text(l, 'format')})${purpose(l)}`,
  'people.view-kept': (l) => `lưu cách xem "${text(l, 'name')}"`,
  'people.view-removed': (l) => `xóa cách xem "${text(l, 'name')}"`,
}
