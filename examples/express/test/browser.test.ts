import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { launch } from './support/browser.ts'
import { clientOf } from './support/client.ts'
import { open } from './support/open.ts'

const launched = await launch()
const browser = 'browser' in launched ? launched.browser : undefined
if ('missing' in launched) console.warn(`The pages were not looked at: ${launched.missing}.`)
afterAll(() => browser?.close())

describe.runIf(browser !== undefined)('in a browser', async () => {
  if (browser === undefined) return
  const { url, play, shop } = await open({ PLAY_CUSTOMERS: '30' })
  const api = clientOf(url)
  const complaints: string[] = []

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser!.newContext({ locale: 'en-GB', ...options })
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(url + path)
    return page
  }

  async function someoneWrites(page: Page, name: string, text: string): Promise<void> {
    await page.goto(`${url}/play`)
    await page.getByLabel('Somebody new: Name').fill(name)
    await page.getByLabel('Writes', { exact: true }).fill(text)
    await page.getByRole('region', { name: 'Somebody new' }).getByRole('button').click()
  }

  function phoneOf(page: Page, name: string) {
    return page.getByRole('region', { name: `Phone of ${name}` })
  }

  afterAll(() => expect(complaints).toEqual([]))

  test('the overview shows the figures of the API, and the board its labels', async () => {
    const page = await visit('/')
    const { body: figures } = await api.get('/monitoring')
    expect(figures.total).toBeGreaterThan(30)
    const shown = await page
      .locator('[data-figure]')
      .evaluateAll((all) => all.map(({ dataset, textContent }) => [dataset.figure, textContent]))
    const { largestGroup, largestSegment, ...counts } = figures
    expect(Object.fromEntries(shown)).toEqual({
      ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
      largestGroup: largestGroup.name,
      largestSegment: largestSegment.name,
    })
    const { body: board } = await api.get('/labels/board')
    for (const { name, contacts, latest } of board.columns) {
      const column = page.getByRole('region', { name })
      expect(await column.locator('.count').textContent()).toBe(String(contacts))
      const names = await column.locator('.contacts a').allTextContents()
      expect(names).toEqual(latest.slice(0, 6).map((contact: { name: string }) => contact.name))
    }
    await page.getByRole('region', { name: 'Grade B' }).getByRole('link', { name: /more$/ }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Customers: Grade B')
    const grade = board.columns.find(({ name }: { name: string }) => name === 'Grade B')
    expect(await page.getByRole('rowheader').count()).toBe(grade.contacts)
  })

  test('somebody writes, is a customer, is answered, and after a day is not', async () => {
    const page = await visit('/')
    const before = Number(await page.locator('[data-figure=active]').textContent())
    const phones = await visit('/play')
    await someoneWrites(phones, 'Wulan', 'Halo, buka jam berapa?')
    await page.reload()
    expect(await page.locator('[data-figure=active]').textContent()).toBe(String(before + 1))

    const phone = phoneOf(phones, 'Wulan')
    await phone.getByLabel('Answer to Wulan').fill('Jam 8 pagi!')
    await phone.getByRole('button', { name: 'Send', exact: true }).last().click()
    expect(await phone.getByRole('status').textContent()).toBe('Sent.')
    expect(await phone.locator('.bubbles li').allTextContents()).toEqual([
      expect.stringContaining('Halo, buka jam berapa?'),
      expect.stringContaining('Jam 8 pagi!'),
    ])

    await phones.getByRole('button', { name: '24 hours pass' }).click()
    expect(await phone.getByText('Window closed since').count()).toBe(1)
    await phone.getByLabel('Answer to Wulan').fill('Masih mau kopi?')
    await phone.getByRole('button', { name: 'Send', exact: true }).last().click()
    expect(await phone.getByRole('status').textContent()).toMatch(
      /Not sent:The 24-hour window is closed/,
    )
    expect(await phone.locator('.bubbles li').count()).toBe(2)

    await phone.getByRole('button', { name: 'Send an offer' }).click()
    expect(await phone.getByRole('status').textContent()).toMatch(/never agreed/)
    await phone.getByLabel('Wulan writes').fill('Masih!')
    await phone.getByRole('button', { name: 'Send', exact: true }).first().click()
    expect(await phone.getByText('Window open until').count()).toBe(1)

    await phone.getByRole('link', { name: 'In the shop: Wulan' }).click()
    expect(await phones.getByRole('heading', { level: 1 }).textContent()).toBe('Wulan')
    const entries = await phones.locator('.timeline li span').allTextContents()
    expect(entries).toEqual([
      'Wrote (whatsapp)',
      'The shop wrote (whatsapp)',
      'Wrote (whatsapp)',
      'Came into the shop',
    ])
  })

  test('the board says who may be written to freely, until when, and who not', async () => {
    const page = await visit('/play')
    await someoneWrites(page, 'Tuti', 'Masih buka?')
    const { body } = await api.get(`/customers?${new URLSearchParams({ where: 'name = "Tuti"' })}`)
    const [{ id: customer }] = body.rows
    await shop.labels.record({ customer, label: 'Tanya', change: 'added' })
    const silent = await shop.customers.add({ name: 'Umar', phone: '+6281298765432' })
    const barred = await shop.customers.add({ name: 'Vina', phone: '+6281298765433' })
    await shop.customers.blacklist(barred.id, { reason: 'other' })
    for (const { id } of [silent, barred])
      await shop.labels.record({ customer: id, label: 'Tanya', change: 'added' })

    const windowOf = (name: string) =>
      page
        .getByRole('region', { name: 'Tanya' })
        .getByRole('listitem')
        .filter({ hasText: name })
        .locator('.badge')
        .textContent()
    await page.goto(url)
    expect(await windowOf('Tuti')).toMatch(/^Window: open until \w{3},? \d\d:\d\d$/)
    expect(await windowOf('Umar')).toBe('Window: templates only')
    expect(await windowOf('Vina')).toBe('Window: no messages')
    await page.goto(`${url}/play`)
    await page.getByRole('button', { name: '24 hours pass' }).click()
    await page.goto(url)
    expect(await windowOf('Tuti')).toBe('Window: templates only')
  })

  test('a form that is sent twice sends one message', async () => {
    const page = await visit('/play')
    await someoneWrites(page, 'Yuli', 'Halo')
    const form = phoneOf(page, 'Yuli').locator('form').last()
    const action = await form.getAttribute('action')
    const reference = await form.locator('[name=reference]').inputValue()
    const body = new URLSearchParams({ text: 'Satu kali', reference, phone: '', send: 'text' })
    for (let i = 0; i < 2; i += 1) {
      const headers = { 'sec-fetch-site': 'same-origin' }
      const sent = await fetch(url + action, { method: 'POST', headers, body, redirect: 'manual' })
      expect(sent.headers.get('location')).toMatch(/outcome=accepted$/)
    }
    const yuli = play?.phones.all().find(({ person }) => person.name === 'Yuli')
    expect(yuli?.person.received.map(({ text }) => text)).toEqual(['Satu kali'])
  })

  test('what people call themselves is text, wherever it stands', async () => {
    const hostile = `<script>document.title='mine'</script><img src=x onerror="document.title='mine'">"'>`
    const page = await visit('/play')
    await someoneWrites(page, hostile, hostile)
    const { body } = await api.get(
      `/customers?${new URLSearchParams({ where: 'name contains "script"' })}`,
    )
    const [{ id }] = body.rows
    await shop.labels.record({ customer: id, label: hostile, change: 'added', by: hostile })
    await shop.customers.edit(id, { notes: hostile })
    for (const path of [
      '/',
      '/customers',
      `/customers/${id}`,
      '/play',
      `/customers?query=${encodeURIComponent(hostile)}`,
    ]) {
      await page.goto(url + path)
      expect(await page.title()).not.toBe('mine')
      expect(await page.locator('script, img').count()).toBe(0)
      expect(await page.content()).toContain('&lt;script&gt;')
    }
    expect(await page.getByRole('searchbox').inputValue()).toBe(hostile)
  })

  test('two languages: by the browser, and by choice, which is kept', async () => {
    const page = await visit('/', { locale: 'id-ID' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ringkasan')
    expect(await page.locator('html').getAttribute('lang')).toBe('id')
    await page.getByRole('link', { name: 'EN', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Overview')
    await page.getByRole('link', { name: 'Customers', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Customers')
  })

  test('labels of one name are told apart by where they are from', async () => {
    const { id: customer } = await shop.customers.add({ name: 'Xena', phone: '+6281298765434' })
    const chat = { told: 'chat', change: 'added', chat: { whatsapp: '6281298765434' } } as const
    for (const label of ['1', '2'])
      await shop.labels.hear({
        source: 'wa',
        events: [{ ...chat, label, labelName: 'Kembar' }],
      })
    await shop.labels.record({ customer, label: 'Kembar', change: 'added' })
    const page = await visit('/')
    const names = ['Kembar (shop)', 'Kembar (wa 1)', 'Kembar (wa 2)']
    for (const name of names) {
      expect(await page.getByRole('region', { name, exact: true }).count()).toBe(1)
      expect(await page.getByRole('heading', { name: `${name} 1`, exact: true }).count()).toBe(1)
    }
    await page.goto(`${url}/customers/${customer}`)
    expect(
      (await page.locator('.chips li').allTextContents()).map((text) => text.trim()).sort(),
    ).toEqual(names)
  })

  test('what went wrong is said in the language of the page, and beneath it as the shop says it', async () => {
    const page = await visit('/', { locale: 'id-ID' })
    const long = `${url}/customers?query=${'x'.repeat(501)}`
    // The browser tells of the status, too.
    page.removeAllListeners('console')
    await page.goto(long)
    expect(await page.locator('main p').allTextContents()).toEqual([
      'Yang dikirim tidak bisa diterima begini. Kembali dan ubah dulu.',
      expect.stringMatching(/^query: /),
      'Kembali ke ringkasan',
    ])
    expect(await page.locator('main p[lang=en]').count()).toBe(1)
  })

  test.each([320, 375, 390])('amounts are read in one piece %i pixels wide', async (width) => {
    const { id: customer } = await shop.customers.add({ name: `Kaya ${width}` })
    const lines = [{ product: 'MESIN', quantity: 1, price: 1_234_567_890 }]
    await shop.transactions.record({ customer, orderId: `MAHAL-${width}`, lines, paid: true })
    const page = await visit(`/customers/${customer}`, { viewport: { width, height: 800 } })
    const fits = await page
      .locator('.amount')
      .evaluateAll((all) =>
        all.map((each) => each.clientHeight < 30 && each.scrollWidth <= each.clientWidth),
      )
    expect(fits).toEqual([true, true, true])
  })

  test.each([375, 1280])('nothing stands out of a page %i pixels wide', async (width) => {
    const { body } = await api.get('/customers?sort=totalSpent&limit=1')
    const page = await visit('/', { viewport: { width, height: 800 } })
    for (const path of ['/', '/customers', `/customers/${body.rows[0].id}`, '/play']) {
      await page.goto(url + path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width)
    }
  })

  test('by keyboard: past the head of the page, and every field has a name', async () => {
    const page = await visit('/play')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('main')
    const nameless = await page
      .locator('input:not([type=hidden]), textarea')
      .evaluateAll((all) => all.filter((field) => field.closest('label') === null).length)
    expect(nameless).toBe(0)
  })
})
