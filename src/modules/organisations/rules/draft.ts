/** Bản nháp biến động tổ chức: what is asked step by step, and the event it makes. */
import { type Day, showDay } from '../../../kernel/day.ts'
import { fold } from '../../../kernel/text.ts'
import {
  EVENT_KINDS,
  type EventKind,
  type Measure,
  type Unit,
  type UnitGroup,
  type UnitKind,
  type Weight,
} from '../words.ts'
import type { EdgeFact, EventFact, UnitFact } from './register-facts.ts'

/** Đơn vị mới of a draft, as it will begin with the event. */
export type NewUnit = {
  readonly code: string
  readonly name: string
  readonly officeName: string
  readonly kind: UnitKind
  readonly type: string | null
  readonly group: UnitGroup
  readonly parent: string
}

/** Phân bổ: what goes along one link. `weight` null = chưa biết. */
export type Way = {
  readonly from: string
  readonly to: string
  readonly function: string | null
  readonly weights: readonly Weight[]
  /** Why a share is not known. */
  readonly why: string
}

/** Bản nháp. Units by code. */
export type Draft = {
  readonly kind: EventKind
  /** Số, ký hiệu and ngày of the legal act, and the day it takes effect. */
  readonly number: string
  readonly signedOn: Day
  readonly on: Day
  readonly title: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly fresh: readonly NewUnit[]
  /** New name and type of the one unit of a renaming or a change of level. */
  readonly renamed: { readonly name: string; readonly officeName: string; readonly type: string | null } | null
  readonly ways: readonly Way[]
  /** New place of units that stood under one that ends. */
  readonly moves: readonly { readonly unit: string; readonly parent: string }[]
}

/** What a kind of event asks for: how many units on each side, and what happens to those it takes from. */
export type Shape = {
  readonly from: readonly [least: number, most: number]
  readonly to: readonly [least: number, most: number]
  /** The units it takes from go on beside the others. */
  readonly goesOn: boolean
  readonly fromLabel: string
  readonly toLabel: string
}

const MANY = 400

/** Mỗi loại biến động hỏi gì. */
export const SHAPES: Readonly<Record<EventKind, Shape>> = {
  establish: { from: [0, 0], to: [1, MANY], goesOn: true, fromLabel: '', toLabel: 'Đơn vị thành lập' },
  rename: { from: [1, 1], to: [0, 0], goesOn: true, fromLabel: 'Đơn vị đổi tên', toLabel: '' },
  merge: { from: [1, MANY], to: [1, 1], goesOn: false, fromLabel: 'Đơn vị nhập vào', toLabel: 'Đơn vị sau sáp nhập' },
  split: {
    from: [1, 1],
    to: [2, MANY],
    goesOn: false,
    fromLabel: 'Đơn vị chia, tách',
    toLabel: 'Đơn vị sau chia, tách',
  },
  part: {
    from: [1, 1],
    to: [1, MANY],
    goesOn: true,
    fromLabel: 'Đơn vị giao một phần',
    toLabel: 'Đơn vị nhận một phần',
  },
  transfer: {
    from: [1, 1],
    to: [1, MANY],
    goesOn: true,
    fromLabel: 'Đơn vị chuyển chức năng',
    toLabel: 'Đơn vị nhận chức năng',
  },
  move: { from: [1, MANY], to: [1, 1], goesOn: true, fromLabel: 'Đơn vị chuyển', toLabel: 'Cấp trên mới' },
  level: { from: [1, 1], to: [0, 0], goesOn: true, fromLabel: 'Đơn vị đổi loại, đổi cấp', toLabel: '' },
  dissolve: { from: [1, MANY], to: [0, MANY], goesOn: false, fromLabel: 'Đơn vị kết thúc', toLabel: 'Đơn vị kế thừa' },
}

/** Thước đo hỏi khi phân bổ: places share people and land, bodies share posts and groups of tasks. */
export const measuresFor = (kind: UnitKind): readonly Measure[] =>
  kind === 'body' ? ['staff', 'task-group'] : ['people', 'land']

/** Units of a draft that end with the event. */
export const endsOf = (d: Draft): string[] =>
  SHAPES[d.kind].goesOn ? [] : d.from.filter((code) => !d.to.includes(code))

