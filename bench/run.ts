/** Đo (`npm run bench -- pages`): one JSON document on stdout, a table for people on stderr. */
import { benchExcel, tellExcel } from './excel.ts'
import { benchForecasting, tellForecasting } from './forecasting.ts'
import { benchImport, tellImport } from './import.ts'
import { benchIndicators, tellIndicators } from './indicators.ts'
import { benchMatching, tellMatching } from './matching.ts'
import { benchMeasures, tellMeasures } from './measures.ts'
import { benchOrganisations, tellOrganisations } from './organisations.ts'
import { benchPages, tellPages } from './pages.ts'
import { benchPeople, tellPeople } from './people.ts'
import { benchPlanReading, tellPlanReading } from './plan-reading.ts'
import { benchReporting, tellReporting } from './reporting.ts'

/** Runs one bench and prints what it found. */
async function run<T>(bench: () => Promise<T>, tell: (found: T) => string): Promise<void> {
  const found = await bench()
  process.stderr.write(`${tell(found)}\n`)
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
}

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  excel: () => run(benchExcel, tellExcel),
  forecasting: () => run(benchForecasting, tellForecasting),
  import: () => run(benchImport, tellImport),
  indicators: () => run(benchIndicators, tellIndicators),
  matching: () => run(benchMatching, tellMatching),
  organisations: () => run(benchOrganisations, tellOrganisations),
  measures: () => run(benchMeasures, tellMeasures),
  pages: () => run(benchPages, tellPages),
  people: () => run(benchPeople, tellPeople),
  'plan-reading': () => run(benchPlanReading, tellPlanReading),
  reporting: () => run(benchReporting, tellReporting),
}

const chosen = BENCHES[process.argv[2] ?? '']
if (chosen) await chosen()
else {
  process.stderr.write(`Cách gọi: npm run bench -- ${Object.keys(BENCHES).join(' | ')}\n`)
  process.exitCode = 2
}
