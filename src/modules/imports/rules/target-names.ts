/** Tên trường để chọn: every field a column may hold under a name of its own, as it is shown and as it is typed. */
import { sameSpelling } from '../../../kernel/text.ts'
import { COLUMNS } from '../../people/public.ts'
import { targetLabel } from './columns.ts'
import { HEADINGS, PARTS, type Target } from './headings.ts'
import { targetOfColumn } from './register.ts'

/** A column that is not read. */
export const LEAVE_OUT = 'Bỏ qua cột này'

const TARGETS: readonly Target[] = [
  ...new Set([...HEADINGS.map((h) => h.target), ...Object.keys(PARTS), ...COLUMNS.map(targetOfColumn)]),
]

const NAMES: ReadonlyMap<Target, string> = namesOf(TARGETS)

/** Two fields with one label get their own key behind it. */
function namesOf(targets: readonly Target[]): Map<Target, string> {
  const shared = Map.groupBy(targets, (t) => sameSpelling(targetLabel(t)))
  return new Map(
    targets.map((t) => [
      t,
      (shared.get(sameSpelling(targetLabel(t)))?.length ?? 0) > 1 ? `${targetLabel(t)} · ${t}` : targetLabel(t),
    ]),
  )
}

const BY_NAME: ReadonlyMap<string, Target> = new Map(
  [...NAMES].flatMap(([t, name]): [string, Target][] => [
    [sameSpelling(name), t],
    [sameSpelling(t), t],
  ]),
)

/** All names, in the order of the register. */
export const TARGET_NAMES: readonly string[] = [LEAVE_OUT, ...NAMES.values()]

/** The name of a field, or of leaving the column out. */
export const nameOfTarget = (target: Target | null): string =>
  target === null ? LEAVE_OUT : (NAMES.get(target) ?? targetLabel(target))

/** What was typed: a field, null = left out, undefined = no field has that name. */
export function targetTyped(text: string): Target | null | undefined {
  const asked = sameSpelling(text)
  if (asked === sameSpelling(LEAVE_OUT) || asked === 'khong') return null
  return BY_NAME.get(asked)
}
