/**
 * Hành trình: one task of one person from the home of the role, in a real browser, by role and Vietnamese name only.
 * Presses are counted as the page hears them and held against the budget; every step is followed by the checks of the page.
 */
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { startBrowser } from '../browser.ts'
import { faultsOf, PHONE, SCREEN } from './page-checks.ts'
import { keepPicture } from './pictures.ts'
import { emptyWorld, NOW, sampleWorld, type World } from './world.ts'

/** Who travels: the card of the first page (label of the role) and words of the button in it. */
export type Who = { readonly role: string; readonly name: string | RegExp }

/** How a journey is made. `budget` = presses allowed; left out where only the outcome counts. */
export type Plan = {
  readonly budget?: number
  readonly who?: Who
  /** The instant of the system; the sample world itself was loaded at `NOW`. */
  readonly at?: Temporal.Instant
  readonly phone?: boolean
  readonly scripts?: boolean
  readonly world?: 'sample' | 'empty'
}

type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'textbox' | 'combobox'
type Step = { readonly name: string; readonly presses: number }

let browser: Browser | null = null

afterAll(async () => {
  await browser?.close()
  browser = null
})

/** Counts what a person does: a pointer going down, Enter outside a text of several lines. */
function hearPresses(): void {
  const told = () => void (window as unknown as { daBam: () => void }).daBam()
  addEventListener('pointerdown', (e) => e.isTrusted && told(), true)
  addEventListener(
    'keydown',
    (e) => e.isTrusted && e.key === 'Enter' && !(e.target instanceof HTMLTextAreaElement) && told(),
    true,
  )
}

/** One person at one screen. */
export class Traveller {
  readonly page: Page
  readonly world: World
  readonly #scripts: boolean
  readonly #steps: Step[] = []
  readonly #measured = new Set<string>()
  readonly faults: string[] = []
  presses = 0
  /** A press has asked for another page that is not here yet. */
  #leaving = false

  constructor(page: Page, world: World, scripts: boolean) {
    this.page = page
    this.world = world
    this.#scripts = scripts
    page.on('request', (r) => {
      if (r.isNavigationRequest() && r.frame() === page.mainFrame()) this.#leaving = true
    })
    for (const arrived of ['load', 'download', 'requestfailed'] as const) {
      page.on(arrived as 'load', () => {
        this.#leaving = false
      })
    }
    page.on('pageerror', (e) => this.faults.push(`lỗi kịch bản: ${e.message}`))
    page.on('response', (r) => {
      if (r.status() >= 500) this.faults.push(`${r.status()} ${r.request().method()} ${r.url()}`)
      if (!r.url().startsWith(world.url) && !/^(data|blob):/.test(r.url())) this.faults.push(`bên thứ ba: ${r.url()}`)
    })
  }

  /** One step: what is done, then the checks of the page it led to. */
  async step(name: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.presses
    await work()
    await this.#arrive()
    this.#steps.push({ name, presses: this.presses - before })
    const { path, found } = await this.#look()
    this.#measured.add(path)
    expect(found, `${name} (${path})`).toEqual([])
  }

  /** The page as it stands; a press that only now leads on, on a slow machine, is followed and looked at there. */
  async #look(tries = 3): Promise<{ path: string; found: string[] }> {
    const path = new URL(this.page.url()).pathname
    try {
      return { path, found: await faultsOf(this.page, { scripts: this.#scripts, widths: !this.#measured.has(path) }) }
    } catch (error) {
      if (tries === 0 || !String(error).includes('Execution context was destroyed')) throw error
      await this.#arrive()
      return this.#look(tries - 1)
    }
  }

  /** Waits for the page a press led to; a press that leads nowhere is noticed at once. */
  async #arrive(): Promise<void> {
    await this.page.waitForTimeout(40)
    for (let waited = 0; this.#leaving && waited < 15_000; waited += 20) await this.page.waitForTimeout(20)
    await this.page.waitForLoadState('load')
  }

  /** What the test looks up or does besides the journey: no press of it counts. */
  async aside(work: () => Promise<unknown>): Promise<void> {
    const before = this.presses
    await work()
    this.presses = before
  }

  /** Presses the thing with this role and accessible name; a string means the whole name. */
  async press(role: Role, name: string | RegExp, options: { shift?: boolean; in?: string } = {}): Promise<void> {
    const where = options.in === undefined ? this.page : this.page.getByRole('navigation', { name: options.in })
    await where
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click(options.shift ? { modifiers: ['Shift'] } : {})
    if (!this.#scripts) this.presses++
    await this.#arrive()
  }

  /** Presses an entry of the menu; on a phone the menu is opened first. */
  async menu(label: string): Promise<void> {
    const phone = (this.page.viewportSize()?.width ?? 0) < 800
    if (phone) await this.press('button', 'Mở danh mục chức năng')
    await this.press('link', new RegExp(`^${label}`), { in: 'Chính' })
  }

  /** The number a filter shows: "Quá hạn 75" gives 75; a filter of decisions nobody has made is not there and counts 0. */
  async count(filter: string): Promise<number> {
    const chip = this.page
      .getByRole('navigation', { name: /^Lọc/ })
      .getByRole('link', { name: new RegExp(`^${filter}\\s*[\\d.]+$`) })
    await this.page.getByRole('navigation', { name: /^Lọc/ }).first().waitFor()
    if (filter.startsWith('Đã ') && (await chip.count()) === 0) return 0
    const words = await chip.first().innerText()
    return Number(words.replaceAll(/\D/g, ''))
  }

  /** How many rows the table of this name has. */
  rows(table: string | RegExp): Promise<number> {
    return this.page.getByRole('table', { name: table }).locator('th[scope="row"]').count()
  }

  /** Types into the box with this label. Typing is free. */
  async type(label: string | RegExp, text: string): Promise<void> {
    await this.page
      .getByRole('textbox', { name: label, exact: typeof label === 'string' })
      .first()
      .fill(text)
  }

  /** Chooses from a list; the list the system opens counts as one press. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label }).selectOption({ label: option })
    this.presses++
  }

  /** Gives a file to the box with this label; the chooser of the system counts as one press. */
  async give(label: string, file: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).setInputFiles(file)
    this.presses++
  }

  /** Presses and takes the file that comes. */
  async take(role: Role, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press(role, name)])
    return { name: file.suggestedFilename(), bytes: await bytesOf(file) }
  }

