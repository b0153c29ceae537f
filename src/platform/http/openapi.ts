/**
 * Bản mô tả giao diện lập trình: an OpenAPI 3.1 document made from the table of routes. Nothing is written by hand: titles
 * are summaries, the sentences of rights are descriptions, zod schemas are parameters, bodies and answers.
 */
import { anyone } from '../../kernel/right.ts'
import type { Module } from '../module.ts'
import { PAGE_SIZE } from './api-route.ts'
import { SESSION_COOKIE } from './application.ts'
import { type FieldSchemas, fieldSchemas, type JsonSchema, outputSchema } from './openapi-schema.ts'
import { methodOf, type Route } from './route.ts'
import { ROW_FORMATS } from './row-formats.ts'

/** One operation, for the document and for the page that shows it. */
export type Operation = {
  readonly route: Route
  readonly module: Module
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly title: string
  readonly fields: FieldSchemas
  /** Names of `:name` parts. */
  readonly inPath: readonly string[]
}

/** Every operation of the modules, in the order of the story. */
export const operationsOf = (modules: readonly Module[]): Operation[] =>
  modules.flatMap((module) => module.routes.map((route) => operationOf(module, route)))

function operationOf(module: Module, route: Route): Operation {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '')
  return {
    route,
    module,
    method: methodOf(route),
    path: route.path,
    title: typeof route.title === 'string' ? route.title : `Một mục của «${module.title}»`,
    fields: withPaging(route, fieldSchemas(inputOf(route))),
    inPath,
  }
}

function inputOf(route: Route) {
  if (route.kind === 'submit') return route.action.input
  if (route.kind !== 'api' || route.shape !== 'act') return route.input
  return route.body ?? route.action.input
}

function withPaging(route: Route, fields: FieldSchemas): FieldSchemas {
  if (route.kind !== 'api' || route.shape !== 'list') return fields
  const { most, usual } = PAGE_SIZE
  const limit = { type: 'integer', minimum: 1, maximum: most, default: usual, description: 'Số dòng mỗi lần' }
  const after = { type: 'string', description: 'Giá trị next của trang trước' }
  return { ...fields, properties: { ...fields.properties, limit, after } }
}

const TERRITORY_OF_TIME = 'Ngày theo giờ Việt Nam (Asia/Ho_Chi_Minh), viết YYYY-MM-DD; thời điểm theo UTC.'

const ABOUT = `Tài liệu này sinh từ bảng đường dẫn của hệ thống. Liên thông dùng các địa chỉ /api/v1: tên trường ổn định, có lược đồ trả về. Mọi địa chỉ khác là trang và biểu mẫu, trả JSON khi gửi Accept: application/json, nội dung theo trang và có thể đổi. Quyền áp dụng như trên màn hình. ${TERRITORY_OF_TIME}`

/** The document. */
export function openApi(modules: readonly Module[]): JsonSchema {
  const operations = operationsOf(modules)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const o of operations) {
    const path = o.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [o.method.toLowerCase()]: describe(o) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Nguyên Khí', version: '1.0.0', summary: 'Giao diện lập trình của hệ thống', description: ABOUT },
    servers: [{ url: '/' }],
    tags: modules.filter((m) => m.routes.length > 0).map((m) => ({ name: m.name, description: m.title })),
    paths,
    components: COMPONENTS,
  }
}

function describe(o: Operation): JsonSchema {
  const { route } = o
  const machine = route.kind === 'api'
  const open = route.right === anyone
  return {
    operationId: idOf(o),
    tags: [o.module.name],
    summary: o.title,
    description: route.right.sentence,
    'x-right': route.right.name,
    ...(open ? { security: [] } : { security: [...(machine ? [{ serviceToken: [] }] : []), { session: [] }] }),
    ...parametersOf(o),
    ...bodyOf(o),
    responses: { ...successOf(route), ...problemsOf(o) },
  }
}

