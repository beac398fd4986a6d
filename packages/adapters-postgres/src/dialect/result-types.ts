const int8 = 20
const float8 = 701

interface TypeParsers {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => string | number
}

/**
 * How results are read, said with each statement: the parsers of the driver belong to the whole
 * process, where the host may have set them for itself.
 */
export const resultTypes: TypeParsers = {
  getTypeParser(oid) {
    if (oid === int8) return safeInteger
    return oid === float8 ? Number : asItIs
  },
}

function asItIs(text: string): string {
  return text
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  const error = new RangeError('A 64-bit integer is beyond the range of safe integers.')
  throw Object.assign(error, { code: 'ERR_OUT_OF_RANGE' })
}
