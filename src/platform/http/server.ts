/**
 * Máy chủ trang: builds the HTTP application from the manifests. Each request is one transaction under the rights of the
 * person signed in; what it answers is decided in `respond.ts`.
 */
import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { logger } from '../log.ts'
import type { Application } from './application.ts'
import { mountOperations } from './operations.ts'
import { mountRoutes } from './respond.ts'
import { letGo } from './uploads.ts'

/** Mã lỗi: short, readable over the phone, also the request id in the log: "7F3A-21C4". */
function newRequestId(): string {
  const hex = randomBytes(4).toString('hex').toUpperCase()
  return `${hex.slice(0, 4)}-${hex.slice(4)}`
}

/** Input is read by the schemas of the routes (`input.ts`): the compilers of the library are never asked, and not read at start. */
/** A stall of the event loop after which requests are turned away for a while, ms. */
const STALL_MS = 5000

const NO_COMPILER = () => () => {
  throw new Error('a route was given a schema of the library')
}

/** Builds the application; `listen` is the caller's. */
export async function createServer(app: Application): Promise<FastifyInstance> {
  const secure = app.config.behindProxy
  const server = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: newRequestId,
    trustProxy: secure,
    bodyLimit: 25 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory: { buildValidator: NO_COMPILER, buildSerializer: NO_COMPILER } },
  })
  await server.register(underPressure, {
    maxEventLoopDelay: app.stallMs ?? STALL_MS,
    // A window without a single reading counts as a stall without end, so the window is as long as the stall that is meant.
    sampleInterval: app.stallMs ?? STALL_MS,
    retryAfter: 5,
    exposeStatusRoute: false,
  })
  await server.register(helmet, {
    hsts: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
  })
  // Level 3 takes half the processor time of 5 on a long page and makes it a tenth longer.
  await server.register(compress, { threshold: 1024, encodings: ['gzip'], zlibOptions: { level: 3 } })
  await server.register(cookie)
  await server.register(csrf, {
    cookieKey: 'csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure },
    getToken: (request) => {
      const header = request.headers['x-csrf-token']
      const body = request.body as Record<string, unknown> | undefined
      return typeof header === 'string' ? header : String(body?._csrf ?? '')
    },
  })
  await server.register(formbody, { bodyLimit: 5 * 1024 * 1024 })
  // An upload over the limit is read to its end, so that the form comes back instead of a broken connection.
  await server.register(multipart, { throwFileSizeLimit: false })
  await server.register(rateLimit, { global: false })
  server.addHook('onResponse', letGo)
  mountOperations(server, app)
  mountRoutes(server, app)
  return server
}
