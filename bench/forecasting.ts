/** Đo dự báo (`npm run bench -- forecasting`): each part measures itself and says what it found. */
import { benchForecastingSeries, tellForecastingSeries } from './forecasting-series.ts'
import { benchForecastingWorkforce, tellForecastingWorkforce } from './forecasting-workforce.ts'

/** One measured part: its name, what was found, the same for people. */
type Measured = { readonly part: string; readonly found: object; readonly told: string }

const PARTS: readonly (() => Promise<Measured>)[] = [
  async () => {
    const found = await benchForecastingSeries()
    return { part: 'series', found, told: tellForecastingSeries(found) }
  },
  async () => {
    const found = await benchForecastingWorkforce()
    return { part: 'workforce', found, told: tellForecastingWorkforce(found) }
  },
]

/** Every part, one after another. */
export async function benchForecasting(): Promise<readonly Measured[]> {
  const all: Measured[] = []
  for (const measure of PARTS) all.push(await measure())
  return all
}

/** The parts for people. */
export const tellForecasting = (all: readonly Measured[]): string => all.map((m) => m.told).join('\n\n')
