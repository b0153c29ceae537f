/**
 * Mô-đun: what a module hands to the whole. `src/modules.ts` lists the manifests in the order of the story;
 * menu, migrations, rights, facts, jobs and commands are folds over that list.
 */
import type { Actor } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Decision } from '../kernel/result.ts'
import type { Right } from '../kernel/right.ts'
import type { IconName } from '../ui/icons.ts'
import type { Ctx } from './action.ts'
import type { Command } from './command/command.ts'
import type { Tx } from './database/sql.ts'
import type { Route } from './http/route.ts'
import type { Job } from './jobs/job.ts'
import type { LedgerLine } from './ledger/record.ts'
import type { Measure } from './measure.ts'

/** Mục của thanh bên. */
export type MenuEntry = {
  readonly path: string
  readonly label: string
  readonly icon: IconName
  readonly group: 'Công việc' | 'Trí thức' | 'Kế hoạch' | 'Điều hành' | 'Quản trị'
  readonly order: number
  readonly shows: (actor: Actor) => boolean
}

/** A counter beside a menu entry or on the bell. */
export type Badge = {
  /** Menu path, or `bell` for unread notices. */
  readonly path: string
  readonly count: number
  readonly tone: 'late' | 'plain'
  /** What is counted, for screen readers: "việc quá hạn". */
  readonly label: string
}

/** Kết quả tìm: one row of the search box. */
export type SearchRow = {
  readonly label: string
  readonly detail: string
  readonly href: string
  readonly kind: string
}

/** Điều một đơn vị đang mang: something that would be ownerless when the unit ends. */
export type Held = {
  /** `module.what:id`: stable, and begins with the name of the module that settles it. */
  readonly item: string
  /** What kind of thing it is, in words: "Tài khoản". */
  readonly kind: string
  readonly unitId: string
  /** The thing itself: "Nguyễn Văn An (nguyenvanan)", "Nhiệm vụ III.3.3". */
  readonly what: string
  /** How many things it stands for: dossiers of one body are one line. */
  readonly count: number
  readonly href: string | null
  /** `links` = passes along the links of the event by itself when there is one heir; `named` = goes to the one body somebody names. */
  readonly passes: 'links' | 'named'
}

/** Giao lại: to whom something a unit held goes on `on`; `to` null = không còn đối tượng, by the act. */
export type HandOver = {
  readonly item: string
  readonly from: string
  readonly to: string | null
  readonly on: Day
  /** The day of the event itself: before `on` when it was recorded late. */
  readonly since: Day
  /** Legal act of the event, or of there being no subject any more. */
  readonly act: string
}

/** Bản khai của một mô-đun. */
export type Module = {
  /** Folder name, e.g. `reporting`; its schema is the same with underscores. */
  readonly name: string
  /** Vietnamese title. */
  readonly title: string
  readonly routes: readonly Route[]
  readonly rights: readonly Right[]
  readonly menu?: readonly MenuEntry[]
  readonly badges?: (ctx: Ctx) => Promise<readonly Badge[]>
  /** Rows of the search box for a folded text (`kernel/text.ts` fold), within the actor's rights; at most 8. */
  readonly search?: (ctx: Ctx, folded: string) => Promise<readonly SearchRow[]>
  readonly jobs?: readonly Job[]
  /** What the module keeps for these units that must not be ownerless when they end. */
  readonly heldBy?: (ctx: Ctx, unitIds: readonly string[]) => Promise<readonly Held[]>
  /** Settles what `heldBy` named, in the transaction of the event; answers how many things changed hands. */
  readonly handOver?: (ctx: Ctx, moves: readonly HandOver[]) => Promise<Decision<number>>
  /** What the module counts, for indicators. */
  readonly measures?: readonly Measure[]
  readonly commands?: readonly Command[]
  /** Sentence of each fact kind the module records, for histories: what happened, without the actor. */
  readonly facts: Readonly<Record<string, (line: LedgerLine) => string>>
  /** What its business-named constraints mean. */
  readonly constraints?: Readonly<Record<string, string>>
  readonly migrations?: URL
  /** Brings up to date what the module derives by rules that may be newer than its data; cheap when nothing is to be done. */
  readonly settle?: (tx: Tx) => Promise<void>
}
