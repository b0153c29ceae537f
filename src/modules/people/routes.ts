/** Đường dẫn: /tri-thuc. */
import { z } from 'zod'
import { showNumber } from '../../kernel/number.ts'
import { accept } from '../../kernel/result.ts'
import { performIn } from '../../platform/action.ts'
import { id, list, oneOf, optionalDay, optionalText, text } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { addPerson } from './actions/add-person.ts'
import { confirmEntries } from './actions/confirm-entries.ts'
import { confirmPeople } from './actions/confirm-people.ts'
import { endEntry } from './actions/end-entry.ts'
import { exportPeople } from './actions/export-people.ts'
import { keepView } from './actions/keep-view.ts'
import { recordEntry } from './actions/record-entry.ts'
import { removeView } from './actions/remove-view.ts'
import { returnEntry } from './actions/return-entry.ts'
import { settleContest } from './actions/settle-contest.ts'
import { transferPerson } from './actions/transfer-person.ts'
import { undoConfirmation } from './actions/undo-confirmation.ts'
import { withdrawEntry } from './actions/withdraw-entry.ts'
import { readConfirm, readConfirmed, readJustConfirmed } from './confirm-screen.ts'
import {
  readAddPerson,
  readContact,
  readEntryAct,
  readEntryForm,
  readGroupChoice,
  readNumbers,
  readSensitive,
  readTransfer,
  readWaiting,
} from './edit-screen.ts'
import { readExport, readFacet, readPeopleList } from './list-screen.ts'
import { confirmedPage, confirmPage } from './pages/confirm.ts'
import {
  addPersonPage,
  endEntryPage,
  entryFormPage,
  groupChoicePage,
  transferPage,
  withdrawEntryPage,
} from './pages/entry-form.ts'
import { exportPage } from './pages/export.ts'
import { facetPage, peopleListPage } from './pages/list.ts'
import { openedPage } from './pages/opened.ts'
import { profilePage } from './pages/profile.ts'
import { waitingPage } from './pages/waiting.ts'
import { readEvidence, readProfile } from './profile-screen.ts'
import {
  canConfirmFacts,
  canEditPeople,
  canExportPeople,
  canOpenContact,
  canOpenNumbers,
  canSeeBasic,
  canSeePeople,
  canSeeSensitive,
  canTransferPeople,
} from './rights.ts'
import { FACETS, queryOf, readConditions } from './rules/conditions.ts'
import { TABS, tabOfGroup } from './rules/dossier-view.ts'
import { PURPOSE_CODES } from './rules/purpose.ts'
import type { GroupCode } from './words/group.ts'
import { GROUPS, isGroup } from './words/groups.ts'

/** Conditions of a list, from its address. */
const conditions = z.looseObject({}).transform(readConditions)

const code = text(20, 'Thiếu mã hồ sơ')

/** How a dossier is looked at, from its address; what cannot be read is left out. */
const profileQuery = z
  .object({
    code,
    muc: z.enum(TABS).catch('tong-quan'),
    'tai-ngay': optionalDay().catch(null),
    'biet-ngay': optionalDay().catch(null),
    ds: optionalText(500).catch(''),
    vi: z.coerce.number().int().min(0).max(5_000_000).nullable().catch(null),
  })
  .transform((q) => ({
    code: q.code,
    tab: q.muc,
    day: q['tai-ngay'],
    knownOn: q['biet-ngay'],
    list: q.vi === null ? null : q.ds,
    place: q.vi,
  }))

const groupCode = z.custom<GroupCode>(
  (v) => typeof v === 'string' && isGroup(v) && GROUPS.some((g) => g.code === v && g.keeps !== 'elsewhere'),
)
const purposeOf = (raw: { code: string; 'muc-dich': (typeof PURPOSE_CODES)[number] | null }) => ({
  code: raw.code,
  purpose: raw['muc-dich'],
})
/** Without a purpose the page asks for it, and nothing is opened. */
const purposeQuery = z
  .object({ code, 'muc-dich': oneOf(PURPOSE_CODES, 'Chọn mục đích xem').nullable().catch(null) })
  .transform(purposeOf)
const dossierUrl = (raw: Record<string, unknown>): string => `/tri-thuc/${raw.code}`

/** «Tất cả n người tìm thấy» is ticked. */
const isWhole = (raw: Readonly<Record<string, unknown>>): boolean => raw['tat-ca'] === '1'

/** The page of the choice again, as it was asked for. */
function confirmUrl(raw: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams(queryOf(readConditions(raw)))
  if (isWhole(raw)) query.set('tat-ca', '1')
  else for (const picked of [raw.chon ?? []].flat()) query.append('chon', String(picked))
  return `/tri-thuc/xac-nhan?${query}`
}

