/** Đường dẫn dưới một hồ sơ: /tri-thuc/:code/dong-y, /tri-thuc/:code/giay-to. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { id, oneOf, text } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { WORD } from '../../../platform/word/official-paper.ts'
import { writePersonalPaper } from '../../../platform/word/personal-paper.ts'
import { PURPOSE_CODES } from '../../people/public.ts'
import { recordPaperConsent } from '../actions/record-paper-consent.ts'
import {
  blankPaper,
  consentsOfDossier,
  dossierPaper,
  dossierPapers,
  paperConsentForm,
  paperOrChoice,
  paperScan,
} from '../dossier-screens.ts'
import { consentsPage, paperConsentPage } from '../pages/consents.ts'
import { dossierPaperPage, dossierPapersPage } from '../pages/dossier-papers.ts'
import { PAPERS } from '../pages/print.ts'
import { BLANK_FORMS } from '../papers/blank-forms.ts'
import { canPrintPapers, canRecordConsents, canSeeConsents } from '../rights.ts'

const code = text(20, 'Thiếu mã hồ sơ')

const PaperAsked = z
  .object({ code, ban: oneOf(PAPERS, 'Chọn bản in'), 'muc-dich': oneOf(PURPOSE_CODES, 'Chọn mục đích in') })
  .transform((q) => ({ code: q.code, kind: q.ban, purpose: q['muc-dich'] }))

/** Without a purpose the choice is shown again, and nothing is made. */
const PaperLooked = z
  .object({
    code,
    ban: oneOf(PAPERS, 'Chọn bản in').catch(PAPERS[0]),
    'muc-dich': oneOf(PURPOSE_CODES, 'Chọn mục đích in').nullable().catch(null),
  })
  .transform((q) => ({ code: q.code, kind: q.ban, purpose: q['muc-dich'] }))

/** What was kept and what it changes: "Đã ghi 2 mục. Mục X có câu trả lời sau ngày ký, câu ấy có giá trị." */
const recordedWords = (out: { answer: string; items: number; overtaken: readonly string[] }): string =>
  `Đã ghi ${out.answer === 'rut' ? 'rút đồng ý' : 'đồng ý'} ${out.items} mục vào sổ.${
    out.overtaken.length === 0
      ? ''
      : ` Chủ hồ sơ đã trả lời sau ngày ký, câu trả lời sau có giá trị: ${out.overtaken.join(', ')}.`
  }`

/** Routes under one dossier. */
export const dossierRoutes: readonly Route[] = [
  page({
    path: '/tri-thuc/:code/dong-y',
    title: 'Đồng ý',
    right: canSeeConsents,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => consentsOfDossier(ctx, q.code),
    html: consentsPage,
  }),
  page({
    path: '/tri-thuc/:code/dong-y/van-ban',
    title: 'Ghi đồng ý bằng văn bản',
    right: canRecordConsents,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => paperConsentForm(ctx, q.code),
    html: paperConsentPage,
  }),
  submit({
    path: '/tri-thuc/:code/dong-y/van-ban',
    title: 'Ghi đồng ý bằng văn bản',
    right: canRecordConsents,
    action: recordPaperConsent,
    next: (out) => ({ to: `/tri-thuc/${out.code}/dong-y`, said: recordedWords(out) }),
    back: (raw) => `/tri-thuc/${String(raw.code)}/dong-y/van-ban`,
  }),
  download({
    path: '/tri-thuc/:code/dong-y/tep/:file',
    title: 'Bản quét đồng ý',
    right: canSeeConsents,
    elevated: true,
    input: z.object({ code, file: id() }),
    file: (ctx, q) => paperScan(ctx, q.code, q.file),
  }),
  download({
    path: '/tri-thuc/:code/dong-y/phieu/:form',
    title: 'Phiếu in trắng (.docx)',
    right: canRecordConsents,
    elevated: true,
    input: z.object({ code, form: oneOf(BLANK_FORMS, 'Chọn phiếu đồng ý hoặc phiếu thông tin') }),
    file: async (ctx, q) => {
      const made = await blankPaper(ctx, q.code, q.form)
      if (!made.ok) return made
      return accept({
        name: `phieu-${q.form}-${q.code}.docx`,
        mediaType: WORD,
        bytes: await writePersonalPaper(made.value),
      })
    },
  }),
  page({
    path: '/tri-thuc/:code/giay-to',
    title: 'In lý lịch',
    right: canPrintPapers,
    elevated: true,
    input: z.object({ code }),
    view: (ctx, q) => dossierPapers(ctx, q.code, null),
    html: dossierPapersPage,
  }),
  page({
    path: '/tri-thuc/:code/giay-to/xem',
    title: 'Xem bản in',
    right: canPrintPapers,
    elevated: true,
    input: PaperLooked,
    view: (ctx, q) => paperOrChoice(ctx, q),
    html: (v) => ('paper' in v ? dossierPaperPage(v) : dossierPapersPage(v)),
  }),
  download({
    path: '/tri-thuc/:code/giay-to/tep-word',
    title: 'Tải bản in (.docx)',
    right: canPrintPapers,
    elevated: true,
    input: PaperAsked,
    file: async (ctx, q) => {
      const made = await dossierPaper(ctx, q)
      if (!made.ok) return made
      return accept({
        name: `${q.kind}-${made.value.code}.docx`,
        mediaType: WORD,
        bytes: await writePersonalPaper(made.value.paper),
      })
    },
  }),
]
