/** Tin theo dõi dạng RSS 2.0. Pure: entries in, text out. */

/** Một tin. */
export type Entry = {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly at: Temporal.Instant
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (n: number): string => String(n).padStart(2, '0')

/** RFC 822, as RSS asks for: "Mon, 23 Nov 2026 08:30:00 +0000". */
export function rfc822(at: Temporal.Instant): string {
  const t = at.toZonedDateTimeISO('UTC')
  return `${WEEKDAYS[t.dayOfWeek - 1]}, ${two(t.day)} ${MONTHS[t.month - 1]} ${t.year} ${two(t.hour)}:${two(t.minute)}:${two(t.second)} +0000`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text inside XML; characters XML 1.0 does not know are left out. */
export const inXml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** Nguồn tin: `link` = the page it tells of, `self` = where the feed itself is found; both whole addresses. */
export type Feed = {
  readonly title: string
  readonly link: string
  readonly self: string
  readonly about: string
  readonly entries: readonly Entry[]
}

/** The feed, newest first. */
export function rssFeed(of: Feed): string {
  const items = of.entries.map(
    (e) =>
      `<item><title>${inXml(e.title)}</title><link>${inXml(e.link)}</link><guid isPermaLink="false">${inXml(e.id)}</guid><pubDate>${rfc822(e.at)}</pubDate></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${inXml(of.title)}</title><link>${inXml(of.link)}</link><atom:link href="${inXml(of.self)}" rel="self" type="application/rss+xml"/><description>${inXml(of.about)}</description><language>vi</language>${items.join('')}</channel></rss>\n`
}
