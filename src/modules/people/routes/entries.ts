/** Đường dẫn của các mục trong một hồ sơ: added, mended, ended, withdrawn. */
import { z } from 'zod'
import { id } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import { endEntry } from '../actions/end-entry.ts'
import { recordEntry } from '../actions/record-entry.ts'
import { withdrawEntry } from '../actions/withdraw-entry.ts'
import { readEntryAct, readEntryForm, readGroupChoice } from '../edit-screen.ts'
import { endEntryPage, entryFormPage, groupChoicePage, withdrawEntryPage } from '../pages/entry-form.ts'
import { canEditPeople } from '../rights.ts'
import { tabOfGroup } from '../rules/dossier-view.ts'
import type { GroupCode } from '../words/group.ts'
import { GROUPS, isGroup } from '../words/groups.ts'
import { code, dossierUrl } from './address.ts'

const groupCode = z.custom<GroupCode>(
  (v) => typeof v === 'string' && isGroup(v) && GROUPS.some((g) => g.code === v && g.keeps !== 'elsewhere'),
)

/** The typed controls of the form of an entry. */
const typedControls = (raw: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([k, v]) => (k.startsWith('m-') && typeof v === 'string' ? [[k, v]] : [])),
  )

/** Routes of the entries of a dossier. */
export const entryRoutes: readonly Route[] = [
  page({
    path: '/tri-thuc/:code/them',
    title: 'Thêm mục vào hồ sơ',
    right: canEditPeople,
    input: z.object({ code }),
    view: (ctx, q) => readGroupChoice(ctx, q.code),
    html: groupChoicePage,
  }),
  page({
    path: '/tri-thuc/:code/them/:group',
    title: 'Thêm mục',
    right: canEditPeople,
    input: z.object({ code, group: groupCode }),
    view: (ctx, q) => readEntryForm(ctx, { ...q, fact: null }),
    html: entryFormPage,
  }),
  page({
    path: '/tri-thuc/:code/muc/:fact',
    title: 'Sửa mục',
    right: canEditPeople,
    input: z.object({ code, fact: id() }),
    view: (ctx, q) => readEntryForm(ctx, { ...q, group: 'names' }),
    html: entryFormPage,
  }),
  submit({
    path: '/tri-thuc/:code/muc',
    title: 'Lưu mục',
    right: canEditPeople,
    action: recordEntry,
    input: (raw) => ({ ...raw, typed: typedControls(raw) }),
    next: (out) => ({
      to: `/tri-thuc/${out.code}?muc=${tabOfGroup(out.group)}`,
      said: out.contested
        ? 'Giá trị này khác giá trị đã xác minh ở mức cao hơn: cả hai được giữ, chờ quyết định.'
        : 'Đã lưu mục vào hồ sơ.',
    }),
    back: (raw) =>
      typeof raw.fact === 'string' && raw.fact !== ''
        ? `${dossierUrl(raw)}/muc/${raw.fact}`
        : `${dossierUrl(raw)}/them/${raw.group}`,
  }),
  page({
    path: '/tri-thuc/:code/muc/:fact/ket-thuc',
    title: 'Ghi ngày kết thúc',
    right: canEditPeople,
    input: z.object({ code, fact: id() }),
    view: (ctx, q) => readEntryAct(ctx, q.code, q.fact),
    html: endEntryPage,
  }),
  submit({
    path: '/tri-thuc/:code/muc/:fact/ket-thuc',
    title: 'Lưu ngày kết thúc',
    right: canEditPeople,
    action: endEntry,
    next: (out) => ({ to: `/tri-thuc/${out.code}?muc=qua-trinh`, said: 'Đã ghi ngày kết thúc.' }),
    back: (raw) => `${dossierUrl(raw)}/muc/${raw.fact}/ket-thuc`,
  }),
  page({
    path: '/tri-thuc/:code/muc/:fact/rut',
    title: 'Rút mục ghi nhầm',
    right: canEditPeople,
    input: z.object({ code, fact: id() }),
    view: (ctx, q) => readEntryAct(ctx, q.code, q.fact),
    html: withdrawEntryPage,
  }),
  submit({
    path: '/tri-thuc/:code/muc/:fact/rut',
    title: 'Rút mục',
    right: canEditPeople,
    action: withdrawEntry,
    next: (out) => ({ to: `/tri-thuc/${out.code}`, said: 'Đã rút mục ghi nhầm.' }),
    back: (raw) => `${dossierUrl(raw)}/muc/${raw.fact}/rut`,
  }),
]
