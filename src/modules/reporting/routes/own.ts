/** Đường dẫn của cơ quan: soạn, kiểm tra, trình, duyệt và nộp báo cáo của mình. */
import { z } from 'zod'
import { midSentence } from '../../../kernel/text.ts'
import { text, whole, year } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { approveAndSubmit } from '../actions/approve-and-submit.ts'
import { attachSignedFile } from '../actions/attach-signed-file.ts'
import { declareNothing } from '../actions/declare-nothing.ts'
import { endSigningAuthority } from '../actions/end-signing-authority.ts'
import { recordSigningAuthority } from '../actions/record-signing-authority.ts'
import { requestExtension } from '../actions/request-extension.ts'
import { returnToOfficer } from '../actions/return-to-officer.ts'
import { saveDraftSection } from '../actions/save-draft-section.ts'
import { submitToHead } from '../actions/submit-to-head.ts'
import { withdrawExtensionRequest } from '../actions/withdraw-extension-request.ts'
import { readAuthorities, readHub, readSent, readSignedFile, readSigning, readSigningPackage } from '../flow-screens.ts'
import { readDraftFile, readEvidenceFile, readMending, readSection, readVersionFile } from '../own-screens.ts'
import { authoritiesHref, authoritiesPage } from '../pages/authorities.ts'
import { reportHubPage } from '../pages/report-hub.ts'
import { sectionPage } from '../pages/report-section.ts'
import { sentPage } from '../pages/sent.ts'
import { signPage } from '../pages/sign.ts'
import { canApprove, canDraft, canGiveAuthority, canRead, canSign } from '../rights.ts'
import { HREF } from '../words.ts'

const REPORT = '/bao-cao/:regime/:year/:unitCode'
const at = { regime: text(40, 'Thiếu chế độ báo cáo'), year: year(), unitCode: text(40, 'Thiếu mã cơ quan') }
const flag = z.preprocess((v) => v === '1', z.boolean())
const maybe = z.string().max(120).optional()

type Raw = Readonly<Record<string, unknown>>
const mine = (raw: Raw, sub = ''): string =>
  HREF.report({ regime: String(raw.regime), year: Number(raw.year), unitCode: String(raw.unitCode) }, sub)
const draft = (raw: Raw): unknown => ({ ...raw, fields: raw })

/** Where saving leads: the next section, the next returned cell, or back to the same page. */
function afterSaving(raw: Raw, section: number, next: number | null): string {
  if (raw.di === 'o')
    return raw.o ? `${mine(raw, 'sua')}?o=${encodeURIComponent(String(raw.o))}` : mine(raw, 'kiem-tra')
  if (raw.di === 'tiep') return mine(raw, next === null ? 'kiem-tra' : String(next))
  return mine(raw, String(section))
}

