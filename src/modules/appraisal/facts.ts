/** Sự kiện của mô-đun: the sentence of each fact, without the actor. */
import { type Day, showDay } from '../../kernel/day.ts'
import { showNumber } from '../../kernel/number.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'

/** Sentences by kind. */
export const FACTS: Readonly<Record<string, (line: LedgerLine) => string>> = {
  'appraisal.opened': (l) => `mở đợt chấm điểm năm ${l.data.year} cho ${l.data.bodies} cơ quan`,
  'appraisal.recounted': (l) => `đếm lại số liệu chấm điểm năm ${l.data.year}`,
  'appraisal.self-scored': (l) => `gửi điểm tự chấm năm ${l.data.year} của ${l.data.unitName}`,
  'appraisal.appraised': (l) => `thẩm định điểm năm ${l.data.year} của ${l.data.unitName}`,
  'appraisal.published': (l) =>
    `công bố kết quả chấm điểm năm ${l.data.year}, nhận kiến nghị đến hết ngày ${showDay(l.data.until as Day)}`,
  'appraisal.appealed': (l) =>
    `kiến nghị về điểm tiêu chí ${l.data.criterion} năm ${l.data.year} của ${l.data.unitName}`,
  'appraisal.appeal-answered': (l) =>
    `trả lời kiến nghị về tiêu chí ${l.data.criterion} năm ${l.data.year} của ${l.data.unitName}: ${
      l.data.points === null ? 'giữ nguyên điểm' : `điểm mới ${showNumber(Number(l.data.points), 2)}`
    }`,
  'appraisal.closed': (l) => `khóa kết quả chấm điểm năm ${l.data.year}`,
}
