/** Ban hành bản chế độ: the draft becomes a version that never changes; periods opened before keep theirs. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { dayField, text, whole } from '../../../platform/http/input.ts'
import { canShapeRegimes } from '../rights.ts'
import { regimeProblems } from '../rules/regime-problems.ts'
import { recordedId } from '../shipped-regime.ts'
import { dropRegimeDraft, saveRegime } from '../store.ts'
import { allRegimes } from '../views/periods.ts'
import { draftAt, draftIsStale } from './draft-regime.ts'

/** Ban hành theo một văn bản, áp dụng từ một ngày. Refused while something must be mended, or another regime goes by the same short name. */
export const issueRegime = action({
  name: 'reporting.issue-regime',
  right: canShapeRegimes,
  input: z.object({
    slug: text(40, 'Thiếu chế độ báo cáo'),
    version: whole('Thiếu phiên bản đang sửa'),
    act: text(300, 'Nhập số, ngày của văn bản ban hành'),
    from: dayField('Nhập ngày bắt đầu áp dụng, ví dụ 01/01/2027'),
  }),
  run: async (ctx, input) => {
    const draft = await draftAt(ctx, input.slug)
    if (!draft.ok) return draft
    const { regime, id } = draft.value
    const problems = regimeProblems(regime)
    if (problems.length > 0) {
      return refuse(
        'conflict',
        'regime.problems',
        `Còn ${problems.length} chỗ phải sửa trước khi ban hành. Chưa ban hành.`,
      )
    }
    const all = await allRegimes(ctx.tx)
    const like = all.find((v) => v.regime.code !== regime.code && v.regime.shortName === regime.shortName)
    if (like) {
      return refuse(
        'conflict',
        'regime.short-name',
        `Tên gọn «${regime.shortName}» trùng với chế độ ${like.regime.code}, cơ quan không phân biệt được hai báo cáo. Sửa tên gọn rồi ban hành.`,
      )
    }
    const before = all.filter((v) => v.regime.code === regime.code)
    const latest = before[0]
    if (latest) await recordedId(ctx, latest)
    const version = (latest?.regime.version ?? 0) + 1
    const issued = { ...regime, version, effective: { from: input.from, to: null } }
    if (!(await dropRegimeDraft(ctx, { id, seen: input.version }))) return draftIsStale()
    await saveRegime(ctx, ctx.newId(), issued, input.act, { from: input.from, to: null })
    return done(
      { slug: regime.slug, version },
      {
        kind: 'reporting.regime-issued',
        subject: `regime:${regime.code}`,
        reason: input.act,
        data: { code: regime.code, version, from: input.from },
      },
    )
  },
})
