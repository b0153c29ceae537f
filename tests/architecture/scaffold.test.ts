/** Khuôn của mô-đun và động từ mới: what the generators write is typed, formatted as the rest, and never overwrites. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionFiles } from '../../tools/new-action.ts'
import { addressFor, isName, moduleFiles, writeFiles } from '../../tools/new-module.ts'
import { ROOT } from './tree.ts'

const MODULE = moduleFiles('work-plans', 'Sổ công tác')
const VERB = { module: 'work-plans', verb: 'close-item', label: 'Đóng việc' }

/** What the compiler says about the files, laid in a folder of their own beside the rest of the repository. */
function typeErrors(files: Readonly<Record<string, string>>): string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-khuon-'))
  try {
    writeFiles(files, folder)
    for (const beside of [
      'node_modules',
      'tests',
      'src/kernel',
      'src/platform',
      'src/ui',
      'src/module-order.ts',
      'facts',
    ])
      fs.symlinkSync(path.join(ROOT, beside), path.join(folder, beside))
    fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}')
    const settings = { extends: path.join(ROOT, 'tsconfig.json'), include: ['src/modules'] }
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings))
    const tsc = path.join(ROOT, 'node_modules/.bin/tsc')
    const run = spawnSync(tsc, ['--noEmit', '--preserveSymlinks', '-p', folder], { cwd: folder, encoding: 'utf8' })
    return run.status === 0 ? [] : run.stdout.split('\n').filter((line) => line.includes('error'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

describe('Khuôn', () => {
  it('mô-đun mới và động từ mới qua được kiểm tra kiểu', () => {
    const { added, changed } = actionFiles(VERB, (f) => MODULE[f] ?? '')
    expect(Object.keys(added)).toEqual([
      'src/modules/work-plans/actions/close-item.ts',
      'src/modules/work-plans/actions/close-item.db.test.ts',
    ])
    expect(typeErrors({ ...MODULE, ...added, ...changed })).toEqual([])
  }, 60_000)

  it('động từ mới có một dòng trong bảng đường dẫn và một quyền', () => {
    const { changed } = actionFiles(VERB, (f) => MODULE[f] ?? '')
    expect(changed['src/modules/work-plans/routes.ts']).toContain(`path: '/dong-viec'`)
    expect(changed['src/modules/work-plans/routes.ts']).toContain(
      `import { canCloseItem, canSeeWorkPlans } from './rights.ts'`,
    )
    expect(changed['src/modules/work-plans/rights.ts']).toContain(`name: 'work-plans.close-item'`)
  })

  it('ghi ra thư mục, và không ghi đè tệp đã có', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nk-khuon-'))
    try {
      writeFiles(MODULE, folder)
      expect(fs.readFileSync(path.join(folder, 'src/modules/work-plans/README.md'), 'utf8')).toContain('# Sổ công tác')
      expect(() => writeFiles(MODULE, folder)).toThrow('Đã có')
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  })

  it('tên và địa chỉ theo quy ước', () => {
    expect([isName('work-plans'), isName('Work'), isName('so_cong')]).toEqual([true, false, false])
    expect(addressFor('Đề tài, quỹ')).toBe('/de-tai-quy')
  })
})
