/** Đường dẫn của kiến nghị. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { EXCEL, writeWorkbook } from '../../platform/excel/write-workbook.ts'
import { optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { answerProposal } from './actions/answer-proposal.ts'
import { assignProposal } from './actions/assign-proposal.ts'
import { declineProposal } from './actions/decline-proposal.ts'
import { editProposal } from './actions/edit-proposal.ts'
import { gatherProposals } from './actions/gather-proposals.ts'
import { mergeProposals } from './actions/merge-proposals.ts'
import { passOnProposal } from './actions/pass-on-proposal.ts'
import { reopenProposal } from './actions/reopen-proposal.ts'
import { separateProposal } from './actions/separate-proposal.ts'
import { splitProposal } from './actions/split-proposal.ts'
import { alikePage } from './pages/alike.ts'
import { gatherPage } from './pages/gather.ts'
import { listPage } from './pages/list.ts'
import { alikeHref, PROPOSALS, proposalHref } from './pages/parts.ts'
import { proposalPage } from './pages/proposal.ts'
import { proposalsBook } from './papers/proposals-book.ts'
import { canAnswerProposal, canKeepProposals, canSeeProposals } from './rights.ts'
import type { Conditions } from './rules/listing.ts'
import { readAlike, readGathering, readList, readProposal } from './screens.ts'
import { PROPOSAL_STATES } from './words.ts'

const ofYear = z.object({ nam: optionalText(4) })
const asked = ofYear.extend({
  'trang-thai': optionalText(30),
  'qua-han': optionalText(2),
  'don-vi': optionalText(40),
  q: optionalText(100),
  trang: optionalText(4),
})
type Asked = z.infer<typeof asked>

const yearAsked = (typed: string): number | null => (/^20\d\d$/.test(typed) ? Number(typed) : null)
const conditionsOf = (a: Asked): Conditions => ({
  state: PROPOSAL_STATES.find((s) => s === a['trang-thai']) ?? '',
  late: a['qua-han'] === 'co',
  unit: a['don-vi'],
  q: a.q,
})

const ofCode = z.object({ code: text(20, 'Thiếu mã kiến nghị') })
const backToProposal = (raw: Record<string, unknown>): string => proposalHref(String(raw.code))
const toProposal = (said: string) => (out: { code: string }) => ({ to: proposalHref(out.code), said })

const moves: readonly Route[] = [
  submit({
    path: `${PROPOSALS}/:code/giao`,
    title: 'Giao cơ quan trả lời',
    right: canKeepProposals,
    action: assignProposal,
    next: toProposal('Đã giao cơ quan trả lời.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/tra-loi`,
    title: 'Ghi trả lời kiến nghị',
    right: canAnswerProposal,
    action: answerProposal,
    next: toProposal('Đã ghi trả lời.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/khong-tham-quyen`,
    title: 'Báo không thuộc thẩm quyền',
    right: canAnswerProposal,
    action: declineProposal,
    next: toProposal('Đã báo không thuộc thẩm quyền.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/chuyen`,
    title: 'Chuyển kiến nghị lên cấp trên',
    right: canKeepProposals,
    action: passOnProposal,
    next: toProposal('Đã chuyển cấp trên.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/mo-lai`,
    title: 'Mở lại kiến nghị',
    right: canKeepProposals,
    action: reopenProposal,
    next: toProposal('Đã mở lại kiến nghị.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/sua`,
    title: 'Sửa kiến nghị',
    right: canKeepProposals,
    action: editProposal,
    next: toProposal('Đã sửa kiến nghị.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/tach`,
    title: 'Tách kiến nghị',
    right: canKeepProposals,
    action: splitProposal,
    next: (out) => ({ to: proposalHref(out.code), said: `Đã tách thêm ${out.made.join(', ')}.` }),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/gop-them`,
    title: 'Gộp kiến nghị khác vào',
    right: canKeepProposals,
    action: mergeProposals,
    next: toProposal('Đã gộp.'),
    back: backToProposal,
  }),
  submit({
    path: `${PROPOSALS}/:code/tach-nhom`,
    title: 'Tách kiến nghị khỏi nhóm đã gộp',
    right: canKeepProposals,
    action: separateProposal,
    next: toProposal('Đã tách khỏi nhóm. Kiến nghị cần được giao lại.'),
    back: backToProposal,
  }),
]

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: PROPOSALS,
    title: 'Kiến nghị',
    right: canSeeProposals,
    input: asked,
    view: async (ctx, a) =>
      accept(await readList(ctx, yearAsked(a.nam), conditionsOf(a), Math.trunc(Number(a.trang)) || 1)),
    html: listPage,
  }),
  download({
    path: `${PROPOSALS}/xuat`,
    title: 'Tải danh sách kiến nghị',
    right: canSeeProposals,
    input: asked,
    file: async (ctx, a) => {
      const v = await readList(ctx, yearAsked(a.nam), conditionsOf(a), null)
      const bytes = await writeWorkbook(proposalsBook({ year: v.year, made: dayOf(ctx.now), lines: v.lines }))
      return accept({ name: `kien-nghi-${v.year}.xlsx`, mediaType: EXCEL, bytes })
    },
  }),
  page({
    path: `${PROPOSALS}/tap-hop`,
    title: 'Tập hợp kiến nghị',
    right: canKeepProposals,
    input: ofYear,
    view: async (ctx, q) => accept(await readGathering(ctx, yearAsked(q.nam))),
    html: gatherPage,
  }),
  submit({
    path: `${PROPOSALS}/tap-hop`,
    title: 'Tập hợp kiến nghị',
    right: canKeepProposals,
    action: gatherProposals,
    next: (out) => ({
      to: `${PROPOSALS}?nam=${out.year}`,
      said: `Đã tập hợp ${out.reports} báo cáo: ${out.added} kiến nghị mới, ${out.changed} đổi lời, ${out.gone} không còn nêu.`,
    }),
    back: (raw) => `${PROPOSALS}/tap-hop?nam=${encodeURIComponent(String(raw.year))}`,
  }),
  page({
    path: `${PROPOSALS}/gop`,
    title: 'Gợi ý gộp kiến nghị',
    right: canKeepProposals,
    input: ofYear,
    view: async (ctx, q) => accept(await readAlike(ctx, yearAsked(q.nam))),
    html: alikePage,
  }),
  submit({
    path: `${PROPOSALS}/gop`,
    title: 'Gộp kiến nghị giống nhau',
    right: canKeepProposals,
    action: mergeProposals,
    next: (out, raw) => ({
      to: alikeHref(Number(raw.year)),
      said: `Đã gộp ${out.merged} kiến nghị vào ${out.code}.`,
    }),
    back: (raw) => alikeHref(Number(raw.year)),
  }),
  page({
    path: `${PROPOSALS}/:code`,
    title: (v) => `Kiến nghị ${v.line.code}`,
    right: canSeeProposals,
    input: ofCode,
    view: (ctx, q) => readProposal(ctx, q.code),
    html: proposalPage,
  }),
  ...moves,
]
