/** Đường dẫn của chế độ và kỳ báo cáo. */
import { z } from 'zod'
import { accept } from '../../../kernel/result.ts'
import { optionalDay, optionalText, text, whole, year } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { arrangeRegimeDraft } from '../actions/arrange-regime-draft.ts'
import { draftRegime } from '../actions/draft-regime.ts'
import { dropRegimeDraft } from '../actions/drop-regime-draft.ts'
import { editRegimeDraft } from '../actions/edit-regime-draft.ts'
import { issueRegime } from '../actions/issue-regime.ts'
import { movePeriod } from '../actions/move-period.ts'
import { openPeriod } from '../actions/open-period.ts'
import { readDraft, readDraftPage, readIssue, readItemPage, readPreview, readTrial } from '../draft-screens.ts'
import { openingPage } from '../pages/opening.ts'
import { draftPage, TABS, type Tab, tabOf } from '../pages/regime-draft.ts'
import { itemPage } from '../pages/regime-item.ts'
import { newRegimePage } from '../pages/regime-new.ts'
import { previewPage, versionPage } from '../pages/regime-preview.ts'
import { issuePage, movePage, trialPage } from '../pages/regime-trial.ts'
import { openingHref, regimeHref, regimePage, regimesPage } from '../pages/regimes.ts'
import {
  fileOf,
  readMove,
  readOpening,
  readRegimePage,
  readRegimes,
  readVersion,
  readVersionJson,
  regimeLines,
} from '../regime-screens.ts'
import { canRunPeriod, canShapeRegimes } from '../rights.ts'
import { HREF, PLAN_REGIME } from '../words.ts'

type Raw = Readonly<Record<string, unknown>>
const own = (raw: Raw, sub = ''): string => regimeHref(String(raw.slug), sub)
const slug = { slug: text(40, 'Thiếu chế độ báo cáo') }
const REGIME = '/quan-tri/che-do/:slug'

const inTab = (place: string): string => (tabOf(place) === 'chung' ? 'soan' : `soan?phan=${tabOf(place)}`)

const ofPeriods: readonly Route[] = [
  page({
    path: '/quan-tri/che-do',
    title: 'Chế độ báo cáo',
    right: canRunPeriod,
    input: z.object({}),
    view: (ctx) => readRegimes(ctx),
    html: regimesPage,
  }),
  page({
    path: '/quan-tri/che-do/mo-ky',
    title: (v) => `Mở kỳ báo cáo ${v.year}`,
    right: canRunPeriod,
    input: z.object({ nam: year() }),
    view: (ctx, q) => readOpening(ctx, canRunPeriod, { slug: PLAN_REGIME, year: q.nam }),
    html: openingPage,
    elsewhere: (v) => openingHref(v.regime.slug, v.year),
  }),
  page({
    path: `${REGIME}/mo-ky`,
    title: (v) => `Mở kỳ báo cáo ${v.year}: ${v.regime.code}`,
    right: canRunPeriod,
    input: z.object({ ...slug, nam: year().optional(), chot: optionalDay() }),
    view: (ctx, q) => readOpening(ctx, canRunPeriod, { slug: q.slug, year: q.nam, cutOff: q.chot ?? undefined }),
    html: openingPage,
  }),
  submit({
    path: `${REGIME}/mo-ky`,
    title: 'Mở kỳ báo cáo',
    right: canRunPeriod,
    action: openPeriod,
    input: ({ slug, ...raw }) => ({ ...raw, regime: slug }),
    next: (out) => ({ to: HREF.collection(out), said: `Đã mở kỳ báo cáo ${out.year} cho ${out.bodies} cơ quan.` }),
    back: (raw) => openingHref(String(raw.slug), Number(raw.year)),
  }),
  page({
    path: `${REGIME}/ky/:year`,
    title: (v) => `Chuyển bản của kỳ ${v.period.year}`,
    right: canShapeRegimes,
    input: z.object({ ...slug, year: year() }),
    view: readMove,
    html: movePage,
  }),
  submit({
    path: `${REGIME}/ky/:year`,
    title: 'Chuyển kỳ sang bản khác',
    right: canShapeRegimes,
    action: movePeriod,
    next: (out) => ({
      to: regimeHref(out.slug),
      said: `Kỳ ${out.year} đã chuyển sang bản ${out.to}. ${out.drafts} bản nháp giữ nguyên mọi ô${out.keptApart > 0 ? `, ${out.keptApart} bản có ô không còn trong biểu mẫu` : ''}.`,
    }),
    back: (raw) => own(raw, `ky/${raw.year}`),
  }),
]

