import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assets, buildAssets } from './assets.ts'

let folder: string
let assets: Assets
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giao-dien-'))
  assets = await buildAssets(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('tệp giao diện', () => {
  test('tên theo nội dung, có bản nén', () => {
    const path = assets.url('app.css')
    expect(path).toMatch(/^\/giao-dien\/app-[0-9a-f]{10}\.css$/)
    expect(assets.get(path)?.br?.length).toBeGreaterThan(0)
  })
  test('trong ngân sách: CSS dưới 20 KB, mỗi đảo dưới 6 KB, lần vào đầu dưới 300 KB', () => {
    expect(assets.get(assets.url('app.css'))?.gzip?.length).toBeLessThan(20_000)
    const sizes = assets.paths.map((p) => [p, assets.get(p)?.gzip?.length ?? assets.get(p)?.body.length ?? 0] as const)
    for (const [p, size] of sizes) if (p.endsWith('.js')) expect(size).toBeLessThan(6_000)
    expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(300_000)
  })
  test('phông chữ trong bảng kiểu trỏ đến tệp có thật', () => {
    const css = assets.get(assets.url('app.css'))?.body.toString() ?? ''
    const fonts = [...css.matchAll(/url\("?(\/giao-dien\/[^")]+)"?\)/g)].map((m) => m[1] ?? '')
    expect(fonts).toHaveLength(6)
    for (const f of fonts) expect(assets.get(f)?.type).toBe('font/woff2')
    expect(css).not.toContain('latin-ext')
  })
  test('lần sau đọc từ bộ nhớ đệm, đường dẫn như cũ', async () => {
    expect((await buildAssets(folder)).paths).toEqual(assets.paths)
  })
  test('tên lạ là lỗi lập trình, đường dẫn lạ là không có', () => {
    expect(() => assets.url('khac.css')).toThrow()
    expect(assets.get('/giao-dien/../../etc/passwd')).toBeNull()
  })
})
