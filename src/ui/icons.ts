/**
 * Biểu tượng: one set of 20 px line drawings, 1.5 px stroke, our own. Always beside a word, except in the narrow rail.
 */
import { type Html, html, raw } from './html.ts'

/** Path data on a 20 × 20 grid, drawn with round caps and joins. */
const DRAWINGS = {
  work: 'M4 5.5h12v11H4zM7.5 5.5V3.5h5v2M7 10.5l2 2 4-4',
  collect: 'M3 4h14v4H3zM5 8v8h10V8M8 11.5h4',
  report: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13.5h5.5',
  plan: 'M10 5C8 3.6 5.6 3.2 3 3.5v12c2.600-.3 5 .1 7 1.500 2-1.400 4.400-1.800 7-1.500v-12c-2.600-.3-5 .1-7 1.500zM10 5v12',
  task: 'M4 5l1.300 1.300L7.600 4M10 5h6.500M4 10.300l1.300 1.300 2.300-2.300M10 10.500h6.500M4.500 15.800h2M10 15.800h6.500',
  goal: 'M10 3a7 7 0 1 0 7 7M10 6.500a3.500 3.500 0 1 0 3.500 3.500M10 10l6.500-6.500M14 3.500V6h2.500',
  forecast: 'M3 3v14h14M5.500 13l3.500-4 2.500 2M13 9.500l1.200-1.500M15.500 6.300l1-1.300',
  people:
    'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.500c.4-3 2.600-4.700 5.500-4.700s5.100 1.700 5.500 4.700M13 3.900a3 3 0 0 1 0 5.300M15 12.400c1.700.7 2.800 2.200 3 4.100',
  person:
    'M10 9.500a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400zM3.800 17c.4-3.200 2.900-5 6.200-5s5.800 1.800 6.200 5',
  organisation: 'M3 17h14M5 17V8M15 17V8M8.500 17V8M11.500 17V8M2.500 7.500 10 3l7.500 4.500z',
  place:
    'M10 17.500c3.600-3.900 5.500-6.900 5.500-9.300a5.500 5.500 0 0 0-11 0c0 2.400 1.900 5.400 5.500 9.300zM10 10.200a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  board: 'M3 4h14v9.500H3zM10 13.500V17M6.500 17h7M6 10l2.500-2.500 2 2L14 6.500',
  document: 'M5 2.500h10v15H5zM7.500 6.500h5M7.500 10h5M7.500 13.500h3',
  letter: 'M2.500 4.500h15v11h-15zM2.500 5.500l7.500 5.500 7.500-5.500',
  list: 'M7 5h10M7 10h10M7 15h10M3.300 5h.4M3.300 10h.4M3.300 15h.4',
  audit: 'M10 5.500V10l3 2M3.300 8.500A7 7 0 1 1 3 11M3 5v3.500h3.500',
  settings: 'M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4',
  health: 'M2.500 10.500h3.500l2-5.500 3.500 10 2-4.500h4',
  users:
    'M8 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.500 16.500c.4-3 2.600-4.700 5.500-4.700 1.200 0 2.300.3 3.200.8M14.500 11v6M11.500 14h6',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.300 13.300 17.500 17.500',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.500 1.500h-13zM8.300 17.500h3.400',
  help: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM7.800 7.800c.2-1.300 1.100-2 2.300-2 1.300 0 2.300.8 2.300 2 0 1.600-2.300 1.700-2.300 3.400M10 14v.2',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  close: 'M4.500 4.500l11 11M15.500 4.500l-11 11',
  left: 'M12 4.500 6.500 10l5.500 5.500',
  right: 'M8 4.500 13.500 10 8 15.500',
  up: 'M4.500 12.500 10 7l5.500 5.500',
  down: 'M4.500 7.500 10 13l5.500-5.500',
  collapse: 'M16.500 3.500v13M12.500 10H3.500M7 6.500 3.500 10 7 13.500',
  plus: 'M10 4v12M4 10h12',
  edit: 'M4 16l.8-3.500L13.500 3.800l2.700 2.700-8.700 8.700zM11.500 5.800l2.700 2.700',
  print: 'M6 7.500V3h8v4.500M6 14H3.500V7.500h13V14H14M6 12h8v5H6z',
  download: 'M10 3v9.500M6 9l4 4 4-4M3.500 16.500h13',
  upload: 'M10 13V3.500M6 7l4-4 4 4M3.500 16.500h13',
  send: 'M17 3 2.500 8.500l6 2.500L11 17.500zM8.500 11 17 3',
  check: 'M4 10.500l4 4 8-9',
  warning: 'M10 3 18 16.500H2zM10 8v4M10 14.300v.2',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM10 9v5M10 6.200v.2',
  lock: 'M4.500 9h11v8h-11zM7 9V6.500a3 3 0 0 1 6 0V9M10 12v2',
  return: 'M7.500 4 3.500 8l4 4M3.500 8H12a4.500 4.500 0 0 1 0 9H7',
  calendar: 'M3.500 4.500h13v12h-13zM3.500 8.500h13M7 2.500v3.500M13 2.500v3.500',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1',
  signout: 'M8 3.500H3.500v13H8M8 10h9M13.500 6.500 17 10l-3.500 3.500',
  home: 'M3 9.500 10 3.500l7 6M5 8v8.500h10V8',
  filter: 'M3 4.500h14L11.500 11v5.500l-3-1.500v-4z',
} as const

/** Tên biểu tượng. */
export type IconName = keyof typeof DRAWINGS

/** One drawing, hidden from assistive technology: the word beside it speaks. */
export const icon = (name: IconName): Html =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="${raw(DRAWINGS[name])}"/></svg>`

/** Every name, for the gallery. */
export const ICON_NAMES = Object.keys(DRAWINGS) as readonly IconName[]

/** Dấu hiệu của hệ thống: eight rays in a ring, after the sun of a bronze drum. The owner's emblem may stand in its place. */
export const mark: Html = raw(
  '<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">' +
    '<circle cx="16" cy="16" r="15" fill="#0B4F8A"/><circle cx="16" cy="16" r="12.200" fill="none" stroke="#fff" stroke-width="1.100" stroke-dasharray="1.300 1.255"/>' +
    '<path fill="#fff" d="M16 6l1.700 5.900 5.370-2.970-2.970 5.370L26 16l-5.900 1.700 2.970 5.370-5.370-2.970L16 26l-1.700-5.900-5.370 2.970 2.970-5.370L6 16l5.900-1.700-2.970-5.370 5.370 2.970z"/>' +
    '<circle cx="16" cy="16" r="2.600" fill="#0B4F8A"/></svg>',
)
