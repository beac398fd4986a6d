import type { Curve, Result } from '../result.ts'
import { type LogScale, logScale } from './scale.ts'

const [width, height] = [760, 420]
const area = { left: 64, right: 520, top: 52, bottom: 372 }

/** How time grows with the number of customers, as a picture: whatever of the results is a curve, both axes by powers of ten. */
export function growthChart(title: string, results: readonly Result[]): string {
  const lines = results.flatMap(({ growth, ratio }) =>
    growth === undefined ? [] : [{ ...growth, exponent: ratio ?? Number.NaN }],
  )
  const points = lines.flatMap((line) => line.points)
  const x = logScale(
    points.map(({ customers }) => customers),
    area.left,
    area.right,
  )
  const y = logScale(
    points.map(({ ms }) => ms),
    area.bottom,
    area.top,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">${escaped(title)}</title>
  <desc id="desc">${escaped(lines.map(said).join(' '))}</desc>
  <style>${style}</style>
  <rect class="paper" width="${width}" height="${height}" rx="8"/>
  <text class="title" x="${area.left}" y="30">${escaped(title)}</text>
${[...grid(x, y), ...drawn(lines, x, y)].map((element) => `  ${element}`).join('\n')}
</svg>
`
}

interface Line extends Curve {
  readonly exponent: number
}

function said({ what, points, exponent }: Line): string {
  const times = points.map(({ customers, ms }) => `${time(ms)} among ${count(customers)} customers`)
  return `${what}: ${times.join(', ')}; exponent ${exponent.toFixed(2)}.`
}

function grid(x: LogScale, y: LogScale): readonly string[] {
  return [
    ...y.ticks.flatMap((ms) => [
      `<line class="grid" x1="${area.left}" x2="${area.right}" y1="${px(y(ms))}" y2="${px(y(ms))}"/>`,
      `<text class="tick" text-anchor="end" x="${area.left - 8}" y="${px(y(ms) + 4)}">${time(ms)}</text>`,
    ]),
    ...x.ticks.flatMap((customers) => [
      `<line class="grid" x1="${px(x(customers))}" x2="${px(x(customers))}" y1="${area.top}" y2="${area.bottom}"/>`,
      `<text class="tick" text-anchor="middle" x="${px(x(customers))}" y="${area.bottom + 20}">${count(customers)}</text>`,
    ]),
    `<text class="tick" text-anchor="middle" x="${(area.left + area.right) / 2}" y="${area.bottom + 40}">customers</text>`,
  ]
}

/** Lines with what they are beside their ends, where they do not cover each other. */
function drawn(lines: readonly Line[], x: LogScale, y: LogScale): readonly string[] {
  const ends = apart(lines.map(({ points }) => y(points.at(-1)?.ms ?? 1)))
  return lines.flatMap(({ what, points, exponent }, i) => {
    const places = points.map(({ customers, ms }) => [px(x(customers)), px(y(ms))] as const)
    const [endX, endY] = places.at(-1) ?? [0, 0]
    const label = ends[i] ?? endY
    return [
      `<polyline class="line c${i}" points="${places.map((place) => place.join(',')).join(' ')}"/>`,
      ...places.map(([cx, cy]) => `<circle class="dot c${i}" cx="${cx}" cy="${cy}" r="4"/>`),
      `<polyline class="lead" points="${endX + 7},${endY} ${area.right + 8},${px(label)}"/>`,
      `<text class="label c${i}" x="${area.right + 14}" y="${px(label)}">${escaped(shortened(what))}<tspan class="tick" x="${area.right + 14}" dy="15">exponent ${exponent.toFixed(2)}</tspan></text>`,
    ]
  })
}

/** Moved down, in their order, so far that labels of two lines fit. */
function apart(ends: readonly number[]): readonly number[] {
  const order = ends.map((end, i) => ({ end, i })).sort((a, b) => a.end - b.end)
  const moved = [...ends]
  let free = Number.NEGATIVE_INFINITY
  for (const { end, i } of order) {
    moved[i] = Math.max(end, free)
    free = (moved[i] ?? end) + 38
  }
  return moved
}

function shortened(what: string): string {
  return what.length <= 34
    ? what
    : `${what.slice(0, what.lastIndexOf(' ', 33)).replace(/,$/, '')} …`
}

function time(ms: number): string {
  if (ms >= 1_000) return `${rounded(ms / 1_000)} s`
  return ms >= 1 ? `${rounded(ms)} ms` : `${rounded(ms * 1_000)} µs`
}

function rounded(value: number): string {
  return value >= 100 ? count(Math.round(value)) : String(Number(value.toPrecision(2)))
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function px(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

// Colours that those who see few of them tell apart, on paper of either kind; each line says in words what it is.
const style = `
    text { font: 13px system-ui, sans-serif }
    .line { stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; fill: none }
    .dot, .label { fill: currentColor }
    .lead { stroke: #8c959f; fill: none }
    .paper { fill: #fff } .title { fill: #1f2328; font-weight: 600 }
    .tick { fill: #59636e; font-size: 12px } .grid { stroke: #d8dee4 }
    .c0 { color: #0969da } .c1 { color: #bc4c00 } .c2 { color: #1a7f37 } .c3 { color: #8250df }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #0d1117 } .title { fill: #f0f6fc } .tick { fill: #9198a1 } .grid { stroke: #2b323b }
      .c0 { color: #4493f8 } .c1 { color: #f0883e } .c2 { color: #3fb950 } .c3 { color: #ab7df8 }
    }
  `
