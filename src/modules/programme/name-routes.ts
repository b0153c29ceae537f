/** Đường dẫn của việc đối chiếu tên cơ quan. The decision itself is sent to the register (`organisations`). */
import { z } from 'zod'
import { accept } from '../../kernel/result.ts'
import { optionalText } from '../../platform/http/input.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { readNames } from './name-screens.ts'
import { namesPage } from './pages/names.ts'
import { canSeeProgramme } from './rights.ts'

/** The URL table of names. */
export const nameRoutes: readonly Route[] = [
  page({
    path: '/ke-hoach/ten-co-quan',
    title: 'Tên cơ quan cần đối chiếu',
    right: canSeeProgramme,
    input: z.object({ vb: optionalText(60), ten: optionalText(400) }),
    view: async (ctx, q) => accept(await readNames(ctx, q)),
    html: namesPage,
  }),
]
