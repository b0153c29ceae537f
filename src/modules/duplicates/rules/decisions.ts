/** Quyết định về cặp: who may be merged, what may be undone. Refusals say what stays as it is. */
import { accept, type Decision, refuse } from '../../../kernel/result.ts'
import type { Dossier } from '../../people/public.ts'
import { PAIR_STATES, type Pair } from '../words.ts'

/** The pair still waits for a decision. */
export function demandWaiting(pair: Pair): Decision<null> {
  if (pair.state === 'open' || pair.state === 'unsure') return accept(null)
  return refuse(
    'conflict',
    'pair.decided',
    `Cặp này đã có kết quả: ${PAIR_STATES[pair.state].label.toLowerCase()}${pair.decidedName === null ? '' : ` (${pair.decidedName})`}. Không có gì thay đổi.`,
  )
}

/** Neither dossier changed since the page was read. */
export function demandUnchanged(seen: { a: number; b: number }, a: Dossier, b: Dossier): Decision<null> {
  const moved = [a, b].filter((d, i) => d.person.version !== (i === 0 ? seen.a : seen.b)).map((d) => d.person.code)
  if (moved.length === 0) return accept(null)
  return refuse(
    'stale',
    'pair.changed',
    `Hồ sơ ${moved.join(' và ')} vừa thay đổi. Trang đã nạp lại, phần thay đổi được đánh dấu; xem rồi quyết định.`,
  )
}

/** Two people under two valid numbers are never merged. */
export function demandMergeable(a: Dossier, b: Dossier): Decision<null> {
  const gone = [a, b].find((d) => d.person.mergedInto !== null || d.person.removed)
  if (gone !== undefined)
    return refuse('conflict', 'pair.gone', `Hồ sơ ${gone.person.code} không còn trong sổ bộ. Không có gì thay đổi.`)
  const number = (d: Dossier) => d.identifiers.find((i) => i.scheme === 'cccd' && i.state === 'valid')
  const [one, other] = [number(a), number(b)]
  if (one === undefined || other === undefined || one.digest === other.digest) return accept(null)
  return refuse(
    'conflict',
    'pair.two-numbers',
    'Hai hồ sơ có hai số định danh khác nhau đều còn hiệu lực nên không gộp được. Sửa số nhập nhầm ở hồ sơ của người đó trước, hoặc chọn «Không phải một người».',
    { ground: 'Luật Căn cước 2023, Điều 12' },
  )
}

/** What was decided may be taken back; a merge only while the dossier that stayed is as the merge left it. */
export function demandUndoable(pair: Pair, survivor: Dossier | null): Decision<null> {
  if (pair.state === 'open' || pair.state === 'void')
    return refuse('conflict', 'pair.undecided', 'Cặp này chưa có quyết định nào để hoàn tác.')
  if (pair.state !== 'merged' || survivor?.person.version === pair.mergedVersion) return accept(null)
  return refuse(
    'conflict',
    'pair.survivor-changed',
    `Hồ sơ ${survivor?.person.code ?? ''} đã được sửa sau khi gộp; hoàn tác sẽ làm mất lần sửa đó. Hai hồ sơ vẫn đang gộp.`,
  )
}
