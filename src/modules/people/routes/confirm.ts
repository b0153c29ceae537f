/** Đường dẫn của việc xác nhận: entries that wait, many dossiers at once, values that differ. */
import { z } from 'zod'
import { showNumber } from '../../../kernel/number.ts'
import { accept } from '../../../kernel/result.ts'
import { id, optionalText } from '../../../platform/http/input.ts'
import { page, type Route, submit } from '../../../platform/http/route.ts'
import { confirmEntries } from '../actions/confirm-entries.ts'
import { confirmPeople } from '../actions/confirm-people.ts'
import { returnEntry } from '../actions/return-entry.ts'
import { settleContest } from '../actions/settle-contest.ts'
import { undoConfirmation } from '../actions/undo-confirmation.ts'
import { readConfirm, readConfirmed, readJustConfirmed, readWaiting } from '../confirm-screen.ts'
import { confirmedPage, confirmPage } from '../pages/confirm.ts'
import { waitingPage } from '../pages/waiting.ts'
import { canConfirmFacts } from '../rights.ts'
import { queryOf, readConditions } from '../rules/conditions.ts'
import { dossierUrl, isWhole, pickedCodes } from './address.ts'

/** The page of the choice again, as it was asked for. */
function confirmUrl(raw: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams(queryOf(readConditions(raw)))
  if (isWhole(raw)) query.set('tat-ca', '1')
  else for (const picked of [raw.chon ?? []].flat()) query.append('chon', String(picked))
  return `/tri-thuc/xac-nhan?${query}`
}

const waitingUrl = (raw: Record<string, unknown>): string =>
  typeof raw.ma === 'string' && raw.ma !== ''
    ? `/tri-thuc/cho-xac-nhan?ma=${encodeURIComponent(raw.ma)}`
    : '/tri-thuc/cho-xac-nhan'

/** Routes of confirming. */
export const confirmRoutes: readonly Route[] = [
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
]
