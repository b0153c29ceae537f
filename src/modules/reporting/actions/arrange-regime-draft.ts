/** Chuyển lên, chuyển xuống hoặc bỏ một dòng, một mục, một phần, một phép kiểm tra của bản chế độ đang soạn. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { oneOf, text, whole } from '../../../platform/http/input.ts'
import { canShapeRegimes } from '../rights.ts'
import { arranged, readPlace } from '../rules/regime-places.ts'
import { changeRegimeDraft } from '../store.ts'
import { draftAt, draftIsStale } from './draft-regime.ts'

/** Sắp xếp. The last section stays where it is. */
export const arrangeRegimeDraft = action({
  name: 'reporting.arrange-regime-draft',
  right: canShapeRegimes,
  input: z.object({
    slug: text(40, 'Thiếu chế độ báo cáo'),
    place: text(200, 'Thiếu phần phải chuyển'),
    version: whole('Thiếu phiên bản đang sửa'),
    how: oneOf(['len', 'xuong', 'bo'], 'Chọn cách chuyển'),
  }),
  run: async (ctx, input) => {
    const draft = await draftAt(ctx, input.slug)
    if (!draft.ok) return draft
    const place = readPlace(input.place)
    if (!place) return refuse('absent', 'regime.place', 'Không có phần này trong chế độ báo cáo.')
    const next = arranged(draft.value.regime, place, input.how)
    if (!next.ok) return next
    if (!(await changeRegimeDraft(ctx, { id: draft.value.id, seen: input.version }, next.value))) return draftIsStale()
    return done(
      { slug: input.slug, place: input.place },
      {
        kind: 'reporting.regime-edited',
        subject: `regime:${draft.value.regime.code}`,
        data: {
          code: draft.value.regime.code,
          version: draft.value.regime.version,
          place: input.place,
          how: input.how,
        },
      },
    )
  },
})
