/** Những thứ không để lại: in names, in code, in files that git keeps. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { MODULE_ORDER } from '../../src/module-order.ts'
import { type Breach, judge } from './exceptions.ts'
import { FILES, isFixture, isTest, PATHS, placeOf, ROOT, SOURCE, trackedFiles } from './tree.ts'

const read = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8')

/** Lines of a text that match, as breaches. */
function linesThat(file: string, text: string, pattern: RegExp): Breach[] {
  return text.split('\n').flatMap((line, i): Breach[] => {
    const hit = pattern.exec(line)
    return hit ? [{ where: `${file}:${i + 1}`, what: hit[0].trim() }] : []
  })
}

describe('Tên', () => {
  it('không thư mục hay tệp nào mang tên chung chung', () => {
    const vague = /^(utils?|helpers?|common|shared|types|services?|managers?|misc|lib|v\d+|new|legacy|old)$/
    const found = PATHS.filter((p) => p.split('/').some((part) => vague.test(part.replace(/(\.test|\.db)*\.\w+$/, ''))))
    expect(found).toEqual([])
  })

  it('không tên nào trong src nói tới bản mới, bản cũ', () => {
    const found = PATHS.filter(
      (p) => p.startsWith('src/') && /(^|[/_-])(old|legacy|v\d+)([/_.-]|$)|\/actions\/new-/.test(p),
    )
    expect(found).toEqual([])
  })

  it('mỗi mô-đun có README.md, rights.ts, module.ts, public.ts nếu có người dùng, và không có thư mục rỗng', () => {
    const lacks = MODULE_ORDER.flatMap((m) =>
      ['README.md', 'rights.ts', 'module.ts']
        .filter((f) => !PATHS.includes(`src/modules/${m}/${f}`))
        .map((f) => `${m}/${f}`),
    )
    const folders = fs
      .readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isDirectory())
    const empty = folders.filter((e) => fs.readdirSync(path.join(e.parentPath, e.name)).length === 0)
    expect([...lacks, ...empty.map((e) => path.relative(ROOT, path.join(e.parentPath, e.name)))]).toEqual([])
  })

  it('README của mỗi mô-đun viết tiếng Việt, không quá 40 dòng', () => {
    const files = PATHS.filter((p) => /^src\/modules\/[^/]+\/README\.md$/.test(p))
    const found = files.filter(
      (f) => read(f).split('\n').length > 41 || !/[ăâđêôơưạảấầậắặẹếềệịọốồộớờợụứừự]/.test(read(f)),
    )
    expect(found).toEqual([])
  })
})

describe('Một tỉnh là dữ liệu', () => {
  type Bodies = { provinces: { name: string }[] }
  const { provinces } = JSON.parse(read('facts/organisations-bodies.json')) as Bodies
  const names = provinces.map((p) => p.name.replace(/^(Tỉnh|Thành phố)\s+/, ''))

  it('không tên tỉnh nào trong src, ngoài dữ liệu mẫu và kiểm thử', () => {
    expect(names.length).toBeGreaterThan(1)
    const spared = (p: string) => placeOf(p).layer === 'demo' || isTest(p) || isFixture(p)
    const pattern = new RegExp(names.join('|'), 'iu')
    const found = PATHS.filter((p) => p.startsWith('src/') && !spared(p) && /\.(ts|css|sql|md|json)$/.test(p)).flatMap(
      (p) => linesThat(p, read(p).normalize('NFC'), pattern),
    )
    expect(judge('province', found)).toEqual([])
  })
})

describe('Mã', () => {
  // Spelled in parts, so that this file does not find itself.
  const left = new RegExp(
    [
      `\\.(skip|only|todo)\\(`,
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|XXX)\\b`,
      `@ts-(ignore|nocheck|expect-error)`,
      `biome-${'ignore'}`,
      `\\bdebugger\\b`,
    ].join('|'),
  )

  it('không còn việc bỏ dở, kiểm thử tắt, cảnh báo bị bịt', () => {
    const found = FILES.filter((f) => !f.path.endsWith('leftovers.test.ts')).flatMap((f) =>
      linesThat(f.path, f.text, left),
    )
    expect(judge('leftovers', found)).toEqual([])
  })

  it('console chỉ dùng ở tools, bench và kiểm thử', () => {
    const found = SOURCE.filter((f) => !f.path.startsWith('src/ui/islands/')).flatMap((f) =>
      linesThat(f.path, f.text, /\bconsole\.\w+\(/),
    )
    expect(judge('console', found)).toEqual([])
  })
})

describe('Tệp trong kho', () => {
  it('không nêu đường dẫn của một máy hay kho gói riêng', () => {
    const machine =
      /(^|[\s"'`(=:])\/(work|root|home|Users)\/[\w.-]+|"resolved": "|\b(localhost|127\.0\.0\.1):48\d\d\b|\/npm\/(proxy|registry)/
    const found = trackedFiles()
      .filter((f) => !/\.(png|jpg|woff2|docx|xlsx|ico)$/.test(f) && !f.endsWith('leftovers.test.ts'))
      .flatMap((f) => linesThat(f, read(f), machine))
    expect(judge('machine', found)).toEqual([])
  })

  it('không có tệp lớn hơn 2 MB và không có thư mục dữ liệu khi chạy', () => {
    const found = trackedFiles().filter((f) => f.startsWith('data/') || fs.statSync(path.join(ROOT, f)).size > 2 << 20)
    expect(found).toEqual([])
  })
})
