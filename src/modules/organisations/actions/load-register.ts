/** Nạp sổ bộ: units, names, parents, codes and events from one value, once, into an empty register. */
import { refuse, refuseFields } from '../../../kernel/result.ts'
import { demand } from '../../../kernel/right.ts'
import { action, done } from '../../../platform/action.ts'
import { canLoadRegister } from '../rights.ts'
import { checkRegister } from '../rules/check-register.ts'
import { historyOfUnits, inTime } from '../rules/register.ts'
import { registerFacts } from '../rules/register-facts.ts'
import { isEmptyRegister, saveEvents, saveUnits } from '../store.ts'

/** What was loaded. */
export type LoadedRegister = { readonly units: number; readonly events: number; readonly warnings: number }

/** Loads the register. Refuses facts with errors, and a register that already holds units: history is never replaced. */
export const loadRegister = action({
  name: 'organisations.load-register',
  right: canLoadRegister,
  input: registerFacts,
  run: async (ctx, facts) => {
    const allowed = demand(canLoadRegister, ctx.actor)
    if (!allowed.ok) return allowed
    const issues = checkRegister(facts)
    const errors = issues.filter((i) => i.level === 'error')
    if (errors.length > 0)
      return refuseFields(
        'organisations.facts',
        Object.fromEntries(errors.map((i) => [`${i.event} ${i.unit} ${i.code}`.trim(), i.message])),
      )
    if (!(await isEmptyRegister(ctx.tx)))
      return refuse(
        'conflict',
        'organisations.not-empty',
        'Sổ bộ đã có đơn vị, chưa ghi gì. Thay đổi về sau ghi bằng sự kiện tổ chức.',
      )
    const units = historyOfUnits(facts)
    const ids = new Map(units.map((u) => [u.fact.code, ctx.newId()]))
    const idOf = (code: string): string => {
      const id = ids.get(code)
      if (id === undefined) throw new Error(`unit ${code} passed the checks but is not known`)
      return id
    }
    const events = inTime(facts.events).map((e) => ({ ...e, id: ctx.newId() }))
    await saveUnits(ctx.tx, units, idOf)
    await saveEvents(ctx.tx, events, idOf)
    const loaded: LoadedRegister = { units: units.length, events: events.length, warnings: issues.length }
    return done(loaded, { kind: 'organisations.register-loaded', subject: 'organisations:register', data: loaded })
  },
})
