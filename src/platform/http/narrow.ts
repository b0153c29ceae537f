/** Quyền của phần còn lại: whose rows the transaction of a request sees from here on. */
import { scopeFor } from '../action.ts'
import { enter, enterToRead } from '../database/pool.ts'
import type { Visit } from './visit.ts'

/**
 * What follows in the transaction sees what `elevated` says, whatever came before: the page shown again after a refused
 * submission reads as it does when it is opened, and the frame around an elevated page counts by the actor's own rights.
 */
export async function narrow(v: Visit, elevated: boolean): Promise<void> {
  const { app, ctx, request } = v
  if (v.elevated === elevated) return
  v.elevated = elevated
  if (ctx.actor.scope === 'all') return
  const come = request.method === 'GET' ? enterToRead : enter
  await come(app.db, ctx.tx, scopeFor(ctx.actor, elevated))
}
