/** Quyết định một tên: which decisions on a written name are accepted, and the words that say so. */
import type { Day } from '../../../../kernel/day.ts'
import { accept, type Decision, refuse, refuseFields } from '../../../../kernel/result.ts'
import { squeeze } from '../../../../kernel/text.ts'
import type { Validity } from '../../../../kernel/validity.ts'
import type { AliasMeaning, Unit } from '../../words.ts'
import { groupPhrase } from './groups.ts'
import { nameKey, phraseKey } from './key.ts'
import type { BorneName } from './resolution.ts'

/** What the officer sends. */
export type AliasAnswer = {
  readonly written: string
  readonly means: AliasMeaning
  /** The body chosen, as found; null when none was chosen or none was found. */
  readonly unit: Unit | null
  readonly phrase: string
  readonly from: Day | null
  readonly to: Day | null
  /** Null = in every document. */
  readonly documentId: string | null
}

/** Quyết định đã xét: what is kept. */
export type DecidedAlias = {
  readonly written: string
  readonly key: string
  readonly means: AliasMeaning
  readonly unitId: string | null
  readonly phrase: string | null
  readonly valid: Validity
}

/** The units that ever bore a name of this key. */
const bearers = (key: string, borne: readonly BorneName[]): number =>
  new Set(borne.filter((b) => nameKey(b.officeName) === key || nameKey(b.name) === key).map((b) => b.unitId)).size

/**
 * Accepts the decision. Refuses: a blank name, no body or group chosen, days in the wrong order, and one meaning for all
 * documents of a name that several units bear. `start` = the first day of the register.
 */
export function decideAlias(a: AliasAnswer, borne: readonly BorneName[], start: Day): Decision<DecidedAlias> {
  const key = nameKey(a.written)
  if (key === '') return refuseFields('organisations.alias', { written: 'Nêu tên như văn bản viết' })
  if (a.means === 'body' && a.unit === null)
    return refuseFields('organisations.alias', { unit: 'Chọn cơ quan có trong sổ bộ' })
  if (a.means === 'group' && (groupPhrase(phraseKey(a.phrase), [])?.nouns.length ?? 0) === 0)
    return refuseFields('organisations.alias', { phrase: 'Chọn nhóm cơ quan trong danh sách' })
  const from = a.from ?? start
  if (a.to !== null && a.to <= from)
    return refuseFields('organisations.alias', { to: 'Ngày kết thúc phải sau ngày bắt đầu' })
  if (a.means === 'body' && a.documentId === null && bearers(key, borne) > 1)
    return refuse(
      'conflict',
      'organisations.alias-homonym',
      `Nhiều đơn vị cùng mang tên «${squeeze(a.written)}» nên không quyết định chung cho mọi văn bản. Chưa ghi gì; chọn «chỉ trong văn bản này».`,
      { fields: { scope: 'Nhiều đơn vị cùng tên: chọn chỉ trong văn bản này' } },
    )
  return accept({
    written: squeeze(a.written),
    key,
    means: a.means,
    unitId: a.means === 'body' ? (a.unit?.id ?? null) : null,
    phrase: a.means === 'group' ? squeeze(a.phrase) : null,
    valid: { from, to: a.to },
  })
}