/** `getApiV1PeopleByCode`: made from the address, so it never changes while the address stays. */
function idOf({ method, path }: Operation): string {
  const words = path
    .split(/[/.-]/)
    .filter((w) => w !== '')
    .map((w) => (w.startsWith(':') ? `By${capital(w.slice(1))}` : capital(w)))
  return `${method.toLowerCase()}${words.join('') || 'Home'}`
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

function parametersOf(o: Operation): JsonSchema {
  const anyText = { type: 'string' }
  const fromPath = o.inPath.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: o.fields.properties[name] ?? anyText,
  }))
  const asked = o.method === 'GET' ? Object.entries(o.fields.properties) : []
  const fromQuery = asked
    .filter(([name]) => !o.inPath.includes(name))
    .map(([name, schema]) => ({
      name,
      in: 'query',
      ...(o.fields.required.includes(name) ? { required: true } : {}),
      schema,
    }))
  const fromHeader = headersOf(o)
  const all = [...fromPath, ...fromQuery, ...fromHeader]
  return all.length === 0 ? {} : { parameters: all }
}

function headersOf({ route, method, fields }: Operation): JsonSchema[] {
  if (method === 'GET') return []
  const guarded = (route.kind === 'api' && route.shape === 'act' && route.guarded) || 'version' in fields.properties
  return [
    { $ref: '#/components/parameters/Csrf' },
    ...(guarded ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(route.kind === 'api' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
}

function bodyOf(o: Operation): JsonSchema {
  if (o.method === 'GET') return {}
  const names = Object.keys(o.fields.properties).filter((n) => !o.inPath.includes(n))
  const properties = Object.fromEntries(names.map((n) => [n, o.fields.properties[n]]))
  const required = o.fields.required.filter((n) => names.includes(n))
  const schema = { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
  const upload = names.some((n) => JSON.stringify(o.fields.properties[n]).includes('"format":"binary"'))
  const forms = upload ? ['multipart/form-data'] : ['application/json', 'application/x-www-form-urlencoded']
  return {
    requestBody: { required: required.length > 0, content: Object.fromEntries(forms.map((f) => [f, { schema }])) },
  }
}

const json = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } })

function successOf(route: Route): JsonSchema {
  if (route.kind === 'page')
    return { 200: { description: 'Trang, hoặc nội dung của trang', content: { ...json({}), 'text/html': {} } } }
  if (route.kind === 'download')
    return { 200: { description: 'Tệp', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } }
  if (route.kind === 'submit')
    return {
      200: { description: 'Đã thực hiện (Accept: application/json)', headers: LOCATION, content: json({}) },
      303: { description: 'Đã thực hiện, chuyển tới trang tiếp theo', headers: LOCATION },
    }
  if (route.shape === 'list') return { 200: listAnswer(outputSchema(route.row)) }
  if (route.shape === 'one')
    return {
      200: {
        description: 'Bản ghi',
        headers: { ETag: { $ref: '#/components/headers/ETag' } },
        content: json(outputSchema(route.output)),
      },
      304: { description: 'Chưa đổi từ lần đọc trước (If-None-Match)' },
    }
  const headers = { ...(route.location ? LOCATION : {}), ...REPLAYED }
  return {
    [route.status ?? 200]: { description: 'Đã thực hiện', headers, content: json(outputSchema(route.output)) },
  }
}

const REPLAYED = { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } }
const LOCATION = { Location: { $ref: '#/components/headers/Location' } }

function listAnswer(row: JsonSchema): JsonSchema {
  const whole = {
    type: 'object',
    properties: {
      items: { type: 'array', items: row },
      next: { type: ['string', 'null'], description: 'Gửi lại trong after để đọc trang sau; null là hết' },
      total: { type: 'integer', description: 'Số dòng của cả danh sách, khi đếm được nhanh' },
      asOf: { type: 'string', format: 'date', description: 'Ngày mà danh sách phản ánh' },
    },
    required: ['items', 'next'],
  }
  const [, lines, table] = ROW_FORMATS
  return {
    description: 'Một trang của danh sách, theo thứ tự cố định',
    headers: { Link: { $ref: '#/components/headers/Link' } },
    content: { ...json(whole), [lines]: { schema: row }, [table]: { schema: { type: 'string' } } },
  }
}

