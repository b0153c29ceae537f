/** Đường dẫn: /cham-diem. Rankings are of the whole province, so they are read with its scope; who may see them is asked as ever. */
import { z } from 'zod'
import { showDay } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { nothing, optionalNumber, text, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { answerAppeal } from './actions/answer-appeal.ts'
import { appealPoints } from './actions/appeal-points.ts'
import { appraise } from './actions/appraise.ts'
import { closeRound } from './actions/close-round.ts'
import { openRound } from './actions/open-round.ts'
import { publishRound } from './actions/publish-round.ts'
import { recount } from './actions/recount.ts'
import { scoreSelf } from './actions/score-self.ts'
import { api } from './api.ts'
import { readScoreBook } from './export.ts'
import { FORMULA, ROUNDS, roundHref, sheetHref } from './pages/address.ts'
import { formulaPage } from './pages/formula.ts'
import { roundPage } from './pages/round.ts'
import { roundsPage } from './pages/rounds.ts'
import { appraisePage, selfPage } from './pages/scoring.ts'
import { sheetPage } from './pages/sheet.ts'
import { canAppraise, canScoreSelf, canSeeEntry, canSeeFormula, canSeeRounds } from './rights.ts'
import { SHIPPED } from './rules/profile.ts'
import { readEvidence, readRounds, readRoundView, readSheet, readToAppraise, readToScore } from './screens.ts'
import { findRound } from './views.ts'

const ROUND = roundHref(':year')
const SHEET = sheetHref(':year', ':unitCode')
const inRound = z.object({ year: year() })
const inSheet = z.object({ year: year(), unitCode: text(40, 'Thiếu mã cơ quan') })
const roundOf = (raw: Record<string, unknown>): string => roundHref(String(raw.year))
const sheetOf = (raw: Record<string, unknown>, at = ''): string => sheetHref(String(raw.year), String(raw.unitCode), at)

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: ROUNDS,
    title: 'Chấm điểm',
    right: canSeeRounds,
    input: nothing(),
    view: async (ctx) => accept(await readRounds(ctx)),
    html: roundsPage,
  }),
  page({
    path: FORMULA,
    title: 'Công thức chấm điểm',
    right: canSeeFormula,
    elevated: true,
    input: z.object({ nam: optionalNumber().catch(null) }),
    view: async (ctx, q) => {
      const round =
        q.nam !== null && Number.isInteger(q.nam) && q.nam > 1999 && q.nam < 2101
          ? await findRound(ctx.tx, q.nam)
          : null
      return accept({ profile: round?.profile ?? SHIPPED, year: round?.year ?? null })
    },
    html: formulaPage,
  }),
  submit({
    path: `${ROUNDS}/mo`,
    title: 'Mở đợt chấm điểm',
    right: canAppraise,
    action: openRound,
    next: (out) => ({
      to: roundHref(out.year),
      said: `Đã mở đợt chấm điểm năm ${out.year} cho ${out.bodies} cơ quan.`,
    }),
    back: () => ROUNDS,
  }),
  page({
    path: ROUND,
    title: (v) => `Chấm điểm năm ${v.round.year}`,
    right: canSeeRounds,
    elevated: true,
    input: inRound,
    view: (ctx, q) => readRoundView(ctx, q.year),
    html: roundPage,
  }),
  download({
    path: `${ROUND}/tai`,
    title: 'Tải bảng điểm',
    right: canSeeRounds,
    elevated: true,
    input: inRound,
    file: readScoreBook,
  }),
  submit({
    path: `${ROUND}/dem-lai`,
    title: 'Đếm lại số liệu',
    right: canAppraise,
    action: recount,
    next: (out) => ({ to: roundHref(out.year), said: 'Đã đếm lại số liệu; điểm đã chấm giữ nguyên.' }),
    back: roundOf,
  }),
  submit({
    path: `${ROUND}/cong-bo`,
    title: 'Công bố kết quả',
    right: canAppraise,
    action: publishRound,
    next: (out) => ({
      to: roundHref(out.year),
      said: `Đã công bố kết quả. Cơ quan kiến nghị được đến hết ngày ${showDay(out.until)}.`,
    }),
    back: roundOf,
  }),
  submit({
    path: `${ROUND}/khoa`,
    title: 'Khóa kết quả',
    right: canAppraise,
    action: closeRound,
    next: (out) => ({ to: roundHref(out.year), said: `Đã khóa kết quả chấm điểm năm ${out.year}.` }),
    back: roundOf,
  }),
  page({
    path: SHEET,
    title: (v) => `Phiếu chấm điểm năm ${v.round.year}, ${v.entry.unitName}`,
    right: canSeeEntry,
    input: inSheet,
    view: readSheet,
    html: sheetPage,
  }),
  page({
    path: `${SHEET}/tu-cham`,
    title: 'Tự chấm điểm',
    right: canScoreSelf,
    input: inSheet,
    view: readToScore,
    html: selfPage,
  }),
  submit({
    path: `${SHEET}/tu-cham`,
    title: 'Gửi điểm tự chấm',
    right: canScoreSelf,
    action: scoreSelf,
    next: (out) => ({ to: sheetHref(out.year, out.unitCode), said: 'Đã gửi điểm tự chấm.' }),
    back: (raw) => sheetOf(raw, 'tu-cham'),
  }),
  page({
    path: `${SHEET}/tham-dinh`,
    title: 'Thẩm định điểm',
    right: canAppraise,
    input: inSheet,
    view: readToAppraise,
    html: appraisePage,
  }),
  submit({
    path: `${SHEET}/tham-dinh`,
    title: 'Ghi điểm thẩm định',
    right: canAppraise,
    action: appraise,
    next: (out) => ({ to: sheetHref(out.year, out.unitCode), said: `Đã ghi điểm thẩm định của ${out.unitName}.` }),
    back: (raw) => sheetOf(raw, 'tham-dinh'),
  }),
  submit({
    path: `${SHEET}/kien-nghi`,
    title: 'Gửi kiến nghị',
    right: canScoreSelf,
    action: appealPoints,
    next: (out) => ({ to: sheetHref(out.year, out.unitCode), said: `Đã gửi kiến nghị về tiêu chí ${out.criterion}.` }),
    back: (raw) => sheetOf(raw),
  }),
  submit({
    path: `${SHEET}/tra-loi`,
    title: 'Trả lời kiến nghị',
    right: canAppraise,
    action: answerAppeal,
    next: (out) => ({
      to: sheetHref(out.year, out.unitCode),
      said: `Đã trả lời kiến nghị về tiêu chí ${out.criterion}.`,
    }),
    back: (raw) => sheetOf(raw),
  }),
  download({
    path: `${SHEET}/tep/:file`,
    title: 'Tải tệp minh chứng',
    right: canSeeEntry,
    input: inSheet.extend({ file: text(40, 'Thiếu tệp') }),
    file: readEvidence,
  }),
  ...api,
]
