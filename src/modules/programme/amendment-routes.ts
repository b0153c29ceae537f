/** Đường dẫn của việc sửa đổi kế hoạch: the new text in, the differences decided, the plan on its next document. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { id, nothing } from '../../platform/http/input.ts'
import { page, type Route, submit } from '../../platform/http/route.ts'
import { idFrom } from '../../ui/html.ts'
import { uploadDocument } from '../documents/public.ts'
import { amendPlan } from './actions/amend-plan.ts'
import { chooseDifference } from './actions/choose-difference.ts'
import { readAmendment, readEditions } from './amendment-screens.ts'
import { amendmentPage, CHANGE_FILTERS } from './pages/amendment.ts'
import { editionsPage } from './pages/editions.ts'
import { amendingUploadPage } from './pages/upload.ts'
import { canAdopt, canSeeProgramme } from './rights.ts'
import { readUploads } from './screens.ts'

type Raw = Record<string, unknown>
const string = (v: unknown): string => (typeof v === 'string' ? v : '')
const compareUrl = (raw: Raw, entry = ''): string => {
  const filter = CHANGE_FILTERS.find((f) => f === raw.loc) ?? 'khac-biet'
  return `/ke-hoach/doc/${string(raw.id)}/so-sanh?loc=${filter}${entry === '' ? '' : `#kb-${idFrom(entry)}`}`
}

/** "take 0 goal:II.1.2" of a button, or the fields of the form that names an old item. */
function choiceOf(raw: Raw): Raw {
  const [, choice, version, entry] = /^(\w+) (\d+) (.+)$/.exec(string(raw.decide)) ?? []
  const pressed = choice === undefined ? {} : { choice, version, entry }
  return {
    document: raw.id,
    choice: raw.choice,
    version: raw.version,
    entry: raw.entry,
    partner: raw.partner,
    ...pressed,
  }
}

/** The URL table of amending. */
export const amendmentRoutes: readonly Route[] = [
  page({
    path: '/ke-hoach/sua-doi',
    title: 'Đọc bản sửa đổi',
    right: canAdopt,
    input: nothing(),
    view: async (ctx) => accept(await readUploads(ctx)),
    html: amendingUploadPage,
  }),
  submit({
    path: '/ke-hoach/sua-doi',
    title: 'Đọc bản sửa đổi',
    right: uploadDocument.right,
    action: uploadDocument,
    next: (read) => ({
      to: `/ke-hoach/doc/${read.id}/so-sanh`,
      said: `Đã đọc văn bản: ${read.goals} mục tiêu, ${read.tasks} nhiệm vụ và trách nhiệm. Chưa có gì thay đổi trong kế hoạch.`,
    }),
    back: () => '/ke-hoach/sua-doi',
  }),
  page({
    path: '/ke-hoach/phien-ban',
    title: 'Các phiên bản của kế hoạch',
    right: canSeeProgramme,
    input: nothing(),
    view: async (ctx) => accept(await readEditions(ctx)),
    html: editionsPage,
  }),
  page({
    path: '/ke-hoach/doc/:id/so-sanh',
    title: (v) => `So ${v.document.name} với Kế hoạch ${v.plan.number}`,
    right: canAdopt,
    input: z.object({ id: id(), loc: z.enum(CHANGE_FILTERS).catch('khac-biet') }),
    view: (ctx, q) => readAmendment(ctx, { id: q.id, filter: q.loc }),
    html: amendmentPage,
  }),
  submit({
    path: '/ke-hoach/doc/:id/so-sanh/muc',
    title: 'Quyết định một khác biệt',
    right: canAdopt,
    action: chooseDifference,
    input: choiceOf,
    next: (c, raw) => ({ to: compareUrl(raw, c.entry) }),
    back: (raw) => compareUrl(raw),
  }),
  submit({
    path: '/ke-hoach/doc/:id/sua-doi',
    title: 'Sửa đổi kế hoạch',
    right: canAdopt,
    action: amendPlan,
    input: (raw) => ({ ...raw, document: raw.id }),
    next: (a) => ({
      to: '/ke-hoach/phien-ban',
      said: `Đã sửa đổi kế hoạch theo văn bản ${a.number}: thêm ${a.added}, đổi hoặc chuyển chỗ ${a.changed}, thôi áp dụng ${a.removed}, giữ nguyên ${a.unchanged} mục.`,
    }),
    back: (raw) => compareUrl(raw),
  }),
]
