/** Đường dẫn: /viec, /thong-bao, /don-doc. */
import { z } from 'zod'
import { hasRole } from '../../kernel/actor.ts'
import { showDay, showInstant } from '../../kernel/day.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { findFile } from '../../platform/files/keep.ts'
import { id, year } from '../../platform/http/input.ts'
import { download, page, type Route, submit } from '../../platform/http/route.ts'
import { openPeriods } from '../reporting/public.ts'
import { draftUrgingLetter } from './actions/draft-urging-letter.ts'
import { markRead } from './actions/mark-read.ts'
import { dutiesOf } from './duties.ts'
import { lateRows } from './letter.ts'
import { dutiesPage } from './pages/duties.ts'
import { inboxPage } from './pages/inbox.ts'
import { letterPage, urgePage } from './pages/urge.ts'
import { canSeeOwnDuties, canUrge } from './rights.ts'
import { countDuties, passes } from './rules/duties.ts'
import { findLetter, inbox, lettersOf } from './views.ts'

const FILTER = z.enum(['tat-ca', 'qua-han', '7-ngay', 'tra-lai', 'cho-toi-duyet', 'cho']).catch('tat-ca')
const ABSENT = refuse('absent', 'letter.absent', 'Không tìm thấy công văn này.')

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/viec',
    title: 'Việc của tôi',
    right: canSeeOwnDuties,
    input: z.object({ loc: FILTER }),
    view: async (ctx, q) => {
      const all = await dutiesOf(ctx)
      const next = (await openPeriods(ctx.tx))[0]
      return accept({
        duties: all.filter((d) => passes(d, q.loc)),
        counts: countDuties(all),
        filter: q.loc,
        decides: hasRole(ctx.actor, 'thu-truong', 'so-noi-vu'),
        nextPeriod: next ? `Kỳ báo cáo năm ${next.year}: gửi trước ngày ${showDay(next.dueBefore)}.` : null,
      })
    },
    html: dutiesPage,
  }),
  page({
    path: '/thong-bao',
    title: 'Thông báo',
    right: canSeeOwnDuties,
    input: z.object({}),
    view: async (ctx) => accept(await inbox(ctx.tx, ctx.actor.id)),
    html: inboxPage,
  }),
  submit({
    path: '/thong-bao/da-doc',
    title: 'Đánh dấu đã đọc',
    right: canSeeOwnDuties,
    action: markRead,
    next: () => ({ to: '/thong-bao' }),
    back: () => '/thong-bao',
  }),
  page({
    path: '/don-doc/:year',
    title: 'Đôn đốc báo cáo',
    right: canUrge,
    input: z.object({ year: year() }),
    view: async (ctx, q) => {
      const late = await lateRows(ctx, q.year)
      const due = late[0]?.obligation.dueBefore ?? (await openPeriods(ctx.tx)).find((p) => p.year === q.year)?.dueBefore
      return accept({
        year: q.year,
        late,
        letters: await lettersOf(ctx.tx, q.year),
        dueBefore: due ? showDay(due) : null,
        asOf: showInstant(ctx.now),
      })
    },
    html: urgePage,
  }),
  submit({
    path: '/don-doc/:year',
    title: 'Soạn công văn đôn đốc',
    right: canUrge,
    action: draftUrgingLetter,
    next: (out, raw) => ({
      to: `/don-doc/${raw.year}/${out.letterId}`,
      said: out.again
        ? 'Công văn hôm nay cho đúng các cơ quan này đã có, mở lại bản đã soạn.'
        : `Đã soạn công văn gửi ${out.bodies} cơ quan.`,
    }),
    back: (raw) => `/don-doc/${raw.year}`,
  }),
  page({
    path: '/don-doc/:year/:id',
    title: 'Công văn đôn đốc',
    right: canUrge,
    input: z.object({ year: year(), id: id() }),
    view: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      return letter ? accept(letter) : ABSENT
    },
    html: letterPage,
  }),
  download({
    path: '/don-doc/:year/:id/tep',
    title: 'Tải công văn đôn đốc',
    right: canUrge,
    input: z.object({ year: year(), id: id() }),
    file: async (ctx, q) => {
      const letter = await findLetter(ctx.tx, q.id)
      const file = letter ? await findFile(ctx.tx, letter.fileId) : null
      return file ? accept({ name: file.name, mediaType: file.media_type, bytes: file.body }) : ABSENT
    },
  }),
]
