/** Đường dẫn xuất kế hoạch: the plan in force, and a reading before it is adopted. */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { id, oneOf } from '../../platform/http/input.ts'
import { download, type Route } from '../../platform/http/route.ts'
import { exchangeFile, exportProgramme, FORMATS, readingExchange } from './exchange.ts'
import { canSeeProgramme } from './rights.ts'

const format = () => oneOf(FORMATS, 'Chọn loại tệp: docx, xlsx hoặc json')

/** The URL table of exports. */
export const exchangeRoutes: readonly Route[] = [
  download({
    path: '/ke-hoach/xuat/:dang',
    title: 'Xuất kế hoạch',
    right: canSeeProgramme,
    input: z.object({ dang: format() }),
    file: (ctx, q) => exportProgramme(ctx, q.dang),
  }),
  download({
    path: '/ke-hoach/doc/:id/xuat/:dang',
    title: 'Xuất bản đọc',
    right: canSeeProgramme,
    input: z.object({ id: id(), dang: format() }),
    file: async (ctx, q) => {
      const x = await readingExchange(ctx, q.id)
      return x.ok ? accept(await exchangeFile(ctx, x.value, q.dang)) : x
    },
  }),
]
