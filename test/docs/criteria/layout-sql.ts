type Piece = string | Group

/** What stands in parentheses. */
interface Group {
  readonly inside: readonly Piece[]
}

const width = 96

/** SQL over as many lines as it needs, broken at its words and parentheses; it means the same. */
export function layOutSql(sql: string): string {
  const tokens = sql.match(/'(?:[^']|'')*'|"[^"]*"|[()]|[^'"()]+/g) ?? []
  return lines(groupOf(tokens.values()).inside, '')
}

function groupOf(tokens: Iterator<string>): Group {
  const inside: Piece[] = []
  for (let next = tokens.next(); !next.done && next.value !== ')'; next = tokens.next()) {
    inside.push(next.value === '(' ? groupOf(tokens) : next.value)
  }
  return { inside }
}

function lines(pieces: readonly Piece[], indent: string): string {
  const line = inline(pieces)
  if (indent.length + line.length <= width) return line
  const clauses = clausesOf(pieces)
  if (clauses.length > 1) {
    return clauses.map((clause) => lines(clause, indent)).join(`\n${indent}`)
  }
  return pieces.map((piece) => (isLong(piece) ? opened(piece, indent) : inline([piece]))).join('')
}

function isLong(piece: Piece): piece is Group {
  return typeof piece !== 'string' && inline(piece.inside).length > 40
}

function opened({ inside }: Group, indent: string): string {
  const deeper = `${indent}  `
  return `(\n${deeper}${lines(inside, deeper)}\n${indent})`
}

/** Cut before the words that begin a clause. */
function clausesOf(pieces: readonly Piece[]): Piece[][] {
  const clauses: Piece[][] = [[]]
  for (const piece of pieces) {
    const [first = '', ...more] =
      typeof piece === 'string' && !/^['"]/.test(piece)
        ? piece.split(
            / (?=(?:and|or|from|where|group by|having|\+ case) )| (?=(?:and|or|where|having|from)$)/,
          )
        : [piece]
    clauses.at(-1)?.push(first)
    for (const clause of more) clauses.push([clause])
  }
  return clauses.map((clause) => clause.filter((piece) => piece !== ''))
}

function inline(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : `(${inline(piece.inside)})`))
    .join('')
}
