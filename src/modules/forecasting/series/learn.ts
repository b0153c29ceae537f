/**
 * Học lại các bảng (`node src/modules/forecasting/series/learn.ts THƯ_MỤC`): reads dev-yearly.csv.gz and dev-long.csv.gz of a
 * folder, learns the tables, writes `tables/*.json`, prints the cross-fitted scores.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { learnedFrom } from './learn/tables.ts'

/** Name of the environment variable that says where the development files lie, for tests and measurements. */
export const DEVELOPMENT_FOLDER = 'NGUYEN_KHI_FORECAST_DEV'

/** The development files, in the order they are learnt from. */
const FILES = ['dev-yearly.csv.gz', 'dev-long.csv.gz'] as const

/** Learns from a folder: file name -> text to ship, and the scores. */
export function learnFolder(folder: string): ReturnType<typeof learnedFrom> {
  return learnedFrom(
    FILES.map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name))
      return {
        name,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        text: gunzipSync(bytes).toString('utf8'),
      }
    }),
  )
}

if (import.meta.main) {
  const folder = process.argv[2]
  if (folder === undefined) {
    process.stderr.write('Cách gọi: node src/modules/forecasting/series/learn.ts THƯ_MỤC\n')
    process.exitCode = 2
  } else {
    const { tables, scores } = learnFolder(folder)
    for (const [name, text] of Object.entries(tables))
      fs.writeFileSync(new URL(`./tables/${name}`, import.meta.url), text)
    process.stdout.write(`${scores}\n`)
  }
}
