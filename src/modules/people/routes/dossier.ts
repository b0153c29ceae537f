/** Đường dẫn của một hồ sơ: it begins, is read, moves to another body. */
import { z } from 'zod'
import { id, oneOf, optionalDay, optionalText } from '../../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../../platform/http/route.ts'
import { addPerson } from '../actions/add-person.ts'
import { transferPerson } from '../actions/transfer-person.ts'
import { readAddPerson, readTransfer } from '../edit-screen.ts'
import { readContact, readNumbers, readSensitive } from '../opened-screen.ts'
import { addPersonPage, transferPage } from '../pages/entry-form.ts'
import { openedPage } from '../pages/opened.ts'
import { profilePage } from '../pages/profile.ts'
import { readEvidence, readProfile } from '../profile-screen.ts'
import {
  canEditPeople,
  canOpenContact,
  canOpenNumbers,
  canSeeBasic,
  canSeePeople,
  canSeeSensitive,
  canTransferPeople,
} from '../rights.ts'
import { TABS } from '../rules/dossier-view.ts'
import { PURPOSE_CODES } from '../rules/purpose.ts'
import { code, dossierUrl } from './address.ts'

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

/** Without a purpose the page asks for it, and nothing is opened. */
const purposeQuery = z
  .object({ code, 'muc-dich': oneOf(PURPOSE_CODES, 'Chọn mục đích xem').nullable().catch(null) })
  .transform((q) => ({ code: q.code, purpose: q['muc-dich'] }))

/** Routes of one dossier. */
export const dossierRoutes: readonly Route[] = [
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
    path: '/tri-thuc/:code',
    title: (v) => (v.movedTo === null ? v.name : 'Hồ sơ trí thức'),
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
