const operators = ['811', '812', '813', '821', '852', '857', '878', '896']

/** Each takes the digits behind the country code. */
const spellings: readonly ((national: string) => string)[] = [
  (national) => `+62${national}`,
  (national) => `0${national}`,
  (national) => `62${national}`,
  (national) => `+62 ${parts(national, ' ')}`,
  (national) => `0${parts(national, '-')}`,
  (national) => `0${parts(national, '.')}`,
  (national) => `+62-${parts(national, '-')}`,
]

/** Indonesian mobiles of ten to twelve digits, typed in all ways; the same ones at each call. */
export function typedNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const rest = String((i * 7_919 + 1_234_567) % 1_000_000_000).padStart(9, '0')
    const national = `${operators[i % operators.length]}${rest}`.slice(0, 10 + (i % 3))
    return spellings[i % spellings.length]?.(national) ?? national
  })
}

function parts(national: string, separator: string): string {
  return [national.slice(0, 3), national.slice(3, 7), national.slice(7)].join(separator)
}
