/** Bản khai mô-đun bảng điều hành. Search looks over every module, so its rows are handed in by `src/modules.ts`. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { anyone, signedIn } from '../../kernel/right.ts'
import { fold } from '../../kernel/text.ts'
import type { Ctx } from '../../platform/action.ts'
import { optionalText } from '../../platform/http/input.ts'
import { page } from '../../platform/http/route.ts'
import type { Module, SearchRow } from '../../platform/module.ts'
import { boardPage } from './pages/board.ts'
import { helpPage } from './pages/help.ts'
import { overviewPage } from './pages/overview.ts'
import { searchPage } from './pages/search.ts'
import { canSeeBoard, RIGHTS } from './rights.ts'
import { readBoard, readOverview } from './screens.ts'

/** Bảng điều hành, tổng quan, tìm kiếm, trợ giúp. */
export const boardModule = (searchAll: (ctx: Ctx, folded: string) => Promise<SearchRow[]>): Module => ({
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
      view: async (ctx) => accept(await readBoard(ctx)),
      html: boardPage,
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
        accept({ text: input.q, rows: input.q === '' ? [] : await searchAll(ctx, fold(input.q)) }),
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
