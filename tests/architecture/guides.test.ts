/** Hướng dẫn: every button and link a guide names stands in the product, every picture it shows exists, every role has its page. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..', '..')
const GUIDES = path.join(ROOT, 'docs', 'huong-dan')
const files = fs.readdirSync(GUIDES).filter((f) => f.endsWith('.md'))
const textOf = (f: string): string => fs.readFileSync(path.join(GUIDES, f), 'utf8')

/** Words of the product: its sources without comments' quotes mattering, values put in shown as one mark. */
const product = (): string =>
  fs
    .readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .map((f) => fs.readFileSync(path.join(ROOT, 'src', f), 'utf8').replaceAll(/«[^»\n]*»/g, ''))
    .join('\n')

/** «Kế hoạch năm … của cơ quan»: what a value stands for may be anything short. */
function pattern(words: string): RegExp {
  const parts = words.split('…').map((w) => w.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`['"\`>}]\\s*${parts.join('.{0,60}')}`, 'u')
}

it('tên nút, liên kết trong «…» có trong sản phẩm', () => {
  const sources = product()
  const strange = files.flatMap((f) =>
    [...textOf(f).matchAll(/«([^»\n]+)»/g)]
      .map((m) => m[1] ?? '')
      .filter((words) => words !== '…' && !pattern(words).test(sources))
      .map((words) => `${f}: «${words}»`),
  )
  expect(strange).toEqual([])
})

it('ảnh nêu trong hướng dẫn có thật, không quá 60 KB; ảnh của hướng dẫn đều được dùng', () => {
  const named = files.flatMap((f) =>
    [...textOf(f).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((m) => path.resolve(GUIDES, m[1] ?? '')),
  )
  expect(named.filter((p) => !fs.existsSync(p)).map((p) => path.relative(ROOT, p))).toEqual([])
  const own = fs.readdirSync(path.join(GUIDES, 'anh')).map((f) => path.join(GUIDES, 'anh', f))
  expect(own.filter((p) => !named.includes(p)).map((p) => path.basename(p))).toEqual([])
  expect(own.filter((p) => fs.statSync(p).size > 60_000).map((p) => path.basename(p))).toEqual([])
})

it('liên kết giữa các hướng dẫn mở được; mỗi hướng dẫn có trong mục lục', () => {
  const broken = files.flatMap((f) =>
    [...textOf(f).matchAll(/\]\(([^)#]+\.md)\)/g)]
      .map((m) => m[1] ?? '')
      .filter((to) => !fs.existsSync(path.resolve(GUIDES, to)))
      .map((to) => `${f} → ${to}`),
  )
  expect(broken).toEqual([])
  const index = textOf('README.md')
  expect(files.filter((f) => f !== 'README.md' && !index.includes(`(${f})`))).toEqual([])
})
