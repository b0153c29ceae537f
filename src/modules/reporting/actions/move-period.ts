/** Chuyển kỳ đang mở sang bản chế độ mới: drafts keep every typed cell, what was sent stays in the form it was sent in. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { yearPeriod } from '../../../kernel/validity.ts'
import { action, done } from '../../../platform/action.ts'
import { text, whole, year } from '../../../platform/http/input.ts'
import { taskGroups } from '../../programme/public.ts'
import { canShapeRegimes } from '../rights.ts'
import { KEPT_APART, reSection } from '../rules/re-section.ts'
import { arrangeSections, savePeriodForm } from '../store.ts'
import { findPeriod, regimeVersions } from '../views/periods.ts'
import { draftsOf } from '../views/report.ts'
import { aboutPeriod } from '../words.ts'

/** Chuyển kỳ. Refused when the period is not open or has this version already. */
export const movePeriod = action({
  name: 'reporting.move-period',
  right: canShapeRegimes,
  input: z.object({
    slug: text(40, 'Thiếu chế độ báo cáo'),
    year: year(),
    to: whole('Chọn bản chế độ'),
    act: text(300, 'Nhập số, ngày của văn bản hoặc lý do chuyển'),
  }),
  run: async (ctx, input) => {
    const period = await findPeriod(ctx.tx, { regime: input.slug, year: input.year })
    if (!period) return refuse('absent', 'period.absent', `Kỳ báo cáo ${input.year} chưa mở.`)
    const version = (await regimeVersions(ctx.tx, period.regime.code)).find((v) => v.regime.version === input.to)
    if (!version || version.id === null) return refuse('absent', 'regime.version', `Chế độ không có bản ${input.to}.`)
    if (period.regime.version === input.to) {
      return refuse('conflict', 'period.same-form', `Kỳ ${input.year} đang dùng bản ${input.to}. Không có gì thay đổi.`)
    }
    const groups = await taskGroups(ctx.tx, period.programmeId, yearPeriod(period.year).from)
    const drafts = await draftsOf(ctx.tx, period.id)
    let keptApart = 0
    for (const d of drafts) {
      const sections = reSection(version.regime, groups, d.sections)
      if (sections.has(KEPT_APART)) keptApart++
      await arrangeSections(ctx, d, sections)
    }
    await savePeriodForm(ctx, period.id, version.id, input.act)
    return done(
      { slug: input.slug, year: input.year, to: input.to, drafts: drafts.length, keptApart },
      {
        kind: 'reporting.period-moved',
        subject: `period:${period.id}`,
        reason: input.act,
        data: {
          ...aboutPeriod(period),
          code: period.regime.code,
          from: period.regime.version,
          to: input.to,
          drafts: drafts.length,
          keptApart,
        },
      },
    )
  },
})
