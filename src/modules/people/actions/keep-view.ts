/** Lưu cách xem: the conditions of a list under a name. */
import { z } from 'zod'
import { homeBody } from '../../../kernel/actor.ts'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text } from '../../../platform/http/input.ts'
import { canSeePeople } from '../rights.ts'
import { queryOf, readConditions } from '../rules/conditions.ts'
import { saveView } from '../store/list-views.ts'

const Input = z.object({
  name: text(80, 'Nhập tên cách xem, tối đa 80 ký tự'),
  conditions: optionalText(1000),
  shared: optionalText(5),
})

/** A view of the same name of the same person is replaced. */
export const keepView = action({
  name: 'people.keep-view',
  right: canSeePeople,
  input: Input,
  run: async (ctx, input) => {
    const body = homeBody(ctx.actor)
    if (body === null) return refuse('forbidden', 'view.nobody', 'Chỉ tài khoản của cơ quan lưu được cách xem.')
    const params = new URLSearchParams(input.conditions)
    const raw = Object.fromEntries([...new Set(params.keys())].map((k) => [k, params.getAll(k)]))
    const conditions = queryOf({
      ...readConditions({ ...raw, sap: raw.sap?.[0], 'thu-tu': raw['thu-tu']?.[0] }),
      page: 1,
    })
    await saveView(ctx, { unitId: body.body, name: input.name, conditions, shared: input.shared !== '' })
    return done(
      { conditions, name: input.name },
      { kind: 'people.view-kept', subject: 'people', unit: body.body, data: { name: input.name } },
    )
  },
})
