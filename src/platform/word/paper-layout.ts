/**
 * Kỹ thuật trình bày: the measures of a paper, taken from `facts/nd30-layout.json` and turned into the units of
 * WordprocessingML: twips (1/20 pt) for lengths, half points for sizes of letters.
 */
import rules from '../../../facts/nd30-layout.json' with { type: 'json' }

/** The rules as they stand in the facts. */
export const ND30 = rules

/** Millimetres in twips. */
export const mm = (n: number): number => Math.round((n * 1440) / 25.4)

/** Points in twips. */
export const pt = (n: number): number => Math.round(n * 20)

/** Points in half points. */
export const halves = (n: number): number => Math.round(n * 2)

const { marginMm } = rules.page

/** Margins in twips; the page number stands in the middle of the top margin. */
export const MARGIN = {
  top: mm(marginMm.top.use),
  bottom: mm(marginMm.bottom.use),
  left: mm(marginMm.left.use),
  right: mm(marginMm.right.use),
  header: mm(10),
  footer: mm(10),
} as const

/** Page size in twips, upright. */
export const PAGE = { width: mm(rules.page.widthMm), height: mm(rules.page.heightMm) } as const

/** Width of the text in twips, upright or landscape. */
export const textRoom = (landscape = false): number =>
  (landscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right

/** Thụt đầu dòng, in twips. */
export const FIRST_LINE = mm(rules.body.firstLineIndentCm.use * 10)

/** Khoảng cách dòng of the body, in 240ths of a line. */
export const LINE = Math.round(rules.body.lineSpacing.use * 240)

/** Khoảng cách đoạn of the body, in twips, put before each paragraph. */
export const GAP = pt(rules.body.paragraphGapPt.use)
