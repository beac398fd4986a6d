/** What people call a part that is paid beforehand. */
const downPayment = /^(?:dp|uang muka|panjar|down payment)(?:[\s:]+|(?=\d)|$)/i

/** A text without the word for a down payment before it; undefined where there is none. */
export function afterDownPayment(text: string): string | undefined {
  return downPayment.test(text) ? text.replace(downPayment, '') : undefined
}
