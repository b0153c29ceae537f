/** Sửa một mục của báo cáo tỉnh by hand; empty text goes back to the words the system proposes. */
import { z } from 'zod'
import { refuse } from '../../../kernel/result.ts'
import { action, done } from '../../../platform/action.ts'
import { optionalText, text, whole, year } from '../../../platform/http/input.ts'
import { canConsolidate } from '../rights.ts'
import { figuresIn, type ProvincialEdits, plainLines, sectionsOf } from '../rules/provincial.ts'
import { saveEdits } from '../store.ts'
import { findPeriod } from '../views/periods.ts'
import { findProvincial } from '../views/provincial.ts'
import { aboutPeriod } from '../words.ts'
import { keepPaper } from './build-provincial-report.ts'

/** Sửa mục. Refused when somebody else edited meanwhile: both texts are shown. */
export const editProvincialSection = action({
  name: 'reporting.edit-provincial',
  right: canConsolidate,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    key: text(40, 'Thiếu mục cần sửa'),
    text: optionalText(20_000),
    version: whole('Thiếu phiên bản đang sửa'),
  }),
  run: async (ctx, input) => {
    const period = await findPeriod(ctx.tx, input)
    const report = await findProvincial(ctx.tx, input)
    if (!period || !report)
      return refuse(
        'absent',
        'provincial.absent',
        `Chưa có báo cáo tỉnh năm ${input.year}. Tạo bản từ số liệu đã duyệt trước.`,
      )
    const section = sectionsOf(report.figures, report.edits).find((s) => s.key === input.key)
    if (!section) return refuse('absent', 'provincial.section', 'Mục này không có trong báo cáo.')
    const { [input.key]: before, ...rest } = report.edits
    const edit = {
      text: input.text,
      figures: figuresIn(input.text, section.proposed),
      by: ctx.actor.name,
      at: ctx.now.toString(),
      base: plainLines(section.proposed),
      ...(before?.stands === undefined ? {} : { stands: before.stands }),
    }
    const edits: ProvincialEdits = input.text === '' ? rest : { ...rest, [input.key]: edit }
    const file = await keepPaper(ctx, { ...report, period, edits })
    if (
      !(await saveEdits(ctx, { id: report.id, seen: input.version }, { edits, fileId: file.id, sha256: file.sha256 }))
    ) {
      const who = before?.by ?? 'Người khác'
      return refuse(
        'stale',
        'provincial.stale',
        `${who} đã sửa báo cáo tỉnh trong lúc mục này được sửa. Chưa ghi gì.`,
        {
          theirs: { version: report.version, values: { text: before?.text ?? '' }, who },
        },
      )
    }
    return done(
      { regime: period.slug, year: period.year, key: input.key, number: report.number },
      {
        kind: 'reporting.provincial-edited',
        subject: `provincial:${period.id}`,
        data: { ...aboutPeriod(period), key: input.key, number: report.number },
      },
    )
  },
})
