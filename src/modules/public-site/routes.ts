/** Đường dẫn: /cong-khai. Anybody reads; figures are those of the whole province. */
import { z } from 'zod'
import { dayOf } from '../../kernel/day.ts'
import { accept } from '../../kernel/result.ts'
import { csvStream } from '../../platform/csv/write-csv.ts'
import { oneOf, text } from '../../platform/http/input.ts'
import { download, page, type Route } from '../../platform/http/route.ts'
import type { LedgerLine } from '../../platform/ledger/record.ts'
import type { Measure } from '../../platform/measure.ts'
import { calendarFile, newsFile } from './feeds.ts'
import { CALENDAR, DATA, FOLLOW, NEWS, PLAN, PUBLIC, publicGoalHref } from './pages/address.ts'
import { dataPage, followPage } from './pages/data.ts'
import { goalPage } from './pages/goal.ts'
import { homePage } from './pages/home.ts'
import { planPage } from './pages/plan.ts'
import { canReadPublic } from './rights.ts'
import { named, readDataset, readHome, readPlan, readPublicGoal } from './screens.ts'
import { DATASET_NAMES, DATASETS, LICENCE } from './words.ts'

/** What the whole hands in: measures of all modules, and sentences of facts. */
export type Handed = { readonly measures: () => readonly Measure[]; readonly sentenceOf: (line: LedgerLine) => string }

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const c of chunks) all.push(c)
  return Buffer.concat(all)
}

const datasets = ({ measures }: Handed): Route =>
  download({
    path: `${DATA}/:name/:form`,
    title: 'Tải dữ liệu mở',
    right: canReadPublic,
    elevated: true,
    input: z.object({
      name: oneOf(DATASET_NAMES, 'Chọn bộ dữ liệu'),
      form: oneOf(['csv', 'json'], 'Chọn csv hoặc json'),
    }),
    file: async (ctx, q, address) => {
      const set = DATASETS[q.name]
      const rows = await readDataset(ctx, measures(), q.name)
      const version = dayOf(ctx.now)
      if (q.form === 'csv')
        return accept({
          name: `${q.name}-${version}.csv`,
          mediaType: 'text/csv; charset=utf-8',
          bytes: await bytesOf(csvStream([set.columns.map((c) => c.name), ...rows])),
        })
      const whole = {
        title: set.title,
        address: `${address}${DATA}#${q.name}`,
        version,
        licence: LICENCE,
        source: set.source,
        columns: set.columns,
        rows: named(q.name, rows),
      }
      return accept({
        name: `${q.name}-${version}.json`,
        mediaType: 'application/json; charset=utf-8',
        bytes: Buffer.from(JSON.stringify(whole, null, 1)),
      })
    },
  })

/** The URL table. */
export const routes = (handed: Handed): readonly Route[] => [
  page({
    path: PUBLIC,
    title: 'Mục tiêu và kết quả',
    right: canReadPublic,
    elevated: true,
    input: z.object({}),
    view: async (ctx) => accept(await readHome(ctx, handed.measures())),
    html: homePage,
  }),
  page({
    path: publicGoalHref(':code'),
    title: (v) => v.goal.indicator.name,
    right: canReadPublic,
    elevated: true,
    input: z.object({ code: text(40, 'Chọn mục tiêu') }),
    view: (ctx, q) => readPublicGoal(ctx, handed.measures(), q.code),
    html: goalPage,
  }),
  page({
    path: PLAN,
    title: 'Kế hoạch',
    right: canReadPublic,
    elevated: true,
    input: z.object({}),
    view: async (ctx) => accept(await readPlan(ctx)),
    html: planPage,
  }),
  page({
    path: DATA,
    title: 'Dữ liệu mở',
    right: canReadPublic,
    input: z.object({}),
    view: async (ctx) => accept({ day: dayOf(ctx.now) }),
    html: dataPage,
  }),
  datasets(handed),
  page({
    path: FOLLOW,
    title: 'Theo dõi',
    right: canReadPublic,
    input: z.object({}),
    view: async () => accept(null),
    html: followPage,
  }),
  download({
    path: CALENDAR,
    title: 'Lịch hạn',
    right: canReadPublic,
    elevated: true,
    input: z.object({}),
    file: (ctx, _q, address) => calendarFile(ctx, address),
  }),
  download({
    path: NEWS,
    title: 'Tin',
    right: canReadPublic,
    elevated: true,
    input: z.object({}),
    file: (ctx, _q, address) => newsFile(ctx, address, handed.sentenceOf),
  }),
]
