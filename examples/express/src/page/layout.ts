import { type Html, html, type Part } from './html.ts'
import { languageNames, wordsIn } from './language.ts'
import type { View } from './view.ts'

/** A whole page. */
export function layout(view: View, title: string, main: Part): Html {
  const { words, language, shopName } = view
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${shopName}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="brand" href="/">${shopName}</a>
<nav aria-label="${words.pages}">${links(view)}</nav>
<nav class="languages" aria-label="${words.languages}">${languageLinks(view)}</nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`
}

function links({ words, path, hasPlay }: View): Part {
  const pages = [
    { href: '/', text: words.overview, isHere: path === '/' },
    { href: '/customers', text: words.customers, isHere: path.startsWith('/customers') },
    ...(hasPlay ? [{ href: '/play', text: words.play, isHere: path === '/play' }] : []),
  ]
  return pages.map(({ href, text, isHere }) =>
    isHere
      ? html`<a href="${href}" aria-current="page">${text}</a>`
      : html`<a href="${href}">${text}</a>`,
  )
}

function languageLinks({ language, path }: View): Part {
  return languageNames.map((each) =>
    each === language
      ? html`<span lang="${each}" aria-current="true">${each.toUpperCase()}</span>`
      : html`<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}" title="${wordsIn(each).language}">${each.toUpperCase()}</a>`,
  )
}
