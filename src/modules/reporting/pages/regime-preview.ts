/** Xem trước biểu mẫu: the sections of a version as a body will see them, with nothing filled in. */
import { day } from '../../../kernel/day.ts'
import type { Drawn } from '../../../platform/http/route.ts'
import { linkButton } from '../../../ui/button.ts'
import { card, stack } from '../../../ui/card.ts'
import { head } from '../../../ui/head.ts'
import { type Html, html } from '../../../ui/html.ts'
import { reportCode } from '../rules/open-period.ts'
import { cutOffOf, dueBeforeOf, type Regime, shortNameOf } from '../rules/regime.ts'
import type { RegimeDraft, RegimeVersion } from '../views/periods.ts'
import type { ReportFile } from '../views/report.ts'
import type { TaskGroup } from '../words.ts'
import { draftCrumbs } from './regime-draft.ts'
import { contentOf, HOME, regimeHref } from './regimes.ts'
import { sectionFields } from './report-section.ts'

const NOBODY = '00000000-0000-7000-8000-000000000000'

/** An empty report of a body that does not exist: what the form is drawn from. */
export function emptyFile(regime: Regime, groups: readonly TaskGroup[], year: number): ReportFile {
  const whole = { from: day(`${year}-01-01`), to: null }
  const opened = Temporal.Instant.from(`${year}-11-01T00:00:00Z`)
  return {
    period: {
      id: NOBODY,
      slug: regime.slug,
      year,
      title: shortNameOf(regime, year),
      programmeId: NOBODY,
      dueBefore: dueBeforeOf(regime, year),
      cutOff: cutOffOf(regime, year),
      openedAt: opened,
      issuedBy: '',
      regime,
      forms: [{ since: opened, act: '', regime }],
    },
    beside: { lastYear: {}, past: {}, counting: null, below: { bodies: 0, sums: {} }, before: null },
    unit: {
      id: NOBODY,
      code: 'MAU',
      kind: 'body',
      type: null,
      group: 'co-quan-chuyen-mon',
      name: 'Cơ quan mẫu',
      officeName: 'Cơ quan mẫu',
      parentId: null,
      valid: whole,
    },
    obligation: {
      id: NOBODY,
      unitId: NOBODY,
      unitCode: 'MAU',
      unitName: 'Cơ quan mẫu',
      regime: regime.slug,
      year,
      title: shortNameOf(regime, year),
      code: reportCode({ slug: regime.slug, year }, 0),
      dueBefore: dueBeforeOf(regime, year),
      state: 'chua-nop',
      submittedAt: null,
      late: null,
      daysLate: 0,
      daysOverdue: 0,
      daysLeft: null,
      returnedReason: null,
      marked: 0,
      stateSince: opened,
      part: whole,
      closing: false,
      inheritedBy: null,
      version: 1,
    },
    cameFrom: [],
    groups,
    sections: new Map(),
    answers: {},
    keptApart: {},
    lastYear: {},
    found: [],
    submissions: [],
    steps: [],
    remarks: [],
    marks: [],
  }
}

/** The sections of a version, drawn as the form draws them; the boxes are locked. */
export function formPreview(regime: Regime, groups: readonly TaskGroup[], year: number): Html {
  const file = emptyFile(regime, groups, year)
  const sections = regime.sections.filter((s) => s.parts.length > 0 && isWhole(regime, s))
  return stack(
    ...sections.map((section) =>
      card({
        title: `${section.no}. ${section.title}`,
        body: html`<fieldset class="form wide" disabled>${sectionFields({ file, section, mending: false, cell: null })}</fieldset>`,
      }),
    ),
  )
}

/** A section may point at a table that is gone while a draft is being shaped: it is told as a problem, not drawn. */
const isWhole = (r: Regime, s: Regime['sections'][number]): boolean =>
  s.parts.every((p) => p.kind !== 'table' || r.tables.some((t) => t.id === p.table))

/** The page. */
export function previewPage(v: {
  readonly draft: RegimeDraft
  readonly groups: readonly TaskGroup[]
  readonly year: number
}): Drawn {
  const r = v.draft.regime
  return {
    crumbs: draftCrumbs(r, 'Xem trước'),
    body: html`${head({
      title: `Biểu mẫu theo bản ${r.version}, kỳ ${v.year}`,
      over: r.name,
      lead: 'Cơ quan sẽ thấy các mục dưới đây. Ô trong trang xem trước đã khóa.',
      actions: linkButton({ label: 'Về bản soạn', href: regimeHref(r.slug, 'soan') }),
    })}${formPreview(r, v.groups, v.year)}`,
  }
}

/** What the page of an issued version shows. */
export type VersionView = {
  readonly version: RegimeVersion
  readonly groups: readonly TaskGroup[]
  readonly year: number
}

/** A version as it was issued. */
export function versionPage(v: VersionView): Drawn {
  const r = v.version.regime
  return {
    crumbs: [HOME, { label: r.code, href: regimeHref(r.slug) }, { label: `Bản ${r.version}` }],
    body: html`${head({
      title: `${r.code}, bản ${r.version}`,
      over: r.name,
      lead: v.version.act === '' ? 'Bản đi kèm hệ thống.' : `Ban hành theo: ${v.version.act}.`,
      actions: linkButton({ label: 'Tải tệp JSON', href: regimeHref(r.slug, `ban/${r.version}/json`), download: true }),
    })}${stack(contentOf(r), formPreview(r, v.groups, v.year))}`,
  }
}
