/** Lưu nháp một mục: what was typed, as typed. A stale version is refused with both versions. */
import { z } from 'zod'
import { showTime } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/result.ts'
import { action, type Ctx, done } from '../../../platform/action.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import type { Upload } from '../../../platform/files/upload.ts'
import { text, whole, year } from '../../../platform/http/input.ts'
import { holdReport } from '../held-report.ts'
import { canDraft } from '../rights.ts'
import { differing, fieldsOf, pickAnswers } from '../rules/answers.ts'
import { KEPT_APART, strayAnswers } from '../rules/re-section.ts'
import { transition } from '../rules/transitions.ts'
import { beginDraft, dropSections, saveSection } from '../store.ts'
import { filesOf, findSection, type ReportFile, reportUnder } from '../views/report.ts'
import type { Answers } from '../words.ts'

/** Kết quả lưu: the version to send next time. `time` is shown as "Đã lưu nháp lúc …". */
export type SavedDraft = {
  readonly version: number
  readonly time: string
  readonly year: number
  readonly unitCode: string
  readonly section: number
  /** The next section to write; null = what follows is the check. */
  readonly next: number | null
}

const isUpload = (v: unknown): v is Upload => typeof v === 'object' && v !== null && 'bytes' in v && 'name' in v

/** Lưu nháp. */
export const saveDraftSection = action({
  name: 'reporting.save-draft',
  right: canDraft,
  readsKept: true,
  input: z.object({
    regime: z.string().optional(),
    year: year(),
    unitCode: text(40, 'Thiếu mã cơ quan'),
    section: whole('Thiếu số mục'),
    version: whole('Thiếu phiên bản đang sửa'),
    fields: z.record(z.string(), z.unknown()),
  }),
  run: async (ctx, input) => {
    const file = await holdReport(ctx, canDraft, input)
    if (!file.ok) return file
    const { obligation, period, groups, unit } = file.value
    const section = period.regime.sections.find((s) => s.no === input.section && s.parts.length > 0)
    if (!section) return refuse('absent', 'report.section', `Báo cáo không có mục ${input.section}.`)
    const next = transition(obligation.state, 'luu')
    if (!next.ok) return next
    const fields = fieldsOf(period.regime, section, groups)
    const answers = await withFiles(ctx, file.value, fields, input.fields)
    const at = { obligationId: obligation.id, unitId: unit.id, section: section.no }
    const version = await saveOver(ctx, at, fields, answers, input.version)
    if (version === null) {
      const now = await reportUnder(ctx, canDraft, input)
      return now.ok ? stale(now.value, section.no, fields, answers) : now
    }
    await keepStrays(ctx, file.value, fields, input.fields)
    await dropSections(ctx, obligation.id, [0])
    await beginDraft(ctx, obligation.id, next.value)
    const saved: SavedDraft = {
      version,
      time: showTime(ctx.now),
      year: input.year,
      unitCode: unit.code,
      section: section.no,
      next: period.regime.sections.find((s) => s.no > section.no && s.parts.length > 0)?.no ?? null,
    }
    return done(saved, {
      kind: 'reporting.draft-saved',
      subject: `report:${obligation.id}`,
      unit: unit.id,
      data: { code: obligation.code, section: section.no, version: saved.version },
    })
  },
})

/** The answers of a form, its uploads kept; a file id counts only when this report already points at it. */
async function withFiles(
  ctx: Ctx,
  file: ReportFile,
  fields: readonly string[],
  raw: Readonly<Record<string, unknown>>,
): Promise<Answers> {
  const own = filesOf(file)
  const answers: Record<string, string> = { ...pickAnswers(fields, raw) }
  for (const name of fields.filter((f) => f.endsWith('.tep'))) {
    const line = name.slice(0, -'.tep'.length)
    const upload = raw[`${line}.tai-len`]
    const kept = answers[name]
    if (isUpload(upload)) {
      answers[name] = (await keepFile(ctx, upload, { of: { unit: file.unit.id } })).id
      answers[`${line}.ten`] = upload.name
    } else if (kept === undefined || !own.has(kept) || raw[`${line}.bo-tep`] === '1') {
      delete answers[name]
      delete answers[`${line}.ten`]
    }
  }
  return answers
}

/**
 * A form opened before its period was moved may send fields that stand elsewhere now, or nowhere: they are kept apart and shown,
 * never dropped.
 */
async function keepStrays(
  ctx: Ctx,
  file: ReportFile,
  fields: readonly string[],
  raw: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { period, groups, obligation, unit } = file
  if (period.forms.length < 2) return
  const strays = strayAnswers(
    period.forms.map((f) => f.regime),
    groups,
    { fields, raw, known: { ...file.answers, ...file.keptApart } },
  )
  if (Object.keys(strays).length === 0) return
  const kept = await findSection(ctx.tx, obligation.id, KEPT_APART)
  const at = { obligationId: obligation.id, unitId: unit.id, section: KEPT_APART, seen: kept?.version ?? 0 }
  await saveSection(ctx, at, { ...kept?.answers, ...strays })
}

/** How long an own saving may be on its way when the same form is sent with its button. */
const OWN_ECHO_SECONDS = 30

/**
 * Saves over the version the form was opened with. A form that saved itself a moment ago, or a version that says the
 * same, is no conflict; what somebody else saved is. Null = stale.
 */
async function saveOver(
  ctx: Ctx,
  at: { obligationId: string; unitId: string; section: number },
  fields: readonly string[],
  answers: Answers,
  given: number,
): Promise<number | null> {
  if (await saveSection(ctx, { ...at, seen: given }, answers)) return given + 1
  const now = await findSection(ctx.tx, at.obligationId, at.section)
  if (!now) return null
  const own = now.savedById === ctx.actor.id && ctx.now.since(now.savedAt).total('seconds') < OWN_ECHO_SECONDS
  if (!own && differing(fields, answers, now.answers).length > 0) return null
  return (await saveSection(ctx, { ...at, seen: now.version }, answers)) ? now.version + 1 : null
}

function stale(file: ReportFile, section: number, fields: readonly string[], mine: Answers): Refusal {
  const saved = file.sections.get(section)
  const theirs = saved?.answers ?? {}
  const values = Object.fromEntries(differing(fields, mine, theirs).map((f) => [f, theirs[f] ?? '']))
  const who = saved?.savedBy ?? ''
  const time = saved ? showTime(saved.savedAt) : ''
  return refuse(
    'stale',
    'report.stale',
    `${who} đã lưu một bản mới hơn lúc ${time}. Chưa ghi gì; chọn giá trị giữ lại.`,
    {
      theirs: { version: saved?.version ?? 0, who, time, values },
      fields: Object.fromEntries(
        Object.keys(values).map((f) => [f, `${who} đã sửa ô này lúc ${time}. Chọn giá trị giữ lại.`]),
      ),
    },
  )
}
