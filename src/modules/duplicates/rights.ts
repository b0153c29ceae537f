/** Quyền: whoever decides about two dossiers must be responsible for both. */
import { type Actor, hasRole, inScope } from '../../kernel/actor.ts'
import { right } from '../../kernel/right.ts'

const within = (a: Actor, unit: string | undefined): boolean => unit === undefined || inScope(a, unit)

/** Xem cặp nghi trùng. */
export const canSeePairs = right({
  name: 'duplicates.see',
  sentence:
    'Cán bộ Sở Nội vụ xem mọi cặp hồ sơ nghi trùng; cán bộ, thủ trưởng cơ quan xem cặp mà cả hai hồ sơ do cơ quan mình quản lý.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Quyết định về cặp: asked for each of the two bodies that keep the dossiers. */
export const canDecidePairs = right({
  name: 'duplicates.decide',
  sentence: 'Sở Nội vụ quyết định về mọi cặp; cơ quan quyết định về cặp mà cả hai hồ sơ do mình quản lý.',
  ask: 'Sở Nội vụ',
  allows: (a, unit) => hasRole(a, 'so-noi-vu', 'co-quan', 'thu-truong') && within(a, unit),
})

/** Quét hồ sơ trùng. */
export const canScan = right({
  name: 'duplicates.scan',
  sentence: 'Cán bộ Sở Nội vụ được quét hồ sơ trùng trong toàn tỉnh.',
  ask: 'Sở Nội vụ',
  allows: (a) => hasRole(a, 'so-noi-vu'),
})

/** Every right of the module. */
export const RIGHTS = [canSeePairs, canDecidePairs, canScan]
