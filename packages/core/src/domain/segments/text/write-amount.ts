/** An amount of minor units as people write it. */
export function writeAmount(minor: number, scale: number): string {
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(?:\d{3})+$)/g, '_')
  const fraction = digits.slice(digits.length - scale)
  return `${minor < 0 ? '-' : ''}${whole}${/[1-9]/.test(fraction) ? `.${fraction}` : ''}`
}
