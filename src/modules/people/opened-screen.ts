/** Màn hình mở số định danh, liên hệ, dữ liệu nhạy cảm: a purpose is asked first; the reading is noted before anything is opened. */
import { dayOf } from '../../kernel/day.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import { type Ctx, performIn } from '../../platform/action.ts'
import { openContact } from './actions/open-contact.ts'
import { openNumberValues } from './actions/open-number-values.ts'
import { openSensitive } from './actions/open-sensitive.ts'
import { personFor } from './finding-dossier.ts'
import { labelsFor } from './labels.ts'
import type { OpenedView } from './pages/opened.ts'
import { canOpenContact, canOpenNumbers, canSeeSensitive } from './rights.ts'
import { PURPOSES, type Purpose } from './rules/purpose.ts'
import { showField, unitsIn } from './rules/showing.ts'
import { groupOf } from './words/groups.ts'

/** What is asked to be opened; without a purpose nothing is. */
type OpenAsked = { readonly code: string; readonly purpose: Purpose | null }

const PARTS = {
  'so-dinh-danh': { title: 'Số định danh', right: canOpenNumbers },
  'lien-he': { title: 'Thông tin liên hệ', right: canOpenContact },
  'nhay-cam': { title: 'Dữ liệu nhạy cảm', right: canSeeSensitive },
} as const

type Part = keyof typeof PARTS

async function askPurpose(ctx: Ctx, code: string, part: Part): Promise<Decision<OpenedView>> {
  const found = await personFor(ctx, code, PARTS[part].right)
  if (!found.ok) return found
  const { code: own, name } = found.value
  return accept({ code: own, name, title: PARTS[part].title, part, purpose: null, rows: [] })
}

const openedView = (
  part: Part,
  of: { code: string; name: string; purpose: Purpose },
  rows: OpenedView['rows'],
): Decision<OpenedView> => accept({ ...of, title: PARTS[part].title, part, purpose: PURPOSES[of.purpose].label, rows })

/** Numbers in full. */
export async function readNumbers(ctx: Ctx, { code, purpose }: OpenAsked): Promise<Decision<OpenedView>> {
  if (purpose === null) return askPurpose(ctx, code, 'so-dinh-danh')
  const opened = await performIn(ctx, openNumberValues, { code, purpose })
  if (!opened.ok) return opened
  const { fields } = groupOf('identity')
  return openedView(
    'so-dinh-danh',
    { code, name: opened.value.person.name, purpose },
    opened.value.opened.map((n) => [fields.find((f) => f.name === n.scheme)?.label ?? n.scheme, n.value]),
  )
}

/** Ways to reach the person. */
export async function readContact(ctx: Ctx, { code, purpose }: OpenAsked): Promise<Decision<OpenedView>> {
  if (purpose === null) return askPurpose(ctx, code, 'lien-he')
  const opened = await performIn(ctx, openContact, { code, purpose })
  if (!opened.ok) return opened
  const { person, opened: entries } = opened.value
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), unitsIn(entries))
  const rows = entries.flatMap((f) =>
    groupOf('contact').fields.map((field): [string, string] => [field.label, showField(field, f.data, labels)]),
  )
  return openedView(
    'lien-he',
    { code, name: person.name, purpose },
    rows.filter(([, value]) => value !== ''),
  )
}

/** Sensitive entries, field by field. */
export async function readSensitive(ctx: Ctx, { code, purpose }: OpenAsked): Promise<Decision<OpenedView>> {
  if (purpose === null) return askPurpose(ctx, code, 'nhay-cam')
  const opened = await performIn(ctx, openSensitive, { code, purpose })
  if (!opened.ok) return opened
  const labels = await labelsFor(ctx.tx, dayOf(ctx.now), [])
  const rows = opened.value.opened.flatMap((f) =>
    groupOf(f.group).fields.map((field): [string, string] => [field.label, showField(field, f.data, labels)]),
  )
  return openedView(
    'nhay-cam',
    { code, name: opened.value.person.name, purpose },
    rows.filter(([, value]) => value !== ''),
  )
}
