/** Cơ quan có danh sách: which body an officer means by a name of the register, or by its code. Pure. */
import { fold, squeeze } from '../../../kernel/text.ts'

/** Cơ quan để chọn: `name` is how it is shorter known, when that differs. */
export type NamedBody = { readonly code: string; readonly officeName: string; readonly name: string }

/** Names as they are offered, each once: two bodies of one name get their codes behind it. */
export function namesOffered(bodies: readonly NamedBody[]): string[] {
  const shared = Map.groupBy(bodies, (b) => fold(b.officeName))
  return bodies.map((b) => ((shared.get(fold(b.officeName))?.length ?? 0) > 1 ? withCode(b) : b.officeName))
}

/** The name as it is offered of one of them. */
export const nameOffered = (bodies: readonly NamedBody[], code: string): string =>
  namesOffered(bodies)[bodies.findIndex((b) => b.code === code)] ?? ''

const withCode = (b: NamedBody): string => `${b.officeName} (${b.code})`

/** The one body that is meant, several of one name, or none. */
export function bodyMeant(bodies: readonly NamedBody[], typed: string): readonly NamedBody[] {
  const text = squeeze(typed)
  const asked = fold(text)
  const exact = bodies.filter((b) => b.code.toLowerCase() === text.toLowerCase() || fold(withCode(b)) === asked)
  if (exact.length > 0) return exact
  const byOffice = bodies.filter((b) => fold(b.officeName) === asked)
  return byOffice.length > 0 ? byOffice : bodies.filter((b) => fold(b.name) === asked)
}
