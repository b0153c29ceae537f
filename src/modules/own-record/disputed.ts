/** Điều bị báo sai: what a target of the address names: a line of the person's row, a number, a fact, a sealed fact. */
import { isId } from '../../kernel/ids.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Ctx } from '../../platform/action.ts'
import { type Fact, openWhole } from '../people/public.ts'
import type { Own } from './own.ts'
import {
  coreLines,
  type Field,
  type Group,
  groupNamed,
  isGroupCode,
  type Line,
  linesOf,
  type Speak,
  whenOf,
} from './rules/showing.ts'
import { OWN_READING } from './words.ts'

/** Điều bị báo sai, as it stands. */
export type Disputed = {
  readonly target: string
  readonly group: Group
  /** A single field of the person's row or a number; null = a whole entry. */
  readonly field: Field | null
  readonly fact: Fact | null
  readonly stated: readonly Line[]
}

const ABSENT = refuse(
  'absent',
  'own-record.nothing-there',
  'Hồ sơ không còn mục này. Mở lại trang Dữ liệu để xem mục hiện nay.',
)

/** What `target` names in the own record: `birth.birth`, `identity.cccd`, or the id of an entry. Sealed entries are opened, and that is noted. */
export async function disputed(ctx: Ctx, own: Own, target: string, speak: Speak): Promise<Decision<Disputed>> {
  if (isId(target)) return entryOf(ctx, own, target, speak)
  const [code = '', name = ''] = target.split('.')
  if (!isGroupCode(code)) return ABSENT
  const group = groupNamed(code)
  const field = group.fields.find((f) => f.name === name) ?? null
  if (field === null || !['names', 'birth', 'identity'].includes(code)) return ABSENT
  if (code === 'identity') {
    const held = own.dossier.identifiers.find((i) => i.scheme === name)
    const value = held === undefined ? '' : `đuôi ${held.last3}`
    return accept({ target, group, field, fact: null, stated: [{ label: field.label, value }] })
  }
  const line = coreLines(own.dossier.person, speak).find((l) => l.group === code && l.field === name)
  return line === undefined
    ? ABSENT
    : accept({ target, group, field, fact: null, stated: [{ label: line.label, value: line.value }] })
}

async function entryOf(ctx: Ctx, own: Own, target: string, speak: Speak): Promise<Decision<Disputed>> {
  const sealed = own.dossier.sealed.some((s) => s.id === target)
  const fact = sealed
    ? (await openWhole(ctx, own.personId, { body: '', role: 'Chủ hồ sơ', purpose: OWN_READING })).sealed.find(
        (f) => f.id === target,
      )
    : own.dossier.facts.find((f) => f.id === target)
  if (fact === undefined) return ABSENT
  const group = groupNamed(fact.group)
  const when = whenOf(fact)
  const stated = [...linesOf(group, fact.data, speak), ...(when === '' ? [] : [{ label: 'Thời gian', value: when }])]
  return accept({ target, group, field: null, fact, stated })
}
