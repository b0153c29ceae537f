/** Sửa một chỗ của bản chế độ đang soạn, or adds an item in its list. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canShapeRegimes } from '../rights.ts'
import { readPlace, withItem } from '../rules/regime-places.ts'
import { changeRegimeDraft } from '../store.ts'
import { draftAt, draftIsStale } from './draft-regime.ts'

/** Lưu một chỗ. Refused with one sentence per field that cannot be read; a stale version writes nothing. */
export const editRegimeDraft = action({
  name: 'reporting.edit-regime-draft',
  right: canShapeRegimes,
  input: z.object({
    slug: text(40, 'Thiếu chế độ báo cáo'),
    place: text(200, 'Thiếu phần phải sửa'),
    version: whole('Thiếu phiên bản đang sửa'),
    fields: z.record(z.string(), z.unknown()),
  }),
  run: async (ctx, input) => {
    const draft = await draftAt(ctx, input.slug)
    if (!draft.ok) return draft
    const place = readPlace(input.place)
    if (!place) return refuse('absent', 'regime.place', 'Không có phần này trong chế độ báo cáo.')
    const edited = withItem(draft.value.regime, place, input.fields)
    if (!edited.ok) return edited
    if (!(await changeRegimeDraft(ctx, { id: draft.value.id, seen: input.version }, edited.value.regime)))
      return draftIsStale()
    return done(
      { slug: input.slug, place: edited.value.place },
      {
        kind: 'reporting.regime-edited',
        subject: `regime:${draft.value.regime.code}`,
        data: { code: draft.value.regime.code, version: draft.value.regime.version, place: edited.value.place },
      },
    )
  },
})