const pickedCodes = list(text(20, 'Thiếu mã hồ sơ')).catch([])

/** The typed controls of the form of an entry. */
const typedControls = (raw: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([k, v]) => (k.startsWith('m-') && typeof v === 'string' ? [[k, v]] : [])),
  )

const waitingUrl = (raw: Record<string, unknown>): string =>
  typeof raw.ma === 'string' && raw.ma !== ''
    ? `/tri-thuc/cho-xac-nhan?ma=${encodeURIComponent(raw.ma)}`
    : '/tri-thuc/cho-xac-nhan'

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/tri-thuc',
    title: 'Hồ sơ trí thức',
    right: canSeePeople,
    input: conditions,
    view: async (ctx, c) => accept(await readPeopleList(ctx, c)),
    html: peopleListPage,
  }),
  page({
    path: '/tri-thuc/loc/:facet',
    title: 'Chọn điều kiện lọc',
    right: canSeePeople,
    input: z
      .looseObject({ facet: z.enum(FACETS) })
      .transform((raw) => ({ facet: raw.facet, conditions: readConditions(raw) })),
    view: async (ctx, q) => accept(await readFacet(ctx, q.facet, q.conditions)),
    html: facetPage,
  }),
  submit({
    path: '/tri-thuc/cach-xem',
    title: 'Lưu cách xem',
    right: canSeePeople,
    action: keepView,
    next: (out) => ({
      to: out.conditions === '' ? '/tri-thuc' : `/tri-thuc?${out.conditions}`,
      said: `Đã lưu cách xem "${out.name}".`,
    }),
    back: (raw) => `/tri-thuc?${String(raw.conditions ?? '')}`,
  }),
  submit({
    path: '/tri-thuc/cach-xem/xoa',
    title: 'Xóa cách xem',
    right: canSeePeople,
    action: removeView,
    next: (out) => ({ to: '/tri-thuc', said: `Đã xóa cách xem "${out.name}".` }),
    back: () => '/tri-thuc',
  }),
  page({
    path: '/tri-thuc/them',
    title: 'Thêm hồ sơ',
    right: canEditPeople,
    input: z.object({}),
    view: (ctx) => readAddPerson(ctx),
    html: addPersonPage,
  }),
  submit({
    path: '/tri-thuc/them',
    title: 'Thêm hồ sơ',
    right: canEditPeople,
    action: addPerson,
    next: (out) => ({ to: `/tri-thuc/${out.code}`, said: `Đã thêm hồ sơ ${out.code}.` }),
    back: () => '/tri-thuc/them',
  }),
  page({
    path: '/tri-thuc/cho-xac-nhan',
    title: 'Mục chờ xác nhận',
    right: canConfirmFacts,
    input: z.object({
      ma: optionalText(20).catch(''),
      trang: z.coerce.number().int().min(1).max(10_000).catch(1),
      lo: id().nullable().catch(null),
    }),
    view: async (ctx, q) => {
      const waiting = await readWaiting(ctx, q.ma === '' ? null : q.ma.toUpperCase(), q.trang)
      return waiting.ok ? accept({ ...waiting.value, done: await readJustConfirmed(ctx, q.lo) }) : waiting
    },
    html: waitingPage,
  }),
  submit({
    path: '/tri-thuc/cho-xac-nhan',
    title: 'Xác nhận mục tự khai',
    right: canConfirmFacts,
    action: confirmEntries,
    next: (out, raw) => ({ to: `${waitingUrl(raw)}${waitingUrl(raw).includes('?') ? '&' : '?'}lo=${out.batch}` }),
    back: waitingUrl,
  }),
  page({
    path: '/tri-thuc/xac-nhan',
    title: 'Xác nhận hồ sơ',
    right: canConfirmFacts,
    input: z.looseObject({ chon: pickedCodes }),
    view: async (ctx, q) => accept(await readConfirm(ctx, { raw: q, codes: q.chon, whole: isWhole(q) })),
    html: confirmPage,
  }),
  submit({
    path: '/tri-thuc/xac-nhan',
    title: 'Xác nhận nhiều hồ sơ',
    right: canConfirmFacts,
    action: confirmPeople,
    input: (raw) => ({
      codes: isWhole(raw) ? [] : raw.chon,
      whole: isWhole(raw),
      query: raw,
      seen: raw.seen,
      declared: raw.declared,
    }),
    next: (out) => ({
      to: `/tri-thuc/xac-nhan/${out.batch}`,
      said: `Đã xác nhận ${showNumber(out.people)} hồ sơ${out.entries === 0 ? '' : `, ${showNumber(out.entries)} mục`}.`,
    }),
    back: confirmUrl,
  }),
  page({
    path: '/tri-thuc/xac-nhan/:batch',
    title: 'Lần xác nhận hồ sơ',
    right: canConfirmFacts,
    input: z.object({ batch: id() }),
    view: (ctx, q) => readConfirmed(ctx, q.batch),
    html: confirmedPage,
  }),
  submit({
    path: '/tri-thuc/xac-nhan/:batch/hoan-tac',
    title: 'Hoàn tác lần xác nhận',
    right: canConfirmFacts,
    action: undoConfirmation,
    next: (out, raw) => ({
      to: `/tri-thuc/xac-nhan/${raw.batch}`,
      said: `Đã hoàn tác: ${showNumber(out.people)} hồ sơ trở lại như trước lần xác nhận.`,
    }),
    back: (raw) => `/tri-thuc/xac-nhan/${raw.batch}`,
  }),
  page({
    path: '/tri-thuc/xuat',
    title: 'Xuất hồ sơ trí thức',
    right: canExportPeople,
    input: z.looseObject({ chon: pickedCodes }),
    view: async (ctx, q) => accept(await readExport(ctx, q, isWhole(q) ? [] : q.chon)),
    html: exportPage,
  }),
  download({
    path: '/tri-thuc/xuat/tep',
    title: 'Tải danh sách hồ sơ',
    right: canExportPeople,
    input: z.looseObject({ chon: pickedCodes }),
    file: (ctx, q) =>
      performIn(ctx, exportPeople, { format: q.dang, columns: q.cot, purpose: q['muc-dich'], codes: q.chon, query: q }),
  }),
  page({
    path: '/tri-thuc/:code',
    title: (v) => v.name ?? 'Hồ sơ trí thức',
    right: canSeePeople,
    input: profileQuery,
    view: (ctx, q) => readProfile(ctx, q),
    elsewhere: (v) => v.movedTo,
    html: profilePage,
  }),
  page({
    path: '/tri-thuc/:code/so-dinh-danh',
    title: 'Số định danh',
    right: canOpenNumbers,
    input: purposeQuery,
    view: (ctx, q) => readNumbers(ctx, q),
    html: openedPage,
  }),
  page({
    path: '/tri-thuc/:code/lien-he',
    title: 'Thông tin liên hệ',
    right: canOpenContact,
    input: purposeQuery,
    view: (ctx, q) => readContact(ctx, q),
    html: openedPage,
  }),
  page({
    path: '/tri-thuc/:code/nhay-cam',
    title: 'Dữ liệu nhạy cảm',
    right: canSeeSensitive,
    input: purposeQuery,
    view: (ctx, q) => readSensitive(ctx, q),
    html: openedPage,
  }),
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
  submit({
    path: '/tri-thuc/:code/muc/:fact/tra-lai',
    title: 'Trả lại mục tự khai',
    right: canConfirmFacts,
    action: returnEntry,
    next: () => ({ to: '/tri-thuc/cho-xac-nhan', said: 'Đã trả lại mục. Chủ hồ sơ đọc được lý do.' }),
    back: () => '/tri-thuc/cho-xac-nhan',
  }),
  submit({
    path: '/tri-thuc/:code/mau-thuan',
    title: 'Quyết định mục mâu thuẫn',
    right: canConfirmFacts,
    action: settleContest,
    next: (out) => ({ to: `/tri-thuc/${out.code}`, said: 'Đã quyết định giá trị giữ lại.' }),
    back: dossierUrl,
  }),
  page({
    path: '/tri-thuc/:code/chuyen',
    title: 'Chuyển cơ quan quản lý hồ sơ',
    right: canTransferPeople,
    input: z.object({ code }),
    view: (ctx, q) => readTransfer(ctx, q.code),
    html: transferPage,
  }),
  submit({
    path: '/tri-thuc/:code/chuyen',
    title: 'Chuyển hồ sơ',
    right: canTransferPeople,
    action: transferPerson,
    next: (out) => ({ to: `/tri-thuc/${out.code}`, said: `Đã chuyển hồ sơ sang ${out.body}.` }),
    back: (raw) => `${dossierUrl(raw)}/chuyen`,
  }),
  download({
    path: '/tri-thuc/:code/tep/:file',
    title: 'Tệp bằng chứng',
    right: canSeeBasic,
    input: z.object({ code, file: id() }),
    file: (ctx, q) => readEvidence(ctx, q.code, q.file),
  }),
]
