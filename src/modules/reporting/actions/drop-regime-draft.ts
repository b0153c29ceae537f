/** Bỏ bản chế độ đang soạn: nothing that was issued changes. */
import { z } from 'zod'
import { action, done } from '../../../platform/action.ts'
import { text, whole } from '../../../platform/http/input.ts'
import { canShapeRegimes } from '../rights.ts'
import { dropRegimeDraft as drop } from '../store.ts'
import { draftAt, draftIsStale } from './draft-regime.ts'

/** Bỏ bản soạn. A draft changed meanwhile stays. */
export const dropRegimeDraft = action({
  name: 'reporting.drop-regime-draft',
  right: canShapeRegimes,
  input: z.object({ slug: text(40, 'Thiếu chế độ báo cáo'), version: whole('Thiếu phiên bản đang sửa') }),
  run: async (ctx, input) => {
    const draft = await draftAt(ctx, input.slug)
    if (!draft.ok) return draft
    if (!(await drop(ctx, { id: draft.value.id, seen: input.version }))) return draftIsStale()
    const { code, version } = draft.value.regime
    return done(
      { slug: input.slug },
      { kind: 'reporting.regime-draft-dropped', subject: `regime:${code}`, data: { code, version } },
    )
  },
})
