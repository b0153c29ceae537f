/** Vận hành: assets, /healthz, /readyz, /metrics and one line of log per request. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { ASSET_PREFIX } from '../../ui/asset.ts'
import { changeDisplay, DISPLAY_COOKIE, readDisplay, showDisplay } from '../../ui/display.ts'
import type { Application } from './application.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

async function readiness(app: Application): Promise<{ ready: boolean; reason: string }> {
  try {
    const ran = await app.db.pool.query<{ hash: string }>('select hash from platform.migration')
    const have = new Set(ran.rows.map((r) => r.hash))
    const missing = app.migrations.filter((h) => !have.has(h)).length
    return missing === 0
      ? { ready: true, reason: 'sẵn sàng' }
      : { ready: false, reason: `còn ${missing} tệp nâng cấp chưa chạy` }
  } catch {
    return { ready: false, reason: 'chưa kết nối được cơ sở dữ liệu' }
  }
}

/** Only an address of this system, so that a form cannot be used to lead somewhere else (browsers drop tabs and line ends). */
const localPath = (given: unknown): string =>
  typeof given === 'string' && /^\/(?!\/)[!-~]*$/.test(given) && !given.includes('\\') ? given : '/'

/** Mounts what operators and machines ask for. */
export function mountOperations(server: FastifyInstance, app: Application): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds from the first byte of the request to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, app.db.pool.totalCount)
      this.set({ state: 'idle' }, app.db.pool.idleCount)
      this.set({ state: 'waiting' }, app.db.pool.waitingCount)
    },
  })

  server.addHook('onResponse', async (request: FastifyRequest, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })

  server.post('/hien-thi', { preHandler: server.csrfProtection }, async (request, reply) => {
    const posted = request.body as Record<string, string | undefined>
    const display = changeDisplay(readDisplay(request.cookies[DISPLAY_COOKIE]), posted)
    reply.setCookie(DISPLAY_COOKIE, showDisplay(display), {
      path: '/',
      sameSite: 'lax',
      maxAge: 365 * 86400,
      secure: app.config.behindProxy,
    })
    return reply.redirect(localPath(posted.back), 303)
  })
  server.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  server.get('/readyz', async (_request, reply) => {
    const { ready, reason } = await readiness(app)
    return reply.code(ready ? 200 : 503).send({ ready, reason })
  })
  server.get('/metrics', async (request, reply) => {
    if (!LOOPBACK.has(request.ip)) return reply.code(404).send('')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  server.get(`${ASSET_PREFIX}*`, async (request, reply) => {
    const found = app.assets.get(request.url.split('?')[0] ?? '')
    if (found === null) return reply.code(404).type('text/plain').send('Không có tệp này.')
    const accepts = String(request.headers['accept-encoding'] ?? '')
    reply
      .type(found.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    if (found.br && accepts.includes('br')) return reply.header('content-encoding', 'br').send(found.br)
    if (found.gzip && accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(found.gzip)
    return reply.send(found.body)
  })
}
