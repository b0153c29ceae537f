/** LibreOffice cho kiểm thử: whether it is here, and files turned into another kind by it. */
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether it is here; on the CI machine it must be, elsewhere the test says what it leaves `unchecked`. */
export function hasLibreOffice(unchecked: string): boolean {
  if (spawnSync('soffice', ['--version']).status === 0) return true
  if (process.env.CI === 'true') throw new Error('Máy kiểm thử phải có LibreOffice (soffice)')
  console.warn(`Không có LibreOffice (soffice) trên máy này: ${unchecked}.`)
  return false
}

/** Turns files of `folder` into another kind, beside them; the profile of the program lies there too. */
export function convert(folder: string, to: string, ...files: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  const from = files.map((f) => join(folder, f))
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, ...from], { stdio: 'pipe' })
}
