/** Đường dẫn của mô-đun báo cáo. */

import type { Route } from '../../platform/http/route.ts'
import type { Measure } from '../../platform/measure.ts'
import { ofCollection } from './routes/collection.ts'
import { ofCounting } from './routes/counting.ts'
import { ofBody } from './routes/own.ts'
import { ofProvince } from './routes/provincial.ts'
import { ofRegimes } from './routes/regimes.ts'

/** Bảng đường dẫn; figures are counted by the measures of all modules. */
export const routesOf = (measures: () => readonly Measure[]): readonly Route[] => [
  ...ofCounting(measures),
  ...ofBody,
  ...ofCollection,
  ...ofProvince(measures),
  ...ofRegimes,
]
