/** Gộp đoạn gần giống: one body's paragraph stands for those of others of the same group, under all their names. */
import { z } from 'zod'
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { list, text, whole, year } from '../../../platform/http/input.ts'
import { canConsolidate } from '../rights.ts'
import { figuresIn, type ProvincialEdits, plainLines, sectionsOf } from '../rules/provincial.ts'
import { saveEdits } from '../store.ts'
import { findPeriod } from '../views/periods.ts'
import { findProvincial } from '../views/provincial.ts'
import { aboutPeriod } from '../words.ts'
import { keepPaper } from './build-provincial-report.ts'

/** Gộp đoạn. The words of the paragraph that stands are kept; writing them anew or emptying them is done as in any section. */
export const mergeParagraphs = action({
  name: 'reporting.merge-paragraphs',
  right: canConsolidate,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    key: text(40, 'Thiếu đoạn đứng lại'),
    bodies: list(text(300, 'Thiếu cơ quan')),
    version: whole('Thiếu phiên bản đang sửa'),
  }),
  run: async (ctx, input) => {
    const period = await findPeriod(ctx.tx, input)
    const report = await findProvincial(ctx.tx, input)
    if (!period || !report) return refuse('absent', 'provincial.absent', `Chưa có báo cáo tỉnh năm ${input.year}.`)
    const sections = sectionsOf(report.figures, report.edits)
    const lead = sections.find((s) => s.key === input.key && s.key.includes('/'))
    if (!lead) return refuse('absent', 'provincial.section', 'Đoạn này không có trong báo cáo.')
    const group = `${input.key.split('/')[0]}/`
    const others = sections.filter(
      (s) => s.key.startsWith(group) && s.key !== lead.key && input.bodies.includes(s.title),
    )
    if (others.length === 0) return refuseFields('provincial.merge', { bodies: 'Chọn ít nhất một đoạn để gộp' })
    const before = report.edits[lead.key]
    const words = before?.text ?? plainLines(lead.proposed)
    const edits: ProvincialEdits = {
      ...report.edits,
      [lead.key]: {
        text: words,
        figures: before?.figures ?? figuresIn(words, lead.proposed),
        by: ctx.actor.name,
        at: ctx.now.toString(),
        base: before?.base ?? plainLines(lead.proposed),
        stands: [...new Set([...(before?.stands ?? []), ...others.map((s) => s.title)])].sort(),
      },
    }
    const file = await keepPaper(ctx, { ...report, period, edits })
    if (
      !(await saveEdits(ctx, { id: report.id, seen: input.version }, { edits, fileId: file.id, sha256: file.sha256 }))
    )
      return refuse(
        'stale',
        'provincial.stale',
        'Người khác vừa sửa báo cáo tỉnh. Chưa gộp đoạn nào, tải lại trang để xem.',
      )
    return done(
      { regime: period.slug, year: period.year, key: lead.key, count: others.length },
      {
        kind: 'reporting.paragraphs-merged',
        subject: `provincial:${period.id}`,
        data: { ...aboutPeriod(period), key: lead.key, body: lead.title, bodies: others.map((s) => s.title) },
      },
    )
  },
})
