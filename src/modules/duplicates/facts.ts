/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import type { LedgerLine } from '../../platform/ledger/record.ts'

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'duplicates.scanned': (l) => `quét hồ sơ trùng: ${l.data.people} hồ sơ mới hoặc vừa đổi, thêm ${l.data.opened} cặp`,
  'duplicates.merged': (l) => `gộp hồ sơ ${l.data.other} vào hồ sơ ${l.data.survivor}`,
  'duplicates.told-apart': (l) => `xác định hồ sơ ${l.data.codeA} và ${l.data.codeB} không phải một người`,
  'duplicates.handed-over': (l) => `chuyển cặp hồ sơ ${l.data.codeA} và ${l.data.codeB} cho ${l.data.to}`,
  'duplicates.undone': (l) => `hoàn tác quyết định về cặp hồ sơ ${l.data.codeA} và ${l.data.codeB}`,
}
