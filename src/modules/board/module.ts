/** Bản khai mô-đun bảng điều hành. Search looks over every module, so its rows are handed in by `src/modules.ts`. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { anyone, signedIn } from '../../kernel/right.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { optionalText } from '../../platform/http/input.ts'
import { page } from '../../platform/http/route.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import type { Measure } from '../../platform/measure.ts'
import type { Module, SearchRow } from '../../platform/module.ts'
import { boardPage } from './pages/board.ts'
import { briefPage } from './pages/brief.ts'
import { changesPage } from './pages/changes.ts'
import { helpPage } from './pages/help.ts'
import { overviewPage } from './pages/overview.ts'
import { searchPage } from './pages/search.ts'
import { canSeeBoard, RIGHTS } from './rights.ts'
import { readBoard, readChanges, readOverview } from './screens.ts'

/** What the whole hands in: search over every module, measures of all, sentences of facts. */
export type Handed = {
  readonly searchAll: (ctx: Ctx, folded: string) => Promise<SearchRow[]>
  readonly measures: () => readonly Measure[]
  readonly sentenceOf: (line: LedgerLine) => string
}

/** Bảng điều hành, tổng quan, tìm kiếm, trợ giúp. */
export const boardModule = (handed: Handed): Module => ({
  name: 'board',
  title: 'Bảng điều hành',
  rights: RIGHTS,
  facts: {},
  menu: [
    {
      path: '/dieu-hanh',
      label: 'Bảng điều hành',
      icon: 'board',
      group: 'Điều hành',
      order: 10,
      shows: (a) => canSeeBoard.allows(a),
    },
    {
      path: '/tong-quan',
      label: 'Tổng quan',
      icon: 'home',
      group: 'Công việc',
      order: 5,
      shows: (a) => canSeeBoard.allows(a) && a.grants.some((g) => g.role === 'so-noi-vu'),
    },
  ],
  routes: [
    page({
      path: '/dieu-hanh',
      title: 'Bảng điều hành',
      right: canSeeBoard,
      input: z.object({}),
      elevated: true,
      view: async (ctx) => accept(await readBoard(ctx, handed.measures())),
      html: boardPage,
    }),
    page({
      path: '/dieu-hanh/thay-doi',
      title: 'Thay đổi',
      right: canSeeBoard,
      elevated: true,
      input: z.object({ tu: optionalText(20) }),
      view: async (ctx, q) => accept(await readChanges(ctx, handed, q.tu)),
      html: changesPage,
    }),
    page({
      path: '/dieu-hanh/tom-tat',
      title: 'Tóm tắt cho cuộc họp',
      right: canSeeBoard,
      elevated: true,
      input: z.object({}),
      view: async (ctx) => accept(await readBoard(ctx, handed.measures())),
      html: briefPage,
    }),
    page({
      path: '/tong-quan',
      title: 'Tổng quan',
      right: canSeeBoard,
      input: z.object({}),
      view: async (ctx) => accept(await readOverview(ctx)),
      html: overviewPage,
    }),
    page({
      path: '/tim',
      title: 'Tìm hoặc làm',
      right: signedIn,
      input: z.object({ q: optionalText(100) }),
      view: async (ctx, input) =>
        accept({ text: input.q, rows: input.q === '' ? [] : await handed.searchAll(ctx, fold(input.q)) }),
      html: searchPage,
    }),
    page({
      path: '/tro-giup',
      title: 'Trợ giúp',
      right: anyone,
      input: z.object({}),
      view: async () => accept(null),
      html: helpPage,
    }),
  ],
})