const ofDrafts: readonly Route[] = [
  page({
    path: `${REGIME}/soan`,
    title: (v) => `Soạn bản ${v.draft.regime.version}`,
    right: canShapeRegimes,
    input: z.object({ ...slug, phan: z.enum(Object.keys(TABS) as [Tab, ...Tab[]]).catch('chung') }),
    view: (ctx, q) => readDraftPage(ctx, q.slug, q.phan),
    html: draftPage,
  }),
  page({
    path: `${REGIME}/soan/sua/:place`,
    title: 'Sửa một phần của chế độ',
    right: canShapeRegimes,
    input: z.object({ ...slug, place: text(200, 'Thiếu phần phải sửa'), loai: optionalText(40) }),
    view: (ctx, q) => readItemPage(ctx, { ...q, kind: q.loai }),
    html: itemPage,
  }),
  submit({
    path: `${REGIME}/soan/sua/:place`,
    title: 'Lưu một phần của chế độ',
    right: canShapeRegimes,
    action: editRegimeDraft,
    input: (raw) => ({ slug: raw.slug, place: raw.place, version: raw.version, fields: raw }),
    next: (out) => ({
      to: regimeHref(
        out.slug,
        /^(dong|doi-tuong|kiem-tra|phan)\./.test(out.place) ? `soan/sua/${out.place}` : inTab(out.place),
      ),
      said: 'Đã lưu vào bản soạn.',
    }),
    back: (raw) => own(raw, `soan/sua/${raw.place}${raw.loai ? `?loai=${encodeURIComponent(String(raw.loai))}` : ''}`),
  }),
  submit({
    path: `${REGIME}/soan/sap-xep`,
    title: 'Sắp xếp bản soạn',
    right: canShapeRegimes,
    action: arrangeRegimeDraft,
    next: (out) => ({ to: regimeHref(out.slug, inTab(out.place)) }),
    back: (raw) => own(raw, 'soan'),
  }),
  submit({
    path: `${REGIME}/soan/bo`,
    title: 'Bỏ bản soạn',
    right: canShapeRegimes,
    action: dropRegimeDraft,
    next: () => ({ to: '/quan-tri/che-do', said: 'Đã bỏ bản soạn. Các bản đã ban hành giữ nguyên.' }),
    back: (raw) => own(raw, 'soan'),
  }),
  page({
    path: `${REGIME}/soan/xem-truoc`,
    title: 'Xem trước biểu mẫu',
    right: canShapeRegimes,
    input: z.object(slug),
    view: (ctx, q) => readPreview(ctx, q.slug),
    html: previewPage,
  }),
  page({
    path: `${REGIME}/soan/thu`,
    title: 'Thử với số liệu năm trước',
    right: canShapeRegimes,
    input: z.object({ ...slug, nam: year().optional() }),
    view: (ctx, q) => readTrial(ctx, q.slug, q.nam),
    html: trialPage,
  }),
  page({
    path: `${REGIME}/soan/ban-hanh`,
    title: 'Ban hành bản chế độ',
    right: canShapeRegimes,
    input: z.object(slug),
    view: (ctx, q) => readIssue(ctx, q.slug),
    html: issuePage,
  }),
  submit({
    path: `${REGIME}/soan/ban-hanh`,
    title: 'Ban hành bản chế độ',
    right: canShapeRegimes,
    action: issueRegime,
    next: (out) => ({ to: regimeHref(out.slug), said: `Đã ban hành bản ${out.version}.` }),
    back: (raw) => own(raw, 'soan/ban-hanh'),
  }),
  download({
    path: `${REGIME}/soan/json`,
    title: 'Tải bản soạn',
    right: canShapeRegimes,
    input: z.object(slug),
    file: async (ctx, q) => {
      const draft = await readDraft(ctx, q.slug)
      return draft.ok ? accept(fileOf(draft.value.regime)) : draft
    },
  }),
]

/** Pages and submissions of regimes and periods. */
export const ofRegimes: readonly Route[] = [
  ...ofPeriods,
  page({
    path: '/quan-tri/che-do/soan-moi',
    title: 'Soạn chế độ khác',
    right: canShapeRegimes,
    input: z.object({}),
    view: async (ctx) => accept({ lines: await regimeLines(ctx) }),
    html: newRegimePage,
  }),
  submit({
    path: '/quan-tri/che-do/soan-moi',
    title: 'Bắt đầu soạn chế độ',
    right: canShapeRegimes,
    action: draftRegime,
    next: (out) => ({ to: regimeHref(out.slug, 'soan'), said: `Đã mở bản ${out.version} để soạn.` }),
    back: (raw) => (raw.how === 'ban-tiep' ? regimeHref(String(raw.of)) : '/quan-tri/che-do/soan-moi'),
  }),
  page({
    path: REGIME,
    title: (v) => v.name,
    right: canShapeRegimes,
    input: z.object(slug),
    view: (ctx, q) => readRegimePage(ctx, q.slug),
    html: regimePage,
  }),
  page({
    path: `${REGIME}/ban/:number`,
    title: (v) => `${v.version.regime.code}, bản ${v.version.regime.version}`,
    right: canShapeRegimes,
    input: z.object({ ...slug, number: whole() }),
    view: readVersion,
    html: versionPage,
  }),
  download({
    path: `${REGIME}/ban/:number/json`,
    title: 'Tải chế độ báo cáo',
    right: canShapeRegimes,
    input: z.object({ ...slug, number: whole() }),
    file: readVersionJson,
  }),
  ...ofDrafts,
]
