/** Các bảng đã học, giao kèm mã: see `learn.ts` for how they come about. */
import type { FewTable } from './learn/few-points.ts'
import type { TogetherTable } from './learn/together.ts'
import type { IntervalTable, PointTable } from './model.ts'
import { packed } from './network.ts'
import few from './tables/few-points.json' with { type: 'json' }
import interval from './tables/interval.json' with { type: 'json' }
import point from './tables/point.json' with { type: 'json' }
import together from './tables/together.json' with { type: 'json' }

/** Điểm giữa. */
export const POINT: PointTable = { ...point, networks: packed(point.networks) }
/** Khoảng. */
export const INTERVAL: IntervalTable = { ...interval, networks: packed(interval.networks) }
/** Chuỗi quá ngắn. */
export const FEW: FewTable = few
/** Đường đi chung. */
export const TOGETHER: TogetherTable = together