/** Where what a unit holds can go: the units it is shared among, itself when it goes on. */
export function heirsOf(d: Draft, from: string): string[] {
  if (['rename', 'level', 'move', 'establish'].includes(d.kind)) return []
  const stays = SHAPES[d.kind].goesOn || d.to.includes(from)
  return [...(stays && !d.to.includes(from) ? [from] : []), ...d.to]
}

/** Units whose shares must be given: those shared among several. */
export const sharedOut = (d: Draft): string[] =>
  d.kind === 'merge' ? [] : d.from.filter((code) => heirsOf(d, code).length > 1)

/** The act as it stands in papers: "Nghị quyết số 12/NQ-HĐND ngày 05/12/2026". */
export const actOf = (d: Pick<Draft, 'number' | 'signedOn'>): string => `${d.number} ngày ${showDay(d.signedOn)}`

const NO_HEIR = 'không có nơi kế thừa theo văn bản'

/** The event of a draft. What is wrong with it is found by `checkEvents`. */
export function eventOf(d: Draft, key: string): EventFact {
  const fresh = d.fresh.map(
    (u): UnitFact => ({ ...u, gso: null, from: d.on, basis: 'seen', source: actOf(d), note: '' }),
  )
  const subject = d.from[0]
  return {
    key,
    kind: d.kind,
    on: d.on,
    title: d.title,
    act: actOf(d),
    source: actOf(d),
    note: '',
    units: fresh,
    ends: endsOf(d),
    renames: d.renamed && subject !== undefined ? [{ unit: subject, ...d.renamed }] : [],
    moves: [...(d.kind === 'move' ? d.from.map((unit) => ({ unit, parent: d.to[0] ?? '' })) : []), ...d.moves],
    edges: [...d.from.flatMap((code) => edgesFrom(d, code)), ...kept(d)],
  }
}

function edgesFrom(d: Draft, from: string): EdgeFact[] {
  const heirs = heirsOf(d, from)
  const none = { function: null, note: '', weights: [] }
  if (heirs.length === 0)
    return endsOf(d).includes(from) ? [{ ...none, from, to: null, part: 'full', basis: 'unknown', note: NO_HEIR }] : []
  return heirs.map((to) => {
    const way = d.ways.find((w) => w.from === from && w.to === to)
    return {
      from,
      to,
      part: heirs.length === 1 ? 'full' : 'part',
      function: way?.function ?? null,
      basis: 'seen',
      note: way?.why ?? '',
      weights: heirs.length === 1 ? [] : [...(way?.weights ?? [])],
    }
  })
}

/** A body that takes others in and was there before keeps what it has. */
const kept = (d: Draft): EdgeFact[] =>
  d.kind === 'merge' || d.kind === 'dissolve'
    ? d.to
        .filter((code) => !d.from.includes(code) && !d.fresh.some((u) => u.code === code))
        .map((code) => ({ from: code, to: code, part: 'full', function: null, basis: 'seen', note: '', weights: [] }))
    : []

/** Khóa of the event of a draft: readable, and of this draft alone. */
export const eventKey = (d: Pick<Draft, 'kind' | 'on'>, id: string): string =>
  `${fold(EVENT_KINDS[d.kind].label).replace(/[^a-z0-9]+/g, '-')}-${d.on}-${id.slice(-6)}`

const PLACE = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+/i

/** "Phường Lê Lợi" -> "Phường"; null for bodies. */
export function placeType(name: string): string | null {
  const found = PLACE.exec(name)?.[1]
  return found === undefined ? null : found.charAt(0).toUpperCase() + found.slice(1).toLowerCase()
}

/** A place signs as its committee, a body under its own name. */
export const officeNameOf = (kind: UnitKind, name: string): string =>
  kind === 'body' ? name : `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`

/** A new unit of the same kind as `like`, under the same unit, with a code of its own made of the first letters of its name. */
export function newUnitLike(like: Unit, parentCode: string, name: string, taken: ReadonlySet<string>): NewUnit {
  const letters = fold(name)
    .split(/[^a-z0-9]+/)
    .map((w) => (/^\d+$/.test(w) ? w : w.charAt(0)))
    .join('')
    .toUpperCase()
    .slice(0, 12)
  const [stem] = [`${parentCode}.${letters || 'DV'}`]
  let code = stem
  for (let n = 2; taken.has(code); n++) code = `${stem}${n}`
  return {
    code,
    name,
    officeName: officeNameOf(like.kind, name),
    kind: like.kind,
    type: like.kind === 'body' ? null : (placeType(name) ?? like.type),
    group: like.group,
    parent: parentCode,
  }
}
