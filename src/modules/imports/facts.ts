/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import type { LedgerLine } from '../../platform/ledger/record.ts'

const tally = (l: LedgerLine): string =>
  `${l.data.new} mới, ${l.data.changed} sửa, ${l.data.same} giống, ${l.data.duplicate} trùng, ${l.data.error} lỗi`

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'imports.sent': (l) => `gửi tệp «${l.data.file}» để nhập`,
  'imports.mapped': (l) => `ghép cột của tệp «${l.data.file}»`,
  'imports.values-matched': (l) => `ghép ${l.data.count} cách ghi với danh mục`,
  'imports.row-decided': (l) => `quyết định dòng ${l.data.row} là ${l.data.same ? 'người đã có' : 'người mới'}`,
  'imports.rows-decided': (l) => `nhận ${l.data.count} dòng là người đã có`,
  'imports.check-asked': (l) => `yêu cầu kiểm tra tệp «${l.data.file}»`,
  'imports.write-asked': (l) => `yêu cầu ghi tệp «${l.data.file}»`,
  'imports.checked': (l) => `kiểm tra tệp «${l.data.file}»: ${tally(l)}`,
  'imports.written': (l) => `ghi tệp «${l.data.file}»: ${tally(l)}`,
  'imports.failed': (l) => `lượt chạy không xong: ${l.reason}`,
  'imports.undone': (l) =>
    `hoàn tác lô «${l.data.file}»: bỏ ${l.data.removed} hồ sơ mới, trả lại ${l.data.restored} hồ sơ`,
  'imports.voided': (l) => `bỏ tệp «${l.data.file}», không nhập`,
}
