/** Chọn đơn vị của biến động: what was typed into the form, read against the units of the eve and of the day. */
import { accept, type Decision, refuseFields } from '../../../kernel/result.ts'
import { clean } from '../../../kernel/text.ts'
import type { Unit } from '../words.ts'
import { type Draft, type NewUnit, newUnitLike, officeNameOf, placeType, SHAPES } from './draft.ts'
import { unitNamed } from './named-units.ts'

/** Names of the fields of line `i`: a unit it takes from, one it gives to, and whether that one begins with the event. */
export const fromField = (i: number): string => `tu-${i}`
/** Field of a unit it gives to. */
export const toField = (i: number): string => `den-${i}`
/** Field that says whether a unit it gives to begins with the event. */
export const toKindField = (i: number): string => `den-loai-${i}`

/** What the form holds, line by line; empty lines count as none. */
export type Chosen = {
  readonly from: readonly string[]
  readonly to: readonly { readonly name: string; readonly fresh: boolean }[]
  /** Cấp trên of units that are established. */
  readonly parent: string
  /** A unit that the established ones are like: kind and group are taken from it. */
  readonly like: string
  readonly name: string
}

/** The units of the eve, and those of the day as the register has them. */
export type UnitsAround = {
  readonly before: readonly Unit[]
  readonly on: readonly Unit[]
  readonly taken: ReadonlySet<string>
}

/** The draft with its units. Refuses unknown and ambiguous names, too few or too many units, and a unit named twice. */
export function chooseUnits(d: Draft, chosen: Chosen, around: UnitsAround): Decision<Draft> {
  const shape = SHAPES[d.kind]
  const errors: Record<string, string> = {}
  const from = shape.from[1] === 0 ? [] : readAll(chosen.from, around.before, errors)
  const model = modelOf(d, chosen, from, around, errors)
  const { to, fresh } = readTargets(chosen.to, model, around, errors)
  const counts = countError(d, from.length, to.length)
  if (counts) errors[counts[0]] ??= counts[1]
  const renamed = renamedOf(d, chosen.name, from[0], errors)
  if (Object.keys(errors).length > 0) return refuseFields('draft.units', errors)
  const codes = from.map((u) => u.code)
  return accept({
    ...d,
    from: codes,
    to,
    fresh,
    renamed,
    ways: d.ways.filter((w) => codes.includes(w.from) && [...to, ...codes].includes(w.to)),
    moves: [],
  })
}

type Errors = Record<string, string>

function readAll(typed: readonly string[], units: readonly Unit[], errors: Errors): Unit[] {
  const found: Unit[] = []
  for (const [i, name] of typed.entries()) {
    if (name === '') continue
    const field = fromField(i)
    const unit = unitNamed(units, name)
    if (!unit.ok) errors[field] ??= unit.message
    else if (found.some((u) => u.id === unit.value.id))
      errors[field] ??= `Đơn vị «${name}» được nêu hai lần. Bỏ một dòng.`
    else found.push(unit.value)
  }
  return found
}

type Model = { readonly like: Unit; readonly parent: string } | null

/** What new units look like: those they come from, or for an establishment the unit named as their like. */
function modelOf(d: Draft, chosen: Chosen, from: readonly Unit[], around: UnitsAround, errors: Errors): Model {
  const codeOf = new Map(around.before.map((u) => [u.id, u.code]))
  const first = from[0]
  if (first) return { like: first, parent: codeOf.get(first.parentId ?? '') ?? '' }
  if (d.kind !== 'establish') return null
  const parent = unitNamed(around.on, chosen.parent)
  const like = unitNamed(around.on, chosen.like)
  if (!parent.ok) errors.parent ??= chosen.parent === '' ? 'Nhập cấp trên của đơn vị thành lập' : parent.message
  if (!like.ok) errors.like ??= chosen.like === '' ? 'Nhập một đơn vị cùng loại đang có' : like.message
  return parent.ok && like.ok ? { like: like.value, parent: parent.value.code } : null
}

function readTargets(typed: Chosen['to'], model: Model, around: UnitsAround, errors: Errors) {
  const to: string[] = []
  const fresh: NewUnit[] = []
  const taken = new Set(around.taken)
  for (const [i, t] of typed.entries()) {
    if (t.name === '') continue
    const field = toField(i)
    if (t.fresh) {
      const made = model === null ? null : newUnitLike(model.like, model.parent, clean(t.name).trim(), taken)
      if (made === null) continue
      taken.add(made.code)
      fresh.push(made)
      to.push(made.code)
      continue
    }
    const unit = unitNamed(around.on, t.name)
    if (!unit.ok) errors[field] ??= `${unit.message} Đơn vị chưa có thì chọn «Thành lập mới» ở dòng ấy.`
    else if (to.includes(unit.value.code)) errors[field] ??= `Đơn vị «${t.name}» được nêu hai lần. Bỏ một dòng.`
    else to.push(unit.value.code)
  }
  return { to, fresh }
}

function countError(d: Draft, from: number, to: number): [string, string] | null {
  const shape = SHAPES[d.kind]
  if (from < shape.from[0]) return [fromField(0), `Nhập ${shape.fromLabel.toLowerCase()}`]
  if (from > shape.from[1])
    return [fromField(0), `Mỗi biến động loại này chỉ có ${shape.from[1]} đơn vị: ${shape.fromLabel.toLowerCase()}`]
  if (to < shape.to[0])
    return [
      toField(0),
      shape.to[0] > 1 ? `Nhập ít nhất ${shape.to[0]} đơn vị nhận` : `Nhập ${shape.toLabel.toLowerCase()}`,
    ]
  if (to > shape.to[1] && shape.to[1] > 0)
    return [toField(0), `Chỉ nêu ${shape.to[1]} đơn vị: ${shape.toLabel.toLowerCase()}`]
  return null
}

function renamedOf(d: Draft, typed: string, subject: Unit | undefined, errors: Errors): Draft['renamed'] {
  if (d.kind !== 'rename' && d.kind !== 'level') return null
  const name = clean(typed).trim()
  if (name === '') {
    errors.name ??= 'Nhập tên mới của đơn vị, có đủ loại, ví dụ Phường Lê Lợi'
    return null
  }
  if (subject === undefined) return null
  const type = subject.kind === 'body' ? null : (placeType(name) ?? subject.type)
  if (name === subject.name) errors.name ??= 'Tên mới trùng tên đang dùng'
  return { name, officeName: officeNameOf(subject.kind, name), type }
}
