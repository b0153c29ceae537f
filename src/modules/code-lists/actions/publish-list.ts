/** Ban hành danh mục: one version of one list from a value; the version before it ends on the day this one begins. */
import { z } from 'zod'
import { type Day, parseDay } from '../../../kernel/day.ts'
import { demand } from '../../../kernel/right.ts'
import { clean } from '../../../kernel/text.ts'
import { action, done } from '../../../platform/action.ts'
import { canPublishLists } from '../rights.ts'
import { publishing } from '../rules/publishing.ts'
import { closeVersion, saveVersion } from '../store.ts'
import { versionsOf } from '../views.ts'

const tidy = (v: unknown): unknown => (typeof v === 'string' ? clean(v).trim() : v)
const needed = (missing: string) => z.preprocess(tidy, z.string({ error: missing }).min(1, missing))
const extra = z.preprocess(tidy, z.string()).default('')
const day = z.custom<Day>(
  (v) => typeof v === 'string' && /^\d{4}-/.test(v) && parseDay(v) !== null,
  'Ngày viết dạng 2025-07-01',
)
const status = z.enum(['seen', 'unverified'], { error: 'Mức đối chiếu: chọn seen hoặc unverified' })

const entry = z.object({
  code: needed('Mã của mục còn thiếu'),
  label: needed('Tên của mục còn thiếu'),
  parent: z.string().nullable().default(null),
  aliases: z.array(z.string()).default([]),
  mapsTo: z.array(z.string()).default([]),
  note: extra,
  status: status.nullable().default(null),
})

/** One version of one list, as files hold it. */
export const listInput = z.object({
  name: z
    .string({ error: 'Tên danh mục còn thiếu' })
    .regex(/^[a-z0-9-]{2,60}$/, 'Tên danh mục gồm chữ thường, số, gạch nối'),
  title: needed('Tiêu đề danh mục còn thiếu'),
  version: needed('Tên phiên bản còn thiếu'),
  source: needed('Nêu văn bản hoặc nguồn của danh mục'),
  status,
  statusNote: extra,
  from: day,
  fromKnown: z.boolean().default(true),
  until: day.nullable().default(null),
  replacedBy: extra,
  note: extra,
  entries: z.array(entry).min(1, 'Danh mục không có mục nào'),
})

/** Publishes a version. Answers its id. */
export const publishList = action({
  name: 'code-lists.publish-list',
  right: canPublishLists,
  input: listInput,
  run: async (ctx, { name, from, until, entries, ...head }) => {
    const allowed = demand(canPublishLists, ctx.actor)
    if (!allowed.ok) return allowed
    const decided = publishing({ from, until, entries }, await versionsOf(ctx.tx, name))
    if (!decided.ok) return decided
    const { valid, closes } = decided.value
    const id = ctx.newId()
    if (closes) await closeVersion(ctx.tx, closes.id, closes.valid)
    await saveVersion(ctx.tx, { ...head, id, list: name, valid }, entries)
    return done(id, {
      kind: 'code-lists.published',
      subject: `code-list:${name}`,
      data: { title: head.title, version: head.version, from, entries: entries.length },
    })
  },
})