/** Pages and submissions of the reporting body. */
export const ofBody: readonly Route[] = [
  page({
    path: REPORT,
    title: (v) => `${v.unit.officeName}: ${midSentence(v.period.title)}`,
    right: canDraft,
    input: z.object(at),
    view: readHub,
    html: reportHubPage,
  }),
  page({
    path: `${REPORT}/ky`,
    title: 'Duyệt và nộp',
    right: canDraft,
    input: z.object(at),
    view: readSigning,
    html: signPage,
  }),
  page({
    path: `${REPORT}/da-nop`,
    title: 'Xác nhận nộp báo cáo',
    right: canDraft,
    input: z.object(at),
    view: readSent,
    html: sentPage,
  }),
  page({
    path: `${REPORT}/sua`,
    title: 'Sửa ô bị trả lại',
    right: canDraft,
    input: z.object({ ...at, o: maybe }),
    view: (ctx, q) => readMending(ctx, { ...q, cell: q.o }),
    html: sectionPage,
  }),
  download({
    path: `${REPORT}/ban-nhap`,
    title: 'Tải bản nháp Word',
    right: canDraft,
    input: z.object(at),
    file: readDraftFile,
  }),
  download({
    path: `${REPORT}/ban/:number`,
    title: 'Tải bản Word đã nộp',
    right: canRead,
    input: z.object({ ...at, number: whole() }),
    file: readVersionFile,
  }),
  download({
    path: `${REPORT}/tep/:file`,
    title: 'Tải tệp minh chứng',
    right: canRead,
    input: z.object({ ...at, file: text(40, 'Thiếu tệp') }),
    file: readEvidenceFile,
  }),
  download({
    path: `${REPORT}/goi-ky/:number`,
    title: 'Tải gói ký số',
    right: canRead,
    input: z.object({ ...at, number: whole() }),
    file: readSigningPackage,
  }),
  download({
    path: `${REPORT}/da-ky/:file`,
    title: 'Tải tệp đã ký',
    right: canRead,
    input: z.object({ ...at, file: text(40, 'Thiếu tệp') }),
    file: readSignedFile,
  }),
  page({
    path: '/bao-cao/ky-thay/:unitCode',
    title: 'Giao ký thay',
    right: canGiveAuthority,
    input: z.object({ unitCode: text(40, 'Thiếu mã cơ quan') }),
    view: readAuthorities,
    html: authoritiesPage,
  }),
  submit({
    path: '/bao-cao/ky-thay/:unitCode',
    title: 'Giao ký thay',
    right: canGiveAuthority,
    action: recordSigningAuthority,
    next: (out) => ({ to: authoritiesHref(out.unitCode), said: `Đã giao ${out.name} ký thay.` }),
    back: (raw) => authoritiesHref(String(raw.unitCode)),
  }),
  submit({
    path: '/bao-cao/ky-thay/:unitCode/thoi',
    title: 'Thôi giao ký thay',
    right: canGiveAuthority,
    action: endSigningAuthority,
    next: (out, raw) => ({
      to: authoritiesHref(String(raw.unitCode)),
      said: `Từ ngày mai ${out.name} thôi ký thay.`,
    }),
    back: (raw) => authoritiesHref(String(raw.unitCode)),
  }),
  page({
    path: `${REPORT}/:section`,
    title: (v) => `Mục ${v.section.no}. ${v.section.title}`,
    right: canDraft,
    input: z.object({ ...at, section: whole(), sua: flag, o: maybe }),
    view: (ctx, q) => readSection(ctx, { ...q, mending: q.sua, cell: q.o }),
    html: sectionPage,
  }),
  submit({
    path: `${REPORT}/khong-phat-sinh`,
    title: 'Khẳng định không phát sinh',
    right: canDraft,
    action: declareNothing,
    next: (_, raw) => ({ to: mine(raw, 'kiem-tra'), said: 'Đã ghi lời khẳng định không phát sinh trong kỳ.' }),
    back: (raw) => mine(raw),
  }),
  submit({
    path: `${REPORT}/trinh`,
    title: 'Trình thủ trưởng ký',
    right: canDraft,
    action: submitToHead,
    next: (_, raw) => ({ to: mine(raw, 'da-nop') }),
    back: (raw) => mine(raw, 'kiem-tra'),
  }),
  submit({
    path: `${REPORT}/xin-gia-han`,
    title: 'Xin gia hạn',
    right: canDraft,
    action: requestExtension,
    next: (_, raw) => ({ to: mine(raw), said: 'Đã gửi đề nghị gia hạn. Hạn nộp chưa đổi cho đến khi có trả lời.' }),
    back: (raw) => mine(raw),
  }),
  submit({
    path: `${REPORT}/rut-xin-gia-han`,
    title: 'Rút đề nghị gia hạn',
    right: canDraft,
    action: withdrawExtensionRequest,
    next: (_, raw) => ({ to: mine(raw), said: 'Đã rút đề nghị gia hạn.' }),
    back: (raw) => mine(raw),
  }),
  submit({
    path: `${REPORT}/da-ky`,
    title: 'Đưa tệp đã ký vào',
    right: canDraft,
    action: attachSignedFile,
    next: (out, raw) => ({ to: mine(raw, 'da-nop'), said: `Đã nhận tệp đã ký của bản ${out.number}.` }),
    back: (raw) => mine(raw, 'da-nop'),
  }),
  submit({
    path: `${REPORT}/ky`,
    title: 'Duyệt và nộp',
    right: canSign,
    action: approveAndSubmit,
    next: (_, raw) => ({ to: mine(raw, 'da-nop') }),
    back: (raw) => mine(raw, 'ky'),
  }),
  submit({
    path: `${REPORT}/tra-can-bo`,
    title: 'Trả lại cán bộ',
    right: canApprove,
    action: returnToOfficer,
    next: (_, raw) => ({ to: mine(raw), said: 'Đã trả lại cán bộ. Hạn nộp không đổi.' }),
    back: (raw) => mine(raw, 'ky'),
  }),
  submit({
    path: `${REPORT}/:section/luu-nhap`,
    title: 'Tự lưu nháp',
    right: canDraft,
    action: saveDraftSection,
    input: draft,
    next: (out, raw) => ({ to: mine(raw, String(out.section)) }),
    back: (raw) => mine(raw, String(raw.section)),
  }),
  submit({
    path: `${REPORT}/:section`,
    title: 'Lưu mục',
    right: canDraft,
    action: saveDraftSection,
    input: draft,
    next: (out, raw) => ({
      to: afterSaving(raw, out.section, out.next),
      said: `Đã lưu mục ${out.section} lúc ${out.time}.`,
    }),
    back: (raw) => (raw.di === 'o' ? mine(raw, 'sua') : mine(raw, String(raw.section))),
  }),
]
