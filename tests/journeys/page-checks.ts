/** Xét trang sau mỗi bước: what must hold on every page whatever the journey: accessibility, width, words. */
import type { Page } from 'playwright-core'
import { axe } from '../browser.ts'

/** The two frames of the design: an office screen of 1366×768 less the browser's own bars, and a phone. */
export const SCREEN = { width: 1366, height: 625 }
/** Điện thoại. */
export const PHONE = { width: 390, height: 844 }

/** Words no text of ours uses; "tỉnh bạn" (a neighbouring province) is the Plan's own. */
const BANNED = ['vui lòng', 'không hợp lệ', 'xin lỗi', '(?<!tỉnh )bạn', 'đồng chí']

/** Marks of a value that was not written for people. */
const RAW: readonly (readonly [string, RegExp])[] = [
  ['ngày viết kiểu máy', /(?<![\d/-])\d{4}-\d{2}-\d{2}(?![\d-])/u],
  ['giá trị của máy', /(?<!\p{L})(undefined|null|NaN|Infinity|\[object \w+\])(?!\p{L})/u],
  ['dấu chấm than', /\p{L}!(\s|$)/u],
]

/** What the reader sees, without sentences quoted from a document that is not ours. */
const visibleText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const quoted = [...document.querySelectorAll<HTMLElement>('blockquote, [data-source-text]')]
    return quoted.reduce((all, q) => all.replace(q.innerText, ''), document.body.innerText)
  })

/** What is wrong with the words of a page. */
function wordFaults(text: string): string[] {
  const line = (at: number): string => text.slice(Math.max(0, at - 40), at + 40).replaceAll('\n', ' ')
  const raw = RAW.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)
    return found ? [`${what}: "…${line(found.index)}…"`] : []
  })
  const banned = BANNED.flatMap((word) => {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').exec(text)
    return found ? [`từ không dùng "${found[0]}": "…${line(found.index)}…"`] : []
  })
  return [...raw, ...banned]
}

/** Whether the page is wider than the window (data tables scroll in a frame of their own). */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Widths at which the page would have to be moved sideways. */
async function widthFaults(page: Page): Promise<string[]> {
  const own = page.viewportSize() ?? SCREEN
  const faults: string[] = []
  for (const frame of [SCREEN, PHONE].sort((a) => (a.width === own.width ? 1 : -1))) {
    await page.setViewportSize(frame)
    const over = await sideways(page)
    if (over > 1) faults.push(`trang rộng hơn khung ${frame.width}×${frame.height} ${over} điểm ảnh`)
    const blank = await blankBelow(page)
    if (blank > 2)
      faults.push(`dưới chân trang còn ${Math.round(blank)} điểm ảnh trống ở khung ${frame.width}×${frame.height}`)
  }
  await page.setViewportSize(own)
  return faults
}

/** Points of nothing below the page: something hidden inside a frame that scrolls stretches the page as well. */
const blankBelow = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.documentElement.scrollHeight -
      Math.max(innerHeight, document.body.getBoundingClientRect().bottom + scrollY),
  )

/** Pages axe has read in this file: the same document in the same window gives the same findings. */
const read = new Set<string>()

/** The document without what differs from one answer to the next (tokens), with its window. */
async function fingerprintOf(page: Page): Promise<string> {
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  const size = page.viewportSize()
  return `${size?.width} ${html.replace(/name="_csrf" value="[^"]*"/g, '')}`
}

async function accessFaults(page: Page): Promise<string[]> {
  const fingerprint = await fingerprintOf(page)
  if (read.has(fingerprint)) return []
  read.add(fingerprint)
  return (await axe(page)).map((v) => `axe ${v.id}: ${v.help}\n      ${v.nodes.slice(0, 3).join('\n      ')}`)
}

/**
 * Everything wrong with the page as it stands. `widths` also looks at the other frame. Without scripts axe cannot run
 * either; it reads the same pages in the journeys with scripts.
 */
export async function faultsOf(page: Page, look: { scripts: boolean; widths: boolean }): Promise<string[]> {
  const { scripts, widths } = look
  const violations = scripts ? await accessFaults(page) : []
  const words = wordFaults(await visibleText(page))
  return [...violations, ...words, ...(widths ? await widthFaults(page) : [])]
}
