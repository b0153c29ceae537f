/** Đường dẫn: /trung-lap. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { id } from '../../platform/http/input.ts'
import { type Next, page, type Route, submit } from '../../platform/http/route.ts'
import { handOverPair } from './actions/hand-over-pair.ts'
import { mergePair } from './actions/merge-pair.ts'
import { scanDuplicates } from './actions/scan-duplicates.ts'
import { tellApart } from './actions/tell-apart.ts'
import { undoDecision } from './actions/undo-decision.ts'
import { pairPage } from './pages/pair.ts'
import { queuePage } from './pages/queue.ts'
import { canDecidePairs, canScan, canSeePairs } from './rights.ts'
import { postedChoices } from './rules/choosing.ts'
import { readPair, readQueue } from './screens.ts'

const pairHref = (raw: Record<string, unknown>): string => `/trung-lap/${raw.id}`
/** After an answer the next pair is shown at once. */
const onward = (next: string | null, said: string): Next => ({
  to: next === null ? '/trung-lap' : `/trung-lap/${next}`,
  said,
})

/** The URL table. */
export const routes: readonly Route[] = [
  page({
    path: '/trung-lap',
    title: 'Trùng lặp',
    right: canSeePairs,
    input: z.object({ loc: z.enum(['cho', 'chuyen', 'da-gop', 'khac']).catch('cho') }),
    view: async (ctx, q) => accept(await readQueue(ctx, q.loc)),
    html: queuePage,
  }),
  submit({
    path: '/trung-lap/quet',
    title: 'Quét hồ sơ trùng',
    right: canScan,
    action: scanDuplicates,
    next: (out) => ({
      to: '/trung-lap',
      said: `Đã quét ${out.people} hồ sơ mới hoặc vừa đổi, thêm ${out.opened} cặp nghi trùng.`,
    }),
    back: () => '/trung-lap',
  }),
  page({
    path: '/trung-lap/:id',
    title: (v) => `Trùng lặp: ${v.a.code} và ${v.b.code}`,
    right: canSeePairs,
    input: z.object({ id: id() }),
    view: (ctx, q) => readPair(ctx, q.id),
    html: pairPage,
  }),
  submit({
    path: '/trung-lap/:id/gop',
    title: 'Gộp hai hồ sơ',
    right: canDecidePairs,
    action: mergePair,
    input: (raw) => ({ ...raw, pair: raw.id, ...postedChoices(raw) }),
    next: (out) =>
      onward(out.next, `Đã gộp hồ sơ ${out.other} vào ${out.survivor}. Mã cũ vẫn dùng được và có thể hoàn tác.`),
    back: pairHref,
  }),
  submit({
    path: '/trung-lap/:id/khac',
    title: 'Không phải một người',
    right: canDecidePairs,
    action: tellApart,
    input: (raw) => ({ ...raw, pair: raw.id }),
    next: (out) =>
      onward(out.next, `Đã ghi: ${out.codeA} và ${out.codeB} không phải một người. Cặp này không hỏi lại.`),
    back: pairHref,
  }),
  submit({
    path: '/trung-lap/:id/chuyen',
    title: 'Chuyển cặp hồ sơ',
    right: canDecidePairs,
    action: handOverPair,
    input: (raw) => ({ ...raw, pair: raw.id }),
    next: (out) => onward(out.next, `Đã chuyển cặp ${out.codeA} và ${out.codeB} cho ${out.to}.`),
    back: pairHref,
  }),
  submit({
    path: '/trung-lap/:id/hoan-tac',
    title: 'Hoàn tác quyết định',
    right: canDecidePairs,
    action: undoDecision,
    input: (raw) => ({ pair: raw.id }),
    next: (out) => ({
      to: `/trung-lap/${out.pair}`,
      said: `Đã hoàn tác. Cặp ${out.codeA} và ${out.codeB} lại chờ quyết định.`,
    }),
    back: pairHref,
  }),
]
