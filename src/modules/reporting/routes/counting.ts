/** Đường dẫn lấy số từ hồ sơ: they need the measures of all modules. */
import { z } from 'zod'
import { text, year } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import type { Measure } from '../../../platform/measure.ts'
import { prefillReport } from '../actions/prefill-report.ts'
import { readCheck } from '../own-screens.ts'
import { checkPage } from '../pages/check.ts'
import { canDraft } from '../rights.ts'
import { HREF } from '../words.ts'

const REPORT = '/bao-cao/:regime/:year/:unitCode'

type Raw = Readonly<Record<string, unknown>>
const mine = (raw: Raw, sub = ''): string =>
  HREF.report({ regime: String(raw.regime), year: Number(raw.year), unitCode: String(raw.unitCode) }, sub)

const sentence = (out: { filled: number; open: number }): string =>
  `Đã đếm và điền ${out.filled} ô.${out.open > 0 ? ` ${out.open} ô chưa đủ căn cứ để điền, lý do ghi ở biểu.` : ''}`

/** Pages and submissions that count. */
export const ofCounting = (measures: () => readonly Measure[]): readonly Route[] => [
  page({
    path: `${REPORT}/kiem-tra`,
    title: 'Kiểm tra và trình',
    right: canDraft,
    input: z.object({ regime: text(40, 'Thiếu chế độ báo cáo'), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }),
    view: (ctx, q) => readCheck(ctx, measures(), q),
    html: checkPage,
  }),
  submit({
    path: `${REPORT}/lay-so`,
    title: 'Lấy số từ hồ sơ',
    right: canDraft,
    action: prefillReport(measures),
    input: ({ regime, year, unitCode }) => ({ regime, year, unitCode }),
    next: (out, raw) => ({ to: mine(raw), said: sentence(out) }),
    back: (raw) => mine(raw),
  }),
  submit({
    path: `${REPORT}/:section/lay-so`,
    title: 'Lấy số từ hồ sơ vào mục đang mở',
    right: canDraft,
    action: prefillReport(measures),
    input: (raw) => {
      const { regime, year, unitCode, section, version } = raw
      return { regime, year, unitCode, open: { section, version, fields: raw }, replace: raw.thay === '1' }
    },
    next: (out, raw) => ({ to: mine(raw, String(raw.section)), said: sentence(out) }),
    back: (raw) => mine(raw, String(raw.section)),
  }),
]
