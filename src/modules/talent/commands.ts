/** Lệnh của nhân tài: `talent list`, `talent retention`, `talent recruitment`. */
import { type Day, dayOf, parseDay, showDay, yearOf } from '../../kernel/day.ts'
import { showPercent } from '../../kernel/number.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { demand } from '../../kernel/right.ts'
import type { Command, CommandIo } from '../../platform/command/command.ts'
import { canSeeTalents } from './rights.ts'
import { type Curve, shareAt } from './rules/survival.ts'
import { readLines, readRecruitment, readRetention } from './screens.ts'
import { MILESTONES, STANDINGS, YEARS } from './words.ts'

/** The day after a flag: null = the flag is not there; a refusal when it is no day. */
function dayFlag(io: CommandIo, name: string): Decision<Day | null> {
  const given = io.flags[name]
  if (given === undefined) return accept(null)
  const day = given === true ? null : parseDay(given)
  return day === null
    ? refuse('invalid', 'day', `Ngày sau --${name} phải là ngày có thật, ví dụ 2026-12-31.`)
    : accept(day)
}

const list: Command = {
  noun: 'talent',
  verb: 'list',
  usage: '[--as-of NGÀY] [--json]',
  help: 'Liệt kê người được công nhận là nhân tài, tình trạng và mốc tới.',
  needs: 'database',
  run: async (io) => {
    const day = dayFlag(io, 'as-of')
    if (!day.ok) return day
    const may = demand(canSeeTalents, io.actor)
    if (!may.ok) return may
    const lines = await io.read((ctx) => readLines(ctx, day.value ?? dayOf(io.now)))
    const words = lines.map(
      (l) =>
        `${l.code}  ${l.name ?? '(hồ sơ do cơ quan khác quản lý)'} · ${l.unitName} · công nhận ${showDay(l.since)} · ${STANDINGS[l.standing].label}`,
    )
    io.print(words.length === 0 ? 'Chưa ghi công nhận nhân tài nào.' : words.join('\n'), lines)
    return accept(lines.length)
  },
}

/** A cohort as JSON: figures, the curve, and the share at each year reached. */
const curveJson = (c: Curve) => ({
  ...c,
  shareAtYears: MILESTONES.map((years) => ({ years, share: shareAt(c, years) })),
})

const atFive = (c: Curve): string =>
  c.reached === 0
    ? `đo được từ ${showDay(c.measurableFrom)}`
    : `${c.stayed}/${c.reached} còn làm việc khi đủ ${YEARS} năm`

const retention: Command = {
  noun: 'talent',
  verb: 'retention',
  usage: '[--as-of NGÀY] [--known NGÀY] [--json]',
  help: 'Tỷ lệ nhân tài còn làm việc theo lứa công nhận, đến 5 năm.',
  needs: 'database',
  run: async (io) => {
    const [day, known] = [dayFlag(io, 'as-of'), dayFlag(io, 'known')]
    if (!day.ok) return day
    if (!known.ok) return known
    const may = demand(canSeeTalents, io.actor)
    if (!may.ok) return may
    const v = await io.read((ctx) => readRetention(ctx, day.value ?? dayOf(io.now), known.value))
    const reached = v.total?.reached ?? 0
    const value = v.total === null || reached === 0 ? null : v.total.stayed / reached
    const words = v.curves.map(({ cohort, curve: c }) =>
      c === null
        ? `${cohort}: ẩn, dưới ${v.small} người`
        : `${cohort}: ${c.recognised} người, ${c.left} rời đi; còn ${showPercent(c.share)} sau ${c.until.toLocaleString('de-DE')} năm; ${atFive(c)}`,
    )
    const first = v.first === null ? '' : `\nĐoàn lứa đầu tiên đo được từ ngày ${showDay(v.first)}.`
    io.print(words.length === 0 ? 'Chưa ghi công nhận nhân tài nào.' : `${words.join('\n')}${first}`, {
      day: v.day,
      known: v.known,
      state: value === null ? (v.anybody ? 'no-subject' : 'no-source') : 'value',
      value,
      numerator: v.total?.stayed ?? null,
      denominator: v.total?.reached ?? null,
      measurableFrom: v.first,
      withheld: v.withheld,
      total: v.total === null ? null : curveJson(v.total),
      cohorts: v.curves.map(({ cohort, curve }) => ({ cohort, curve: curve === null ? null : curveJson(curve) })),
    })
    return accept(v.curves.length)
  },
}

const recruitment: Command = {
  noun: 'talent',
  verb: 'recruitment',
  usage: '[--year NĂM] [--json]',
  help: 'Nhân tài trong số tuyển dụng mới của một năm, theo cơ quan; ai chưa báo cáo.',
  needs: 'database',
  run: async (io) => {
    const year = io.flags.year === undefined ? yearOf(dayOf(io.now)) : Number(io.flags.year)
    if (!Number.isInteger(year) || year < 2000 || year > 2100)
      return refuse('invalid', 'year', 'Năm sau --year phải là một năm, ví dụ 2026.')
    const may = demand(canSeeTalents, io.actor)
    if (!may.ok) return may
    const v = await io.read((ctx) => readRecruitment(ctx, year, ''))
    const { share } = v.total
    const words = share.state === 'value' ? showPercent(share.share) : share.why
    io.print(
      `Năm ${year}: tuyển mới ${v.total.recruited} người, ${v.total.talents} nhân tài; ${words}. ${v.silent} cơ quan chưa báo cáo.`,
      v,
    )
    return accept(v.lines.length)
  },
}

/** Verbs of the module. */
export const commands: readonly Command[] = [list, retention, recruitment]
