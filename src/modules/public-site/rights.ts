/** Quyền: what stands on the public site may be read by anybody, signed in or not. */
import { right } from '../../kernel/right.ts'

/** Xem cổng công khai. */
export const canReadPublic = right({
  name: 'public-site.read',
  sentence: 'Ai cũng xem được cổng công khai.',
  ask: 'Sở Nội vụ',
  allows: () => true,
})

/** Các quyền của mô-đun. */
export const RIGHTS = [canReadPublic]