const problemRef = (name: string) => ({ $ref: `#/components/responses/${name}` })

function problemsOf({ method, route, inPath }: Operation): JsonSchema {
  const machine = route.kind === 'api'
  const open = route.right === anyone
  return {
    ...(open ? {} : { 401: problemRef('Unauthorized'), 403: problemRef('Forbidden') }),
    ...(inPath.length > 0 ? { 404: problemRef('NotFound') } : {}),
    ...(method === 'POST'
      ? { 409: problemRef('Conflict'), 412: problemRef('Stale'), 413: problemRef('TooLarge') }
      : {}),
    ...(method === 'POST' || machine ? { 422: problemRef('Invalid'), 429: problemRef('TooMany') } : {}),
    ...(machine && route.shape === 'act' && route.guarded ? { 428: problemRef('Unguarded') } : {}),
    default: problemRef('Fault'),
  }
}

const said = (description: string, headers: JsonSchema = {}) => ({
  description,
  ...(Object.keys(headers).length > 0 ? { headers } : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const text = (description: string) => ({ description, schema: { type: 'string' } })

const COMPONENTS = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: 'Phiên của người đã đăng nhập' },
    serviceToken: {
      type: 'http',
      scheme: 'bearer',
      description: 'Khóa truy cập cấp cho hệ thống khác, chỉ mở /api/v1',
    },
  },
  parameters: {
    Csrf: {
      name: 'X-CSRF-Token',
      in: 'header',
      description: 'Mã _csrf của trang, bắt buộc khi dùng phiên đăng nhập; khóa truy cập không cần',
      schema: { type: 'string' },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: 'ETag của bản đã đọc, thay cho trường version',
      schema: { type: 'string' },
    },
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Khóa do bên gửi chọn cho một yêu cầu. Gửi lại cùng yêu cầu với cùng khóa trong 24 giờ thì nhận lại câu trả lời cũ, không làm lần nữa; cùng khóa mà khác yêu cầu thì bị từ chối (422). Lần bị từ chối không được giữ.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
  },
  headers: {
    IdempotencyReplayed: text('true: câu trả lời của lần gửi trước, không làm lại'),
    ETag: text('Phiên bản của bản ghi'),
    Link: text('Địa chỉ trang sau, rel="next"'),
    Location: text('Địa chỉ của kết quả'),
    RetryAfter: { description: 'Số giây phải chờ', schema: { type: 'integer' } },
  },
  responses: {
    Unauthorized: said('Chưa đăng nhập, hoặc khóa truy cập không dùng được'),
    Forbidden: said('Chưa có quyền; câu trả lời nêu quyền còn thiếu và nơi liên hệ'),
    NotFound: said('Không có, hoặc ngoài phạm vi được xem'),
    Conflict: said('Không thực hiện được ở trạng thái hiện tại'),
    Stale: said('Bản đang sửa đã cũ; theirs là bản đang lưu'),
    TooLarge: said('Dữ liệu gửi lên quá lớn'),
    Invalid: said('Dữ liệu cần sửa; errors nêu từng chỗ'),
    Unguarded: said('Thiếu If-Match'),
    TooMany: said('Quá nhiều yêu cầu trong một phút', { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
    Fault: said('Lỗi của hệ thống; instance là mã lỗi để báo quản trị'),
  },
  schemas: {
    Problem: {
      type: 'object',
      description: 'RFC 9457',
      required: ['type', 'title', 'status', 'detail', 'instance'],
      properties: {
        type: { type: 'string', description: 'Loại lỗi, không đổi' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string', description: 'Điều gì sai, cần làm gì' },
        instance: { type: 'string', description: 'Mã lỗi như trên màn hình' },
        ground: { type: 'string', description: 'Căn cứ' },
        theirs: { description: 'Bản đang lưu' },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['pointer', 'code', 'message', 'severity'],
            properties: {
              pointer: { type: 'string' },
              code: { type: 'string' },
              message: { type: 'string' },
              severity: { type: 'string', enum: ['error'] },
            },
          },
        },
      },
    },
  },
}
