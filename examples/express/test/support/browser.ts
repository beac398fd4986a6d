import { type Browser, chromium } from 'playwright-core'

/** What a browser came to: itself, or why there is none on this machine. */
export type Launched = { readonly browser: Browser } | { readonly missing: string }

/**
 * Starts the browser that `LANGGANAN_BROWSER` names; else the Chromium that comes as an npm package,
 * for Linux on x64.
 */
export async function launch(): Promise<Launched> {
  try {
    const named = process.env.LANGGANAN_BROWSER
    if (named !== undefined && named !== '') {
      return { browser: await chromium.launch({ executablePath: named }) }
    }
    const { default: packed } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    // Not with the arguments that it comes with: they switch off what keeps origins apart.
    return {
      browser: await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
    }
  } catch (error) {
    const [reason = ''] = String(error).split('\n')
    return { missing: `no browser starts here (${reason}); name one in LANGGANAN_BROWSER` }
  }
}
