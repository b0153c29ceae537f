/** Cơ quan, xã phường trong ô: what a written name means for a row, from what the register of organisations says of it. */

/** Tên đã đối chiếu, as far as rows need it. */
export type UnitRead =
  | { readonly kind: 'one'; readonly id: string; readonly name: string; readonly ended: string | null }
  | { readonly kind: 'several'; readonly names: string }
  | { readonly kind: 'none' }

/** Reads names of bodies or of places; the same name is asked about once. */
export type UnitReader = (written: string) => UnitRead

type Named = { readonly id: string; readonly name: string }

/** Như `Resolution` of the register of organisations, the parts needed here. */
type Resolved = {
  readonly kind: string
  readonly units: readonly Named[]
  readonly candidates: readonly Named[]
  readonly ended: { readonly renamed: boolean; readonly heirs: readonly Named[] } | null
}

/** What a resolution means: one unit, several to choose from, or none. An ended body with one heir is that heir. */
export function unitReadOf(found: Resolved): UnitRead {
  const [unit] = found.units
  if (found.kind === 'single' && unit !== undefined) return { kind: 'one', id: unit.id, name: unit.name, ended: null }
  if (found.kind === 'ended') {
    const heirs = found.ended?.heirs ?? []
    const [heir] = heirs
    if (heirs.length === 1 && heir !== undefined)
      return { kind: 'one', id: heir.id, name: heir.name, ended: unit?.name ?? '' }
    if (heirs.length > 1) return { kind: 'several', names: listed(heirs) }
    if (unit !== undefined) return { kind: 'one', id: unit.id, name: unit.name, ended: '' }
  }
  return found.kind === 'ambiguous' ? { kind: 'several', names: listed(found.candidates) } : { kind: 'none' }
}

const listed = (units: readonly Named[]): string =>
  units
    .slice(0, 4)
    .map((u) => u.name)
    .join(', ') + (units.length > 4 ? '…' : '')

/** "xã Gia Tân, huyện Gia Lộc, tỉnh …" -> its parts, the smallest first. */
export const placeParts = (text: string): string[] =>
  text
    .split(/\s*[,;]\s*|\s+-\s+/u)
    .map((p) => p.trim())
    .filter((p) => p !== '')

const KIND = /^(?:xã|phường|thị trấn|đặc khu|x\.|p\.|tt\.)\s*/iu
/** The part of an address that names a commune: the first that says so. */
export const communePart = (text: string): string | null =>
  placeParts(text).find((p) => KIND.test(p)) ?? placeParts(text)[0] ?? null

/** Xã, phường by name on the day, with the name of what stands above. */
export type PlaceEntry = { readonly id: string; readonly name: string; readonly above: string }

/** Reads names of communes; "xã X, huyện Y" chooses among homonyms by what stands above. `nameKey` = how names are compared. */
export function placeReader(
  places: readonly PlaceEntry[],
  old: UnitReader,
  nameKey: (text: string) => string,
): UnitReader {
  const byName = Map.groupBy(places, (p) => nameKey(p.name))
  const byBare = Map.groupBy(places, (p) => nameKey(p.name.replace(KIND, '')))
  return (written) => {
    const parts = placeParts(written)
    const part = communePart(written)
    if (part === null) return { kind: 'none' }
    const found = byName.get(nameKey(part)) ?? byBare.get(nameKey(part.replace(KIND, ''))) ?? []
    const rest = parts.slice(parts.indexOf(part) + 1).map(nameKey)
    const inside =
      found.length > 1
        ? found.filter((p) => rest.some((r) => r.endsWith(nameKey(p.above)) || nameKey(p.above).endsWith(r)))
        : found
    const [only] = inside
    if (inside.length === 1 && only !== undefined) return { kind: 'one', id: only.id, name: only.name, ended: null }
    if (found.length > 1)
      return {
        kind: 'several',
        names: found
          .map((p) => `${p.name} (${p.above})`)
          .slice(0, 4)
          .join(', '),
      }
    return old(part)
  }
}
