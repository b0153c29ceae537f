/** Bản mô tả giao diện lập trình: the document is OpenAPI 3.1, says every route, and contradicts none. */
import { describe, expect, it } from 'vitest'
import { MODULES } from '../../src/modules.ts'
import { openApi } from '../../src/platform/http/openapi.ts'
import { methodOf } from '../../src/platform/http/route.ts'

type Json = { [key: string]: unknown }
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)

const document = JSON.parse(JSON.stringify(openApi(MODULES))) as Json
const paths = document.paths as Record<string, Record<string, Json>>
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
)

/** Everything below a value, with the place where it stands. */
function* below(value: unknown, at = '#'): Generator<{ value: unknown; at: string; key: string }> {
  if (Array.isArray(value)) for (const [i, v] of value.entries()) yield* below(v, `${at}/${i}`)
  if (!isObject(value)) return
  for (const [key, v] of Object.entries(value)) {
    const here = `${at}/${key}`
    yield { value: v, at: here, key }
    yield* below(v, here)
  }
}

/** What a local reference points at. */
function resolve(ref: string): unknown {
  const parts = ref.replace(/^#\//, '').split('/')
  return parts.reduce<unknown>(
    (from, part) => (isObject(from) ? from[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
    document,
  )
}

/** An object, or what its reference points at. */
const followed = (v: unknown): Json =>
  isObject(v) && typeof v.$ref === 'string' ? (resolve(v.$ref) as Json) : (v as Json)

describe('Tài liệu OpenAPI 3.1', () => {
  it('có đủ các phần bắt buộc, không có phần lạ', () => {
    expect(String(document.openapi)).toMatch(/^3\.1\.\d+$/)
    const known = [
      'openapi',
      'info',
      'jsonSchemaDialect',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
      'tags',
    ]
    expect(Object.keys(document).filter((k) => !known.includes(k))).toEqual([])
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const sections = ['schemas', 'responses', 'parameters', 'headers', 'securitySchemes']
    expect(Object.keys(document.components as Json).filter((k) => !sections.includes(k))).toEqual([])
    const names = Object.values(document.components as Json).flatMap((s) => Object.keys(s as Json))
    expect(names.filter((n) => !/^[a-zA-Z0-9._-]+$/.test(n))).toEqual([])
  })

  it('mọi tham chiếu đều tới nơi có thật trong tài liệu', () => {
    const lost = [...below(document)].filter(
      ({ key, value }) => key === '$ref' && (typeof value !== 'string' || !value.startsWith('#/') || !resolve(value)),
    )
    expect(lost.map((l) => `${l.at}: ${l.value}`)).toEqual([])
  })

  it('mỗi địa chỉ bắt đầu bằng /, không hai địa chỉ chỉ khác tên tham số', () => {
    const shapes = Object.keys(paths).map((p) => p.replaceAll(/\{[^}]+\}/g, '{}'))
    expect(Object.keys(paths).filter((p) => !p.startsWith('/'))).toEqual([])
    expect(shapes.filter((s, i) => shapes.indexOf(s) !== i)).toEqual([])
  })

  it('mỗi thao tác có tên riêng, nhãn có thật, câu của quyền, ít nhất một câu trả lời', () => {
    const ids = operations.map((o) => String(o.operation.operationId))
    expect(ids.filter((i, n) => ids.indexOf(i) !== n || !/^[a-z][A-Za-z0-9]+$/.test(i))).toEqual([])
    const tags = new Set((document.tags as { name: string }[]).map((t) => t.name))
    const wrong = operations.filter(({ operation: o, method }) => {
      const labelled = (o.tags as string[]).every((t) => tags.has(t))
      const said = /\p{Lu}.*\.$/su.test(String(o.description)) && String(o.summary).length > 2
      return !labelled || !said || !['get', 'post'].includes(method) || Object.keys(o.responses as Json).length === 0
    })
    expect(wrong.map((o) => o.name)).toEqual([])
  })

  it('tham số: đúng nơi, không trùng, tham số của địa chỉ đều có và đều bắt buộc', () => {
    const wrong = operations.flatMap(({ name, path, operation }) => {
      const given = ((operation.parameters ?? []) as unknown[]).map(followed)
      const keys = given.map((p) => `${p.in} ${p.name}`)
      const holes = [...path.matchAll(/\{([^}]+)\}/g)].map((m) => `path ${m[1]}`)
      const inPath = keys.filter((k) => k.startsWith('path '))
      return [
        ...keys.filter((k, i) => keys.indexOf(k) !== i).map((k) => `${name}: ${k} hai lần`),
        ...holes.filter((h) => !inPath.includes(h)).map((h) => `${name}: thiếu ${h}`),
        ...inPath.filter((k) => !holes.includes(k)).map((k) => `${name}: thừa ${k}`),
        ...given.filter((p) => p.in === 'path' && p.required !== true).map((p) => `${name}: ${p.name} phải bắt buộc`),
        ...given
          .filter((p) => !['path', 'query', 'header', 'cookie'].includes(String(p.in)) || !isObject(p.schema))
          .map((p) => `${name}: ${p.name} sai nơi hoặc thiếu lược đồ`),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('câu trả lời: mã trạng thái có thật, có lời, nội dung có kiểu', () => {
    const wrong = operations.flatMap(({ name, operation }) =>
      Object.entries(operation.responses as Json).flatMap(([status, given]) => {
        const answer = followed(given)
        const typed = Object.keys((answer.content ?? {}) as Json).every((t) => /^[\w*]+\/[\w*.+-]+$/.test(t))
        const fits = /^([1-5]\d\d|default)$/.test(status) && typeof answer.description === 'string' && typed
        return fits ? [] : [`${name} ${status}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('quyền: mỗi thao tác nêu cách vào có trong tài liệu; chỉ /api/v1 nhận khóa truy cập', () => {
    const schemes = Object.keys((document.components as { securitySchemes: Json }).securitySchemes)
    const wrong = operations.filter(({ path, operation }) => {
      const ways = (operation.security as Json[]).flatMap((s) => Object.keys(s))
      const machine = ways.includes('serviceToken')
      return ways.some((w) => !schemes.includes(w)) || (machine && !path.startsWith('/api/v1/'))
    })
    expect(wrong.map((o) => o.name)).toEqual([])
  })

  it('lược đồ: chỉ dùng từ của JSON Schema 2020-12, kiểu có thật, trường bắt buộc có trong lược đồ', () => {
    const words =
      /^(\$ref|\$comment|type|enum|const|description|title|default|examples|format|properties|required|additionalProperties|propertyNames|items|prefixItems|minItems|maxItems|uniqueItems|contains|minLength|maxLength|pattern|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|anyOf|oneOf|allOf|not|contentEncoding|contentMediaType|readOnly|writeOnly|deprecated)$/
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
    const found: string[] = []
    const check = (schema: unknown, at: string): void => {
      if (schema === true || schema === false) return
      if (!isObject(schema)) {
        found.push(`${at}: không phải lược đồ`)
        return
      }
      for (const key of Object.keys(schema)) if (!words.test(key)) found.push(`${at}: ${key}`)
      for (const t of [schema.type ?? []].flat()) if (!types.includes(String(t))) found.push(`${at}: kiểu ${t}`)
      const properties = (schema.properties ?? {}) as Json
      for (const r of (schema.required ?? []) as string[]) if (!(r in properties)) found.push(`${at}: thiếu ${r}`)
      for (const [k, v] of Object.entries(properties)) check(v, `${at}/${k}`)
      for (const key of ['items', 'additionalProperties', 'propertyNames', 'not', 'contains'])
        if (key in schema) check(schema[key], `${at}/${key}`)
      for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
        for (const [i, v] of ((schema[key] ?? []) as unknown[]).entries()) check(v, `${at}/${key}/${i}`)
    }
    for (const { value, at, key } of below(document))
      if (key === 'schema' && !/\/properties\/schema$/.test(at)) check(value, at)
    for (const [name, schema] of Object.entries((document.components as { schemas: Json }).schemas)) check(schema, name)
    expect(found).toEqual([])
  })
})

describe('So với bảng đường dẫn', () => {
  const routes = MODULES.flatMap((m) => m.routes)

  it('có mọi đường dẫn, và không có gì khác', () => {
    const listed = operations.map((o) => o.name).sort()
    const real = routes.map((r) => `${methodOf(r).toLowerCase()} ${r.path.replaceAll(/:(\w+)/g, '{$1}')}`).sort()
    expect(listed).toEqual(real)
  })

  it('địa chỉ cho máy nằm dưới /api/v1, viết bằng tên trường tiếng Anh liền chữ, trả về có lược đồ', () => {
    const found = operations
      .filter((o) => o.path.startsWith('/api/'))
      .flatMap(({ name, operation }) => {
        const given = ((operation.parameters ?? []) as unknown[]).map(followed)
        const odd = given.filter((p) => p.in !== 'header' && !/^[a-z][A-Za-z0-9]*$/.test(String(p.name)))
        const done = Object.entries(operation.responses as Json).find(([status]) => status.startsWith('2'))
        const schema = ((followed(done?.[1]).content as Json | undefined)?.['application/json'] as Json | undefined)
          ?.schema
        const bare = !isObject(schema) || Object.keys(schema).length === 0
        const outside = [...below(schema)].filter(
          (b) => /\/properties\/[^/]+$/.test(b.at) && !/^[a-z][A-Za-z0-9]*$/.test(b.key),
        )
        return [
          ...odd.map((p) => `${name}: tham số ${p.name}`),
          ...(bare ? [`${name}: không có lược đồ`] : []),
          ...outside.map((b) => `${name}: trường ${b.key}`),
        ]
      })
    expect(found).toEqual([])
    expect(operations.filter((o) => o.path.startsWith('/api/v1/')).length).toBeGreaterThan(3)
    expect(routes.filter((r) => (r.kind === 'api') !== r.path.startsWith('/api/v1/')).map((r) => r.path)).toEqual([])
  })

  it('mỗi địa chỉ cho máy trả lời lỗi bằng problem+json', () => {
    const lacking = operations.filter((o) => {
      const errors = Object.entries(o.operation.responses as Json).filter(([s]) => /^[45]|default/.test(s))
      const allProblems = errors.every(([, a]) => 'application/problem+json' in ((followed(a).content ?? {}) as Json))
      return !allProblems || (o.path.startsWith('/api/v1/') && !errors.some(([s]) => s === '422'))
    })
    expect(lacking.map((o) => o.name)).toEqual([])
  })
})