  /** Waits until these words stand on the page. */
  async see(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 8000 })
  }

  /** The first heading: what the page says it is. */
  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText()
  }

  /** Opens an address: a link of a message, a bookmark. */
  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.world.url).href)
  }

  /** Another person at a machine of its own, already signed in. */
  async colleague(who: Who): Promise<Traveller> {
    const other = await sitDown(this.world)
    await other.enter(who)
    return other
  }

  /** In by one press on the first page; what follows is counted. */
  async enter({ role, name }: Who): Promise<void> {
    await this.open('/dang-nhap')
    await this.pick({ role, name })
    this.presses = 0
  }

  /** Presses the person on the page that is open. */
  async pick({ role, name }: Who): Promise<void> {
    const card = this.page.getByRole('form', { name: `Vào vai ${role}` })
    const person = card.getByRole('button', { name }).first()
    if (!(await person.isVisible())) await card.getByText(/^Xem thêm \d+ người$/).click()
    const left = this.page.url()
    await person.click()
    // A slow machine has not asked for the next page yet when the click is done.
    await this.page.waitForURL((url) => url.href !== left, { waitUntil: 'load' })
    await this.#arrive()
  }

  /** Ảnh cho README và hướng dẫn: the page as it stands, only when NGUYEN_KHI_PICTURES asks for it. */
  async picture(name: string, options: { readonly height?: number; readonly from?: string } = {}): Promise<void> {
    await keepPicture(this.page, name, options)
  }

  /** The journey in words: what was pressed how often. */
  report(title: string, budget: number | undefined, seconds: number): string {
    const allowed = budget === undefined ? '' : `/${budget}`
    const lines = this.#steps.map((s, i) => `  ${i + 1}. ${s.name}${s.presses > 0 ? ` (${s.presses} lần bấm)` : ''}`)
    return [`${title}: ${this.presses}${allowed} lần bấm, ${seconds.toFixed(1).replace('.', ',')} giây`, ...lines].join(
      '\n',
    )
  }
}

async function bytesOf(file: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A window of its own: another person, or the same one at another machine. */
export async function sitDown(world: World, plan: Pick<Plan, 'phone' | 'scripts'> = {}): Promise<Traveller> {
  browser ??= await startBrowser()
  const scripts = plan.scripts ?? true
  const context: BrowserContext = await browser.newContext({
    viewport: plan.phone === true ? PHONE : SCREEN,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(10_000)
  const traveller = new Traveller(await context.newPage(), world, scripts)
  if (scripts) {
    await context.exposeBinding('daBam', () => {
      traveller.presses++
    })
    await context.addInitScript(hearPresses)
  }
  return traveller
}

/** Declares a journey as a test. */
export function journey(code: string, goal: string, plan: Plan, walk: (j: Traveller) => Promise<void>): void {
  const title = `${code} ${goal}`
  test(plan.budget === undefined ? title : `${title}: không quá ${plan.budget} lần bấm`, async () => {
    const world = await (plan.world === 'empty' ? emptyWorld : sampleWorld)(plan.at ?? NOW)
    const j = await sitDown(world, plan)
    try {
      if (plan.who) await j.enter(plan.who)
      const began = performance.now()
      await walk(j)
      console.log(j.report(title, plan.budget, (performance.now() - began) / 1000))
      expect(j.faults).toEqual([])
      if (plan.budget !== undefined) expect(j.presses, 'số lần bấm').toBeLessThanOrEqual(plan.budget)
    } catch (error) {
      const seen = await j.page
        .locator('main')
        .innerText({ timeout: 1000 })
        .catch(() => '(không đọc được trang)')
      console.log(`${title} dừng ở ${j.page.url()}\n${seen}`)
      throw error
    } finally {
      await j.page.context().close()
      await world.close()
    }
  })
}
